import { useState } from "preact/hooks";
import type { LineView } from "../session/view";
import { kMostReserve } from "../session/lookup";
import { session as words } from "../text/session";
import { massText } from "../units";
import type { Units } from "../contract";
import { PainScale } from "./pain_scale";

export interface SaidSet {
  reps?: number;
  duration_s?: number;
  distance_m?: number;
  reserve?: number;
  load_kg?: number;
  pain?: number;
}

/** Numbers around what is planned, its least among them. */
function around(low: number, high: number, step: number): number[] {
  const numbers: number[] = [];
  let first = low - 3 * step;
  while (first <= 0) first += step;
  for (let n = first; n <= high + 3 * step && numbers.length < 15; n += step) numbers.push(n);
  return numbers;
}

interface Amount {
  key: "reps" | "duration_s" | "distance_m";
  question: string;
  numbers: number[];
  planned: [number, number];
  scale: number;
}

function amountFor(view: LineView): Amount {
  const { line } = view;
  if (line.hold_s)
    return {
      key: "duration_s",
      question: words.howLong,
      numbers: around(line.hold_s[0], line.hold_s[1], 5),
      planned: line.hold_s,
      scale: 1,
    };
  if (line.duration_min)
    return {
      key: "duration_s",
      question: words.howLong,
      numbers: around(line.duration_min[0], line.duration_min[1], 1),
      planned: line.duration_min,
      scale: 60,
    };
  if (line.distance_m)
    return {
      key: "distance_m",
      question: words.howLong,
      numbers: around(line.distance_m[0], line.distance_m[1], 5),
      planned: line.distance_m,
      scale: 1,
    };
  const reps = line.reps ?? [8, 12];
  return {
    key: "reps",
    question: words.howMany,
    numbers: around(reps[0], reps[1], 1),
    planned: reps,
    scale: 1,
  };
}

/** After a set: how many, how many more, in two taps; pain stays where it was unless touched. */
export function SetForm(props: {
  view: LineView;
  units: Units;
  pain: number;
  onSaid: (set: SaidSet) => void;
}) {
  const amount = amountFor(props.view);
  const [value, setValue] = useState<number | undefined>();
  const [load, setLoad] = useState(props.view.next.load_kg);
  const [pain, setPain] = useState(props.pain);
  const [isPainOpen, setPainOpen] = useState(false);
  const finish = (reps: number, reserve: number | undefined) => {
    const said: SaidSet = { [amount.key]: reps * amount.scale, reserve, load_kg: load, pain };
    if (amount.key === "duration_s" && props.view.line.holds && props.view.line.hold_s)
      said.reps = props.view.line.holds;
    props.onSaid(said);
  };
  const choose = (number: number) => {
    // Only repetitions ask for what was left.
    if (amount.key !== "reps") return finish(number, undefined);
    setValue(number);
  };
  const planned = (n: number) => n >= amount.planned[0] && n <= amount.planned[1];
  return (
    <div class="stack">
      <p>{amount.question}</p>
      <div class="amounts" role="radiogroup" aria-label={amount.question}>
        {amount.numbers.map((number) => (
          <button
            key={number}
            type="button"
            role="radio"
            class={planned(number) ? "button planned" : "button"}
            aria-checked={value === number}
            onClick={() => choose(number)}
          >
            {number}
          </button>
        ))}
      </div>
      {value !== undefined && (
        <>
          <p>{words.howManyMore}</p>
          <div class="amounts" role="radiogroup" aria-label={words.howManyMore}>
            {Array.from({ length: kMostReserve + 1 }, (_, reserve) => (
              <button
                key={reserve}
                type="button"
                role="radio"
                aria-checked="false"
                class="button"
                aria-label={reserve === kMostReserve ? words.more : String(reserve)}
                onClick={() => finish(value, reserve)}
              >
                {reserve === kMostReserve ? `${reserve}+` : reserve}
              </button>
            ))}
            <button type="button" class="button not-sure" onClick={() => finish(value, undefined)}>
              {words.notSure}
            </button>
          </div>
        </>
      )}
      {load !== undefined && <LoadField kg={load} units={props.units} onChange={setLoad} />}
      {isPainOpen ? (
        <PainScale label={words.changePain} value={pain} onChoose={setPain} />
      ) : (
        <button type="button" class="button plain" onClick={() => setPainOpen(true)}>
          {words.pain(pain)} · {words.changePain}
        </button>
      )}
    </div>
  );
}

function LoadField(props: { kg: number; units: Units; onChange: (kg: number) => void }) {
  const [isOpen, setOpen] = useState(false);
  const perUnit = props.units === "metric" ? 1 : 0.45359237; // [kg]
  if (!isOpen)
    return (
      <button type="button" class="button plain" onClick={() => setOpen(true)}>
        {words.otherLoad}: {massText(props.kg, props.units)}
      </button>
    );
  return (
    <label>
      {words.otherLoad} ({props.units === "metric" ? "kg" : "lb"})
      <input
        type="number"
        min="0"
        max="500"
        step="0.5"
        value={Math.round((props.kg / perUnit) * 10) / 10}
        onInput={(event) => {
          const value = Number(event.currentTarget.value) * perUnit;
          if (value >= 0 && value <= 500) props.onChange(Math.round(value * 1000) / 1000);
        }}
      />
    </label>
  );
}
