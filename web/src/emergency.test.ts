import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { countryIn, emergencyNumber } from "./emergency";

const catalog = readFileSync(`${import.meta.dirname}/../../data/care/countries.toml`, "utf8");

test("the number to call is the one of the catalog, for every country", () => {
  const found = [...catalog.matchAll(/^code = "([A-Z]{2})"[\s\S]*?^emergency_number = "(.*)"$/gm)];
  expect(found.length).toBeGreaterThan(20);
  for (const [, code, number] of found) expect([code, emergencyNumber(code!)]).toEqual([code, number]);
});

test("where the country is not known, no number is made up", () => {
  expect(emergencyNumber("")).toBeUndefined();
  expect(emergencyNumber("XX")).toBeUndefined();
  expect(countryIn('sex = "male"\ncountry = "US"\n')).toBe("US");
  expect(countryIn('note = "country"\n')).toBe("");
});
