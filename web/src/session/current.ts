import { computed, effect, signal } from "@preact/signals";
import { cachedGet, known } from "../api";
import type { Pack, SentPack } from "../contract";
import { keepMotions } from "../figure/kept_motions";
import { logVersion, ownEvents, waiting } from "../log/outbox";
import type { KeptEvent } from "../store";
import { unpacked } from "./unpack";
import { viewOf } from "./view";

const kPath = "/api/pack";

/** The last pack that this device saw. */
export const pack = signal<Pack | undefined>(undefined);
export const packProblem = signal<string | undefined>(undefined);
const own = signal<KeptEvent[]>([]);

/** Today's session as it stands. */
export const view = computed(() => (pack.value ? viewOf(pack.value, own.value) : undefined));

async function takeEvents(): Promise<void> {
  own.value = await ownEvents();
}

let isHeld = false;
let held: Pack | undefined;

/** While somebody says how a set went, no new pack changes what stands under the finger. */
export function holdPack(hold: boolean): void {
  isHeld = hold;
  if (!hold && held) pack.value = held;
  if (!hold) held = undefined;
}

let fetching: Promise<void> | undefined;
let isAskedAgain = false;

/** Asks for a new pack, and once more if somebody asked meanwhile; the old one stays until then. */
export function refreshPack(): Promise<void> {
  isAskedAgain = fetching !== undefined;
  fetching ??= fetchAll().finally(() => (fetching = undefined));
  return fetching;
}

async function fetchAll(): Promise<void> {
  do {
    isAskedAgain = false;
    await fetchPack();
  } while (isAskedAgain);
}

async function fetchPack(): Promise<void> {
  if (!pack.value) {
    const last = await known<SentPack>(kPath);
    if (last) pack.value = unpacked(last);
    await takeEvents();
  }
  const answer = await cachedGet<SentPack>(kPath);
  if ("problem" in answer) {
    packProblem.value = answer.problem.title;
    return;
  }
  packProblem.value = undefined;
  await takeEvents();
  if (isHeld && pack.value) held = unpacked(answer.data);
  else pack.value = unpacked(answer.data);
  const today = view.value?.lines.map(({ line }) => line.id) ?? [];
  if (!answer.isStale) void keepMotions(today);
}

/** On pages before the first session there is no pack to ask for. */
const hasBegun = () => !["/welcome", "/sign-in"].includes(location.pathname);

/** Follows the log: what was just logged shows at once, and a new pack comes once it is sent. */
export function followLog(): void {
  effect(() => {
    void logVersion.value;
    void takeEvents();
    if (waiting.value === 0 && hasBegun()) void refreshPack();
  });
}
