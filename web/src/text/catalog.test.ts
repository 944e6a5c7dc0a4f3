import { expect, test } from "vitest";
import { en, type Catalog } from "./catalog";

type Say = (...args: never[]) => unknown;

/** Another language: the same sentences in capitals. */
function loud<T>(words: T): T {
  if (typeof words === "string") return words.toUpperCase() as T;
  if (typeof words === "function")
    return ((...args: never[]) => String((words as Say)(...args)).toUpperCase()) as T;
  if (Array.isArray(words)) return words.map(loud) as T;
  const entries = Object.entries(words as object).map(([key, one]) => [key, loud(one)]);
  return Object.fromEntries(entries) as T;
}

test("another language is a value of the same type", () => {
  const other: Catalog = loud<Catalog>(en);
  expect(other.today.yes).toBe("YES");
  expect(other.session.set(1, 3)).toBe("SET 1 OF 3");
  expect(other.flare.seenList.length).toBe(en.flare.seenList.length);
});

test("what misses a sentence, or asks for other words in it, is no catalog", () => {
  const { yes: _, ...without } = en.today;
  // @ts-expect-error a sentence is missing
  const missing: Catalog["today"] = without;
  // @ts-expect-error the number of sets is a number
  const wrong: Catalog["today"]["sets"] = (count: string) => count;
  expect([missing, wrong]).toHaveLength(2);
});

/** Every text of a catalog, those with arguments left out. */
function texts(words: unknown): string[] {
  if (typeof words === "string") return [words];
  return words && typeof words === "object" ? Object.values(words).flatMap(texts) : [];
}

test("the voice: no exclamation marks, no empty sentence, no space at an end", () => {
  for (const one of texts(en)) {
    expect(one, one).toMatch(/^\S([^!]*[^\s!])?$/);
  }
});

test("one is not many", () => {
  expect([en.shell.waiting(1), en.shell.waiting(2)]).toEqual([
    "1 entry waits to be sent.",
    "2 entries wait to be sent.",
  ]);
  expect([en.exercises.count(1), en.exercises.count(0)]).toEqual(["1 exercise", "0 exercises"]);
  expect(en.session.finishedHow(1)).toBe("1 set is kept.");
});
