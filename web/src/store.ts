import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { LogEvent, Problem } from "./contract";

/** An event and what became of it. */
export interface KeptEvent {
  event: LogEvent;
  /** Of the server's log, once it has the event. */
  cursor?: number;
  refused?: Problem["problems"];
}

interface Kept extends DBSchema {
  events: { key: string; value: KeptEvent };
  documents: { key: string; value: unknown };
}

let opened: Promise<IDBPDatabase<Kept>> | undefined;

/** What the app keeps on this device: events on their way, and the documents that it last saw. */
export function store(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>("strongback", 1, {
    upgrade(db) {
      db.createObjectStore("events");
      db.createObjectStore("documents");
    },
  });
  return opened;
}

/** Forgets everything on this device. */
export async function forgetAll(): Promise<void> {
  const db = await store();
  await db.clear("events");
  await db.clear("documents");
}
