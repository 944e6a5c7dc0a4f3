/** The words of the frame around the pages. */
export const shell = {
  name: "Strongback",
  skip: "Skip to the page",
  unreachable: "The server cannot be reached.",
  offline: "Offline. Everything on this page still works; what you log is sent later.",
  waiting: (count: number) =>
    count === 1 ? "1 entry waits to be sent." : `${count} entries wait to be sent.`,
  refused: (count: number) =>
    count === 1
      ? "The server did not take 1 entry."
      : `The server did not take ${count} entries.`,
  drop: "Drop this entry",
  today: "Today",
  plan: "Plan",
  backTab: "Back",
  progress: "Progress",
  flare: "Flare",
  more: "More",
  pages: "Pages",
  foot:
    "This is not medical advice. Numbers come from a model of the body and from published studies; each one says which.",
  loading: "One moment.",
  broken: "This page stopped with a mistake of ours. Your log is safe.",
  again: "Try again",
  notFound: "There is nothing at this address.",
  home: "Go to today",
  close: "Close",
} as const;
