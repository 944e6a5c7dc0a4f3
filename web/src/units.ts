import type { PlannedLine, Units } from "./contract";
import { text } from "./text/catalog";

const { session } = text;

/** The person's own way of writing dates and numbers, as far as it is the app's language. */
const kLocale =
  globalThis.navigator?.languages?.find((one) => one.startsWith(text.language)) ?? text.language;

const formats = new Map<number, Intl.NumberFormat>();

/** A number with at most `digits` decimals; the formats are dear, and made once. */
function inDigits(value: number, digits: number): string {
  let format = formats.get(digits);
  if (!format) {
    format = new Intl.NumberFormat(kLocale, { maximumFractionDigits: digits });
    formats.set(digits, format);
  }
  return format.format(value);
}

const kKilogramsPerPound = 0.45359237;

export const kilogramsIn = (units: Units): number => (units === "metric" ? 1 : kKilogramsPerPound);
export const massUnit = (units: Units): string => session.mass[units];

/** A load as a number and its unit; light ones to the last tin. */
export function massParts(kg: number, units: Units): { number: string; unit: string } {
  const value = kg / kilogramsIn(units);
  const digits = units === "metric" && Math.abs(value) < 1 ? 2 : 1;
  return { number: inDigits(value, digits), unit: massUnit(units) };
}

/** "6 kg", "13.2 lb". */
export function massText(kg: number, units: Units): string {
  const { number, unit } = massParts(kg, units);
  return `${number} ${unit}`;
}

/** "1,230". */
export const wholeText = (value: number): string => inDigits(value, 0);

export function spanText(span: [number, number]): string {
  return span[0] === span[1] ? String(span[0]) : `${span[0]}–${span[1]}`;
}

/** "20–30", or "6 × 5" for holds that follow each other. */
function holdText(span: [number, number], holds: number): string {
  return holds > 1 ? session.holds(holds, spanText(span)) : spanText(span);
}

/** What is counted in a set of the line: repetitions, seconds, meters or minutes. */
export function amountOf(line: PlannedLine): { text: string; unit: string } {
  if (line.reps) return { text: spanText(line.reps), unit: session.reps };
  if (line.hold_s) return { text: holdText(line.hold_s, line.holds ?? 1), unit: session.seconds };
  if (line.distance_m) return { text: spanText(line.distance_m), unit: session.meters };
  if (line.duration_min) return { text: spanText(line.duration_min), unit: session.minutes };
  return { text: "", unit: "" };
}

/** "2 days ago", "tomorrow 18:30", in the person's own words for days. */
export function whenText(iso: string, now = new Date()): string {
  const when = new Date(iso);
  const days = Math.round(
    (new Date(when.toDateString()).getTime() - new Date(now.toDateString()).getTime()) / 86_400_000,
  );
  const clock = new Intl.DateTimeFormat(kLocale, { hour: "2-digit", minute: "2-digit" }).format(
    when,
  );
  const near = new Intl.RelativeTimeFormat(kLocale, { numeric: "auto" }).format(days, "day");
  const day =
    Math.abs(days) <= 1
      ? near
      : new Intl.DateTimeFormat(kLocale, { weekday: "long", day: "numeric", month: "long" }).format(
          when,
        );
  return `${day}, ${clock}`;
}

/** "30 Nov": a day of a plot. */
export const dayText = (date: string): string =>
  new Intl.DateTimeFormat(kLocale, { day: "numeric", month: "short" }).format(
    new Date(`${date}T12:00`),
  );

/** "Mon, 30 Nov": a day of the calendar. */
export const dateText = (date: string): string =>
  new Intl.DateTimeFormat(kLocale, { weekday: "short", day: "numeric", month: "short" }).format(
    new Date(`${date}T12:00`),
  );

/** The name of a day of the week, 0 for Monday. */
export const weekdayText = (day: number): string =>
  new Intl.DateTimeFormat(kLocale, { weekday: "long" }).format(new Date(2024, 0, 1 + day));

/** A number as one writes it, to a tenth. */
export const numberText = (value: number | undefined): string =>
  value === undefined ? "" : inDigits(value, 1);
