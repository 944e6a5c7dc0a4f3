/** The words around the figure that moves. */
export const figure = {
  group: "The figure",
  views: { front: "Front", side: "Side", back: "Back" },
  play: "Play",
  pause: "Pause",
  step: "Step",
  noPicture: "Its picture needs the server once.",
  move: "Show it moving",
  moveSlow: "Without a graphics card that can be slow.",
  unknown: "How hard its muscles work is not known.",
  canvas: (label: string, space: string | undefined) =>
    space === undefined
      ? `${label}. Arrow keys turn it.`
      : `${label}. Arrow keys turn it, space: ${space}.`,
  legend: "Muscle color: pale at rest, dark red at all it can",
  rest: "rest",
  all: "all it can",
} as const;
