import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { LogEvent, Problem } from "./contract";
import { kOfTheDevice } from "./settings_here";

/** An event and what became of it. */
export interface KeptEvent {
  event: LogEvent;
  /** Of the server's log, once it has the event. */
  cursor?: number;
  refused?: Problem["problems"];
}

interface Kept extends DBSchema {
  events: { key: string; value: KeptEvent };
  documents: { key: string; value: string }; // as JSON, by path
}

const kWhose = "person";

/** Each account has a store of its own on the device, so that nothing is sent as somebody else. */
function storeName(): string {
  const person = globalThis.localStorage?.getItem(kWhose);
  return person ? `strongback-${person}` : "strongback";
}

/** From the next page on, the device is used by this person. */
export function become(person: string): void {
  localStorage.setItem(kWhose, person);
}

let opened: Promise<IDBPDatabase<Kept>> | undefined;

/** What the app keeps on this device: events on their way, and the documents that it last saw. */
export function store(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>(storeName(), 2, {
    upgrade(db, from, _to, transaction) {
      if (from === 0) {
        db.createObjectStore("events");
        db.createObjectStore("documents");
      } else {
        void transaction.objectStore("documents").clear(); // they were objects; the server has them
      }
    },
  });
  return opened;
}

/** Forgets everything of the person on this device. */
export async function forgetAll(): Promise<void> {
  const db = await store();
  await db.clear("events");
  await db.clear("documents");
  for (const name of (await globalThis.caches?.keys()) ?? []) {
    if (name.startsWith("figures-")) await caches.delete(name);
  }
  const here = globalThis.localStorage;
  if (!here) return;
  const isTheirs = (key: string) => !kOfTheDevice.includes(key);
  Object.keys(here).filter(isTheirs).forEach((key) => here.removeItem(key));
}
