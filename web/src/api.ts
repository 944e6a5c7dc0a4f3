import { signal } from "@preact/signals";
import type { Problem } from "./contract";
import { store } from "./store";
import { text } from "./text/catalog";

const { shell } = text;

const kPatience = 20_000; // [ms]
const kBusy = 503; // the server has as much to do for this person as it takes at once
const kPauses = [200, 600, 1500]; // [ms] before it is asked again

/** False while the server cannot be reached. */
export const isOnline = signal(true);
/** True when the server asks to sign in. */
export const mustSignIn = signal(false);

let isLeaving = false;
/** Somebody signs out: what the server refuses from now on leads nowhere else. */
export function leave(): void {
  isLeaving = true;
}

export type Answer<T> = { data: T } | { problem: Problem };

const unreachable: Problem = {
  title: shell.unreachable,
  status: 0,
  problems: [],
};

async function problemOf(response: Response): Promise<Problem> {
  try {
    const said = (await response.json()) as Partial<Problem>;
    return {
      title: said.title ?? response.statusText,
      status: response.status,
      problems: said.problems ?? [],
    };
  } catch {
    return { title: response.statusText, status: response.status, problems: [] };
  }
}

/** Asks, and asks again where the server was only busy. */
async function fetchPatiently(path: string, request: RequestInit): Promise<Response> {
  for (const pause of kPauses) {
    const response = await fetch(path, request);
    if (response.status !== kBusy) return response;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return fetch(path, request);
}

/** The answer, and its text as it came. */
async function ask<T>(
  method: string,
  path: string,
  body?: unknown,
  raw?: { type: string; text: string },
): Promise<{ data: T; text: string } | { problem: Problem }> {
  const request: RequestInit = { method, signal: AbortSignal.timeout(kPatience) };
  if (raw) {
    request.headers = { "Content-Type": raw.type };
    request.body = raw.text;
  } else if (body !== undefined) {
    request.headers = { "Content-Type": "application/json" };
    request.body = JSON.stringify(body);
  }
  try {
    const response = await fetchPatiently(path, request);
    isOnline.value = response.status < 502 || response.status > 504;
    mustSignIn.value = response.status === 401 && !isLeaving;
    if (!response.ok) return { problem: await problemOf(response) };
    const text = await response.text();
    return { data: JSON.parse(text) as T, text };
  } catch {
    isOnline.value = false;
    return { problem: unreachable };
  }
}

/** Asks the server; what goes wrong is a value. `raw` is sent as it is, with `type`. */
export async function send<T>(
  method: string,
  path: string,
  body?: unknown,
  raw?: { type: string; text: string },
): Promise<Answer<T>> {
  const answer = await ask<T>(method, path, body, raw);
  return "data" in answer ? { data: answer.data } : answer;
}

/** What is known of `path`: the server's answer, else the last one that this device saw. */
export async function cachedGet<T>(
  path: string,
): Promise<{ data: T; isStale: boolean } | { problem: Problem }> {
  const answer = await ask<T>("GET", path);
  if ("data" in answer) {
    // It is shown at once, also where the device has no room to keep it.
    void keepText(path, answer.text).catch(() => undefined);
    return { data: answer.data, isStale: false };
  }
  if (isOnline.value) return answer;
  const last = await known<T>(path);
  return last === undefined ? answer : { data: last, isStale: true };
}

/** As text: to copy a large document, as a database does with objects, takes longer than to read it. */
async function keepText(path: string, document: string): Promise<void> {
  await (await store()).put("documents", document, path);
}

/** Keeps a document that did not come by `cachedGet`. */
export const keepKnown = (path: string, document: unknown): Promise<void> =>
  keepText(path, JSON.stringify(document));

/** Whether this device has the document, without reading it. */
export async function isKnown(path: string): Promise<boolean> {
  return (await (await store()).getKey("documents", path)) !== undefined;
}

/** The document that this device last saw, at once. */
export async function known<T>(path: string): Promise<T | undefined> {
  const document = await (await store()).get("documents", path);
  return document === undefined ? undefined : (JSON.parse(document) as T);
}
