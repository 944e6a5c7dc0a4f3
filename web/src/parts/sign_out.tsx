import { leave, send } from "../api";
import { forgetAll } from "../store";
import { text } from "../text/catalog";
import { useClearing } from "./clear_guard";

/** Signs out; what is not sent yet is told first. */
export function SignOut() {
  const signOut = useClearing(async () => {
    leave();
    await send("POST", "/api/account/log-out", {});
    await forgetAll();
    location.assign("/sign-in");
  });
  return (
    <>
      <button type="button" class="button" onClick={signOut.ask}>
        {text.settings.signOut}
      </button>
      {signOut.sheet}
    </>
  );
}
