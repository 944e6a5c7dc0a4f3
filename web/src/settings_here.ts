// What is set on this device only.

export type Theme = "system" | "light" | "dark";

export function theme(): Theme {
  const said = localStorage.getItem("theme");
  return said === "light" || said === "dark" ? said : "system";
}

export function applyTheme(chosen: Theme = theme()): void {
  if (chosen === "system") {
    localStorage.removeItem("theme");
    delete document.documentElement.dataset["theme"];
  } else {
    localStorage.setItem("theme", chosen);
    document.documentElement.dataset["theme"] = chosen;
  }
}

/** What stays on the device, whoever uses it. */
export const kOfTheDevice = ["theme", "sound", "voice", "figure", "graphics"];

/** "figure": it moves even where the processor has to draw it. */
export type Switch = "sound" | "voice" | "figure";

/** Sound is on, the others are off until somebody says otherwise. */
export function isOn(which: Switch): boolean {
  const said = localStorage.getItem(which);
  return said === null ? which === "sound" : said === "on";
}

export function turn(which: Switch, on: boolean): void {
  localStorage.setItem(which, on ? "on" : "off");
}

export type Graphics = "card" | "none";

/** What draws on this device, where that was found out. */
export function graphics(): Graphics | undefined {
  const said = localStorage.getItem("graphics");
  return said === "card" || said === "none" ? said : undefined;
}

export function keepGraphics(found: Graphics): void {
  localStorage.setItem("graphics", found);
}
