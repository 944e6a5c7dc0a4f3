import { useEffect, useState } from "preact/hooks";
import type { Me } from "../contract";
import { canMove, findOut } from "../figure/surface";
import { OneOf } from "../parts/one_of";
import { OwnAccount } from "../parts/own_account";
import { OwnData } from "../parts/own_data";
import { OwnProfile } from "../parts/own_profile";
import { Page } from "../parts/page";
import { useChange } from "../parts/use_change";
import { useDocument } from "../parts/use_document";
import { applyTheme, isOn, theme, turn, type Switch, type Theme } from "../settings_here";
import { text } from "../text/catalog";
import "../styles/plan.css";

const words = text.settings;
const kThemes: readonly Theme[] = ["system", "light", "dark"];

function Here() {
  const [chosen, setChosen] = useState<Theme>(theme());
  useEffect(() => void findOut(), []);
  const isSlow = canMove.value === false || isOn("figure");
  return (
    <section>
      <h2>{words.here}</h2>
      <OneOf
        label={words.theme}
        names={kThemes.map((one) => [one, words.themes[one]] as const)}
        chosen={chosen}
        onChoose={(one) => {
          applyTheme(one);
          setChosen(one);
        }}
      />
      <p class="row">
        <Toggle which="sound" name={words.sound} />
        <Toggle which="voice" name={words.voice} />
        {isSlow && <Toggle which="figure" name={words.figure} />}
      </p>
    </section>
  );
}

function Toggle(props: { which: Switch; name: string }) {
  const [on, setOn] = useState(isOn(props.which));
  return (
    <label class="row">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => {
          turn(props.which, event.currentTarget.checked);
          setOn(event.currentTarget.checked);
        }}
      />
      {props.name}
    </label>
  );
}

function Therapist() {
  const { ask, shown } = useChange(() => undefined);
  const [reply, setReply] = useState("");
  return (
    <section>
      <h2>{words.therapist}</h2>
      {shown}
      <p>
        <a class="button" href="/api/sheet" target="_blank" rel="noopener">
          {words.sheet}
        </a>
      </p>
      <label>
        {words.reply}
        <textarea
          class="code"
          rows={6}
          spellcheck={false}
          value={reply}
          onInput={(event) => setReply(event.currentTarget.value)}
        />
      </label>
      <button
        type="button"
        class="button"
        disabled={reply.trim() === ""}
        onClick={() => void ask("POST", "/api/reply", { toml: reply })}
      >
        {words.takeReply}
      </button>
    </section>
  );
}

export default function SettingsPage() {
  const me = useDocument<Me>("/api/me");
  return (
    <Page title={words.title}>
      <Here />
      <OwnProfile />
      <Therapist />
      <OwnData />
      {me.data?.needs_account && <OwnAccount />}
      <h2>{words.about}</h2>
      <p>
        <a href="/exercises">{words.exercises}</a>
      </p>
      <p>{words.aboutText}</p>
    </Page>
  );
}
