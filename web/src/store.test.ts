import "fake-indexeddb/auto";
import { openDB } from "idb";
import { expect, test } from "vitest";
import { keepKnown, known } from "./api";
import { store } from "./store";

test("a device of an older app keeps its events; its documents come anew, as text", async () => {
  const before = await openDB("strongback", 1, {
    upgrade(db) {
      db.createObjectStore("events");
      db.createObjectStore("documents");
    },
  });
  await before.put("events", { event: { id: "a", kind: "walk" } }, "a");
  await before.put("documents", { days: [] }, "/api/pack");
  before.close();
  expect(await known("/api/pack")).toBeUndefined();
  expect(await (await store()).getAllKeys("events")).toEqual(["a"]);
  await keepKnown("/api/pack", { days: [1] });
  expect(await known("/api/pack")).toEqual({ days: [1] });
});
