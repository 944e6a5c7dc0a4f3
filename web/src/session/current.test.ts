import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";
import { forgetAll } from "../store";
import { holdPack, pack, refreshPack } from "./current";

let cursor = 0;
const none = { lines: [], stand_ins: [], today: {} };

beforeEach(async () => {
  await forgetAll();
  pack.value = undefined;
  vi.stubGlobal("fetch", () => {
    cursor += 1;
    return Promise.resolve(Response.json({ cursor, lines: [], days: [], flare: none }));
  });
});

test("a new pack waits while somebody says how a set went", async () => {
  await refreshPack();
  const first = pack.value;
  holdPack(true);
  await refreshPack();
  await refreshPack();
  expect(pack.value).toBe(first);
  holdPack(false);
  expect(pack.value?.cursor).toBe(cursor);
});

test("the first pack waits for nobody", async () => {
  holdPack(true);
  await refreshPack();
  expect(pack.value?.cursor).toBe(cursor);
  holdPack(false);
});
