import { computed, effect, signal } from "@preact/signals";
import { cachedGet, known } from "../api";
import type { LogEvent, Pack } from "../contract";
import { eventsAfter, logVersion, waiting } from "../log/outbox";
import { viewOf } from "./view";

const kPath = "/api/pack";

/** The last pack that this device saw. */
export const pack = signal<Pack | undefined>(undefined);
export const packProblem = signal<string | undefined>(undefined);
const since = signal<LogEvent[]>([]);

/** Today's session as it stands. */
export const view = computed(() => (pack.value ? viewOf(pack.value, since.value) : undefined));

async function takeEvents(): Promise<void> {
  since.value = await eventsAfter(pack.value?.cursor ?? 0);
}

let fetching: Promise<void> | undefined;

/** Asks for a new pack; the old one stays until it is there. */
export function refreshPack(): Promise<void> {
  fetching ??= fetchPack().finally(() => (fetching = undefined));
  return fetching;
}

async function fetchPack(): Promise<void> {
  if (!pack.value) {
    const last = await known<Pack>(kPath);
    if (last) pack.value = last;
    await takeEvents();
  }
  const answer = await cachedGet<Pack>(kPath);
  if ("problem" in answer) {
    packProblem.value = answer.problem.title;
    return;
  }
  packProblem.value = undefined;
  const events = await eventsAfter(answer.data.cursor);
  pack.value = answer.data;
  since.value = events;
}

/** Follows the log: what was just logged shows at once, and a new pack comes once it is sent. */
export function followLog(): void {
  effect(() => {
    void logVersion.value;
    void takeEvents();
    if (waiting.value === 0) void refreshPack();
  });
}
