import { render } from "preact";
import { App } from "./app";
import { keepFlushing } from "./log/outbox";
import { applyTheme } from "./settings_here";
import { followLog } from "./session/current";
import "./styles/app.css";

applyTheme();
keepFlushing();
followLog();
const place = document.getElementById("app");
if (place) render(<App />, place);

if ("serviceWorker" in navigator && import.meta.env.PROD) {
  void navigator.serviceWorker.register("/service_worker.js");
}
