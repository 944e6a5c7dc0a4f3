// Whom to call at once, as data/care/countries.toml has it (emergency.test.ts compares).
const countries: Record<string, string> = {
  "911": "US CA MX",
  "999": "GB",
  "000": "AU",
  "111": "NZ",
  "112": "IE DE AT CH FR BE NL LU ES PT IT DK SE FI PL CZ IN ZA",
  "113": "NO",
  "119": "JP",
  "192": "BR",
};

/** The number to call in `country`; nothing where we do not know it. */
export function emergencyNumber(country: string): string | undefined {
  return Object.keys(countries).find((number) => countries[number]?.split(" ").includes(country));
}

/** The country that a person's file names. */
export function countryIn(toml: string): string {
  return /^country = "([A-Z]{2})"$/m.exec(toml)?.[1] ?? "";
}
