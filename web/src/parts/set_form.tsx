import { useState } from "preact/hooks";
import type { Units } from "../contract";
import { kMostReserve } from "../session/lookup";
import { amountFor, setOf, type LoggedSet } from "../session/set_amount";
import type { LineView } from "../session/view";
import { text } from "../text/catalog";
import { kilogramsIn, massText, massUnit } from "../units";
import { PainScale } from "./pain_scale";

const words = text.session;

interface NumbersProps {
  label: string;
  numbers: number[];
  planned: [number, number];
  chosen: number | undefined;
  onChoose: (number: number) => void;
}

function Numbers({ label, numbers, planned, chosen, onChoose }: NumbersProps) {
  const isPlanned = (n: number) => n >= planned[0] && n <= planned[1];
  return (
    <div class="amounts" role="radiogroup" aria-label={label}>
      {numbers.map((number) => (
        <button
          key={number}
          type="button"
          role="radio"
          class={isPlanned(number) ? "button planned" : "button"}
          aria-checked={chosen === number}
          onClick={() => onChoose(number)}
        >
          {number}
        </button>
      ))}
    </div>
  );
}

/** How many more it could have been; nobody has to know. */
function Reserve(props: { onSaid: (reserve: number | undefined) => void }) {
  return (
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
            onClick={() => props.onSaid(reserve)}
          >
            {reserve === kMostReserve ? `${reserve}+` : reserve}
          </button>
        ))}
        <button type="button" class="button not-sure" onClick={() => props.onSaid(undefined)}>
          {words.notSure}
        </button>
      </div>
    </>
  );
}

/** The pain of the set: the last one told, until it is touched. */
function PainField(props: { pain: number; onChange: (pain: number) => void }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen)
    return <PainScale label={words.changePain} value={props.pain} onChoose={props.onChange} />;
  return (
    <button type="button" class="button plain" onClick={() => setOpen(true)}>
      {words.pain(props.pain)}
    </button>
  );
}

function LoadField(props: { kg: number; units: Units; onChange: (kg: number) => void }) {
  const [isOpen, setOpen] = useState(false);
  const perUnit = kilogramsIn(props.units);
  if (!isOpen)
    return (
      <button type="button" class="button plain" onClick={() => setOpen(true)}>
        {words.otherLoad(massText(props.kg, props.units))}
      </button>
    );
  return (
    <label>
      {words.otherLoad(massUnit(props.units))}
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

/** After a set: how many, how many more, in two taps; pain stays where it was unless touched. */
export function SetForm(props: {
  view: LineView;
  units: Units;
  pain: number;
  isOnBothSides: boolean;
  onSaid: (set: LoggedSet) => void;
  onBack: () => void;
}) {
  const { line } = props.view;
  const amount = amountFor(line);
  const [value, setValue] = useState<number | undefined>();
  const [load, setLoad] = useState(props.view.next.load_kg);
  const [pain, setPain] = useState(props.pain);
  const finish = (number: number, reserve: number | undefined) =>
    props.onSaid({ ...setOf(line, number), reserve, load_kg: load, pain });
  // Only repetitions ask for what was left.
  const choose = (number: number) =>
    amount.key === "reps" ? setValue(number) : finish(number, undefined);
  const question = words[amount.asks];
  return (
    <div class="stack">
      <p>
        {question} {props.isOnBothSides && <span class="soft">{words.whereSidesDiffer}</span>}
      </p>
      <Numbers {...amount} label={question} chosen={value} onChoose={choose} />
      {value !== undefined && <Reserve onSaid={(reserve) => finish(value, reserve)} />}
      {load !== undefined && <LoadField kg={load} units={props.units} onChange={setLoad} />}
      <PainField pain={pain} onChange={setPain} />
      <button type="button" class="button plain" onClick={props.onBack}>
        {words.notYet}
      </button>
    </div>
  );
}
