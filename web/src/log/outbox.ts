import { signal } from "@preact/signals";
import { isOnline, send } from "../api";
import type { Change, EventsAnswer, LogEvent } from "../contract";
import { store, type KeptEvent } from "../store";

/** Events that the server does not have yet. */
export const waiting = signal(0);
/** What the server refused, to be shown. */
export const refused = signal<KeptEvent[]>([]);
/** What the log's last change came to. */
export const lastChange = signal<Change | null>(null);
/** Counts up whenever events were added or sent. */
export const logVersion = signal(0);

const kMostAtOnce = 500;
let sending: Promise<void> | undefined;
let isAskedAgain = false;

const isUnsent = (kept: KeptEvent): boolean => kept.cursor === undefined && !kept.refused;

/** How many events only this device has. */
export async function countUnsent(): Promise<number> {
  await count();
  return waiting.value;
}

async function count(): Promise<void> {
  const all = await (await store()).getAll("events");
  waiting.value = all.filter(isUnsent).length;
  refused.value = all.filter((kept) => kept.refused !== undefined);
}

/** Keeps events on this device, for good; they are sent when the server can be reached. */
export async function keep(...events: LogEvent[]): Promise<void> {
  const db = await store();
  const transaction = db.transaction("events", "readwrite");
  for (const event of events) void transaction.store.put({ event }, event.id);
  await transaction.done;
  await count();
  logVersion.value += 1;
  void flush();
}

async function unsent(): Promise<LogEvent[]> {
  const all = await (await store()).getAll("events");
  return all
    .filter(isUnsent)
    .map((kept) => kept.event)
    .sort((a, b) => a.at_ms - b.at_ms || (a.id < b.id ? -1 : 1))
    .slice(0, kMostAtOnce);
}

async function note(events: LogEvent[], answer: EventsAnswer): Promise<void> {
  const db = await store();
  const problems = new Map(answer.refused.map((one) => [one.id, one.problems]));
  const transaction = db.transaction("events", "readwrite");
  for (const event of events) {
    const why = problems.get(event.id);
    const kept = why ? { event, refused: why } : { event, cursor: answer.cursor };
    void transaction.store.put(kept, event.id);
  }
  await transaction.done;
}

async function sendAll(): Promise<void> {
  if (!isOnline.value) await send("GET", "/api/health");
  for (let events = await unsent(); events.length > 0; events = await unsent()) {
    const answer = await send<EventsAnswer>("POST", "/api/events", { events });
    if (!("data" in answer)) return;
    await note(events, answer.data);
    lastChange.value = answer.data.change;
  }
}

/** Sends what waits. One at a time; whoever asks meanwhile is served right after. */
export function flush(): Promise<void> {
  if (sending) {
    isAskedAgain = true;
    return sending;
  }
  sending = sendAll().finally(async () => {
    sending = undefined;
    await count();
    logVersion.value += 1;
    if (isAskedAgain) {
      isAskedAgain = false;
      void flush();
    }
  });
  return sending;
}

/** Sends when there is a chance: now, when the network or the person is back. */
export function keepFlushing(): void {
  const kAgain = 30_000; // [ms]
  window.addEventListener("online", () => void flush());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void flush();
  });
  setInterval(() => {
    if (waiting.value > 0 || !isOnline.value) void flush();
  }, kAgain);
  void forgetOld().then(count).then(flush);
}

/** Drops what the server refused, once the person has seen it. */
export async function dropRefused(id: string): Promise<void> {
  await (await store()).delete("events", id);
  await count();
  logVersion.value += 1;
}

/** What this device logged and the server did not refuse, in order. */
export async function ownEvents(): Promise<KeptEvent[]> {
  const all = await (await store()).getAll("events");
  return all
    .filter((kept) => !kept.refused)
    .sort(({ event: a }, { event: b }) => a.at_ms - b.at_ms || (a.id < b.id ? -1 : 1));
}

/** Forgets what the server has had for so long that no pack is older. */
async function forgetOld(now = Date.now()): Promise<void> {
  const kLongAgo = 8 * 86_400_000; // [ms] a pack covers seven days
  const db = await store();
  for (const { event, cursor } of await db.getAll("events")) {
    if (cursor !== undefined && event.at_ms < now - kLongAgo) await db.delete("events", event.id);
  }
}
