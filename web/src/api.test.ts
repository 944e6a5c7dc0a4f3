import { expect, test, vi } from "vitest";
import { isOnline, send } from "./api";

test("a server that is only busy is asked again", async () => {
  const answers = [503, 503, 200];
  vi.stubGlobal("fetch", () => {
    const status = answers.shift() ?? 500;
    return Promise.resolve(Response.json({ ok: true }, { status }));
  });
  expect(await send("GET", "/api/health")).toEqual({ data: { ok: true } });
  expect(isOnline.value).toBe(true);
  expect(answers).toEqual([]);
});

test("one that stays away is away", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 503 })));
  expect(await send("GET", "/api/health")).toMatchObject({ problem: { status: 503 } });
  expect(isOnline.value).toBe(false);
});
