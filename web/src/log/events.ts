import type { LogEvent } from "../contract";

/** A UUID of version 7 (RFC 9562) for `at` [ms since 1970]. */
export function uuid7(at: number, random = crypto.getRandomValues(new Uint8Array(10))): string {
  const time = Math.floor(at).toString(16).padStart(12, "0");
  const hex = Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = ((parseInt(hex.slice(4, 6), 16) & 0x3f) | 0x80).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${hex.slice(1, 4)}`,
    `${variant}${hex.slice(6, 8)}`,
    hex.slice(8, 20),
  ].join("-");
}

/** Minutes that the clock on the wall is ahead of UTC at `at`. */
export function offsetAt(at: number): number {
  const minutes = -new Date(at).getTimezoneOffset();
  return minutes === 0 ? 0 : minutes;
}

/** An event of now, with its own id. */
export function makeEvent(kind: string, keys: Record<string, unknown>, at = Date.now()): LogEvent {
  const given = Object.entries(keys).filter(([, value]) => value !== undefined && value !== "");
  return { id: uuid7(at), at_ms: at, offset_min: offsetAt(at), kind, ...Object.fromEntries(given) };
}

/** The local day of an instant, "2026-11-30". */
export function dayOf(at: number, offsetMin = offsetAt(at)): string {
  return new Date(at + offsetMin * 60_000).toISOString().slice(0, 10);
}
