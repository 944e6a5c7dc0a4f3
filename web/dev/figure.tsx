import "../src/styles/tokens.css";
import { render } from "preact";
import FigureViewer from "../src/figure/viewer";

const ask = new URLSearchParams(location.search);
document.documentElement.dataset["theme"] = ask.get("theme") ?? "light";
document.body.style.cssText =
  "margin:0;padding:16px;background:var(--paper);color:var(--ink);font:18px sans-serif";
// Samples are not kept here: write them with `strongback figure ID --format json`.
const motion = await (await fetch(`/dev/samples/${ask.get("id")}.json`)).json();
render(
  <FigureViewer
    motion={motion}
    playing={ask.get("play") === "1"}
    label="A figure"
    fallback="/none.svg"
  />,
  document.getElementById("app")!,
);
