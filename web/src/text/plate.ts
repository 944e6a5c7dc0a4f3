/** The words on the plates: where it hurts, and what a muscle did. */
export const plate = {
  where: "Where does it hurt, farthest from the spine?",
  sites: {
    back: "In the back",
    buttock: "Buttock or thigh",
    "below-knee": "Below the knee",
    foot: "In the foot",
  },
  plates: {
    "back surface": "Muscles of the back, under the skin",
    "back deep": "Muscles of the back, deeper layer",
    "front surface": "Muscles of the front, under the skin",
    "front deep": "Muscles of the front, deeper layer",
  },
  region: (muscle: string, state: string) => `${muscle}: ${state}`,
  unknown: "not known",
  ready: ["not ready", "nearly ready", "ready"],
  work: ["no work", "little work", "some work", "much work", "very much work"],
} as const;
