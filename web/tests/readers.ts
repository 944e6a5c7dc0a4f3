import { readFileSync } from "node:fs";
import { join } from "node:path";
import { daysFromToday, root } from "./app_under_test";

/** What an example reader says: to each question its word, words, or things with their numbers. */
export type Said = string | string[] | Record<string, number[]>;
export type Answers = Record<string, Said>;

/** Answers that the person's file has in another form than the question asks for. */
const inOtherWords: Record<string, Answers> = {
  novice: {
    "equipment.have": ["chair", "mat", "dumbbell"],
    "training.goals": ["health", "endurance"], // posture is the same
  },
  experienced: {
    "equipment.have": [
      ...["bench", "incline-bench", "bar", "mat", "chair", "anchor", "roman-chair", "stick"],
      ...["barbell", "dumbbell", "kettlebell", "band"],
    ],
    "equipment.dumbbells": "none",
    "equipment.adjustable.handles": "2",
    "equipment.adjustable.handle": "2 kg",
    "equipment.adjustable.plates": "8 x 5 kg, 8 x 2.5 kg, 8 x 1.25 kg",
    "equipment.barbell.bar": "20 kg",
    "equipment.barbell.plates": "2 x 20 kg, 4 x 10 kg, 4 x 5 kg, 4 x 2.5 kg, 4 x 1.25 kg",
    "equipment.band": "black 180 N",
  },
  "chair-only": {
    "equipment.have": ["chair", "towel", "band", "household"],
    "equipment.band": "green 60 N",
    "equipment.household": { "tin-400g": [2], "bottle-2l": [2] },
  },
  "weak-back": {
    "equipment.have": ["chair", "mat", "household"],
    "equipment.household": { "tin-400g": [4], "5 lb bag of sugar 5 lb": [2] },
    "week.activity": { dishwashing: [7, 20] },
  },
  "small-steps": {
    "equipment.have": ["chair", "household"],
    "equipment.household": { "tin-400g": [2] },
    "week.activity": {
      "walking-slow": [7, 6],
      "watering-plants": [4, 15],
      "feeding-small-animals": [14, 10],
      weeding: [2, 30],
    },
  },
  "disc-compression": {
    "equipment.have": ["chair", "band", "household"],
    "equipment.band": "yellow 25 N",
    "equipment.household": { "tin-400g": [2], "bottle-500ml": [2] },
    "week.activity": { "kitchen-work": [5, 40] },
    "screening.cleared": ["2026-11-24", "T. Okafor", "chair and standing work, 2 kg"],
  },
  "sciatica-flare": { "equipment.have": ["chair", "mat", "dumbbell"] },
  "night-pain-72": { "screening.cleared": "no" },
};

/** `key = value` under its [table]: texts, numbers, yes or no, and lists of texts. */
function plainAnswers(toml: string): Answers {
  const answers: Answers = {};
  let table = "";
  for (const line of toml.split("\n")) {
    table = /^\[+(.+?)\]+$/.exec(line)?.[1]?.concat(".") ?? table;
    const [, key, value] = /^([a-z_0-9]+) = ([^{].*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined || value === "[") continue;
    const read = (/^[\d-]+$/.test(value) ? value : JSON.parse(value)) as string | string[];
    answers[table + key] = Array.isArray(read) ? read : String(read);
  }
  return answers;
}

/** What `reader` answers, who trains today. */
export function answersOf(reader: string): Answers {
  const toml = readFileSync(join(root, "examples", `${reader}.toml`), "utf8");
  return {
    ...plainAnswers(toml),
    ...inOtherWords[reader],
    "time.days": daysFromToday(),
    "time.at": "18:00",
  };
}
