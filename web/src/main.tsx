import { render } from "preact";
import { App } from "./app";
import { keepFlushing } from "./log/outbox";
import { quiet } from "./quiet";
import { applyTheme } from "./settings_here";
import { followLog } from "./session/current";
import "./styles/app.css";

applyTheme();
keepFlushing();
followLog();
const place = document.getElementById("app");
if (place) render(<App />, place);

// A newer app took the place of this one, and a page's file is gone: the session goes on where it
// was after a reload.  Once a minute at most, so that a broken file cannot turn it into a loop.
window.addEventListener("vite:preloadError", (event) => {
  const kAgain = 60_000; // [ms]
  if (Date.now() - Number(sessionStorage.getItem("reloaded") ?? 0) < kAgain) return;
  sessionStorage.setItem("reloaded", String(Date.now()));
  event.preventDefault();
  location.reload();
});

if ("serviceWorker" in navigator && import.meta.env.PROD) {
  void quiet().then(() => navigator.serviceWorker.register("/service_worker.js"));
}
