import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";
import { forgetAll, store } from "../store";
import { makeEvent, uuid7 } from "./events";
import { countUnsent, flush, keep, ownEvents, refused, waiting } from "./outbox";

const sent: string[][] = [];
let answer: (ids: string[]) => Response;

beforeEach(async () => {
  await forgetAll();
  sent.length = 0;
  answer = () => Response.json({ added: 1, already_there: 0, refused: [], cursor: 7, change: {} });
  vi.stubGlobal("fetch", (path: string, request: RequestInit) => {
    if (path !== "/api/events") return Promise.resolve(Response.json({ ok: true }));
    const { events } = JSON.parse(String(request.body)) as { events: { id: string }[] };
    sent.push(events.map((event) => event.id));
    return Promise.resolve(answer(events.map((event) => event.id)));
  });
});

const settledFlush = async () => {
  await flush();
  await flush();
};

test("an event is sent once, and stays known with the server's cursor", async () => {
  const event = makeEvent("walk", { duration_min: 20 });
  await keep(event);
  await settledFlush();
  await settledFlush();
  expect(sent.flat()).toEqual([event.id]);
  expect(waiting.value).toBe(0);
  expect(await ownEvents()).toEqual([{ event, cursor: 7 }]);
});

test("without a server it waits, and is sent with the same id", async () => {
  answer = () => {
    throw new TypeError("no network");
  };
  const event = makeEvent("walk", { duration_min: 20 });
  await keep(event);
  await settledFlush().catch(() => undefined);
  expect(waiting.value).toBe(1);
  expect(await countUnsent()).toBe(1);
  expect(await ownEvents()).toEqual([{ event }]);
  answer = () => Response.json({ added: 1, already_there: 0, refused: [], cursor: 8, change: {} });
  await settledFlush();
  expect(new Set(sent.flat())).toEqual(new Set([event.id]));
  expect(waiting.value).toBe(0);
});

test("who asks while a send fails is served right after", async () => {
  let isBack = false;
  answer = () => {
    if (!isBack) throw new TypeError("no network");
    return Response.json({ added: 1, already_there: 0, refused: [], cursor: 9, change: {} });
  };
  const event = makeEvent("walk", { duration_min: 20 });
  await keep(event);
  const failing = flush();
  void flush(); // "online" arrives while the old request is still failing
  await failing.then(() => (isBack = true));
  await vi.waitFor(() => expect(waiting.value).toBe(0));
  expect(new Set(sent.flat())).toEqual(new Set([event.id]));
});

test("what the server refuses is kept to be shown, and not sent again", async () => {
  answer = (ids) =>
    Response.json({
      added: 0,
      already_there: 0,
      refused: ids.map((id) => ({ id, problems: [{ where: "", message: "no", hint: "" }] })),
      cursor: 3,
      change: {},
    });
  const event = makeEvent("set_done", { exercise: "bird-dgo" });
  await keep(event);
  await settledFlush();
  await settledFlush();
  expect(sent.length).toBe(1);
  expect(refused.value.map((kept) => kept.event.id)).toEqual([event.id]);
  expect(await (await store()).count("events")).toBe(1);
});

test("ids are of version 7, ordered by their time", () => {
  const early = uuid7(1_796_059_800_125);
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(early.slice(0, 13)).toBe("01a22d81-a23d");
  expect(uuid7(1_796_059_800_126) > early).toBe(true);
});
