import { useState } from "preact/hooks";
import type { Profile } from "../contract";
import { text } from "../text/catalog";
import { OneOf } from "./one_of";
import { Status } from "./status";
import { useChange } from "./use_change";
import { useDocument } from "./use_document";

const words = text.settings;
const kUnits = [
  ["metric", words.metric],
  ["imperial", words.imperial],
] as const;

/** A short field that is saved by itself; it begins with what stands in the file. */
function SavedField(props: {
  name: string;
  value: string;
  isNumber?: boolean;
  fits: (value: string) => boolean;
  onSave: (value: string) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const value = typed ?? props.value;
  return (
    <label>
      {props.name}
      <span class="row nowrap">
        <input
          inputMode={props.isNumber ? "numeric" : "text"}
          value={value}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button
          type="button"
          class="button"
          disabled={value === props.value || !props.fits(value)}
          aria-label={`${words.save}: ${props.name}`}
          onClick={() => props.onSave(value)}
        >
          {words.save}
        </button>
      </span>
    </label>
  );
}

/** The whole file, for those who know it. */
function WholeFile(props: { toml: string; onSave: (toml: string) => void }) {
  const [typed, setTyped] = useState<string>();
  return (
    <details>
      <summary>{words.file}</summary>
      <p class="quiet">{words.fileHow}</p>
      <textarea
        class="code"
        rows={16}
        spellcheck={false}
        aria-label={words.file}
        value={typed ?? props.toml}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button
        type="button"
        class="button action"
        disabled={typed === undefined}
        onClick={() => props.onSave(typed ?? "")}
      >
        {words.save}
      </button>
    </details>
  );
}

/** What the person said of themselves, to be changed. */
export function OwnProfile() {
  const seen = useDocument<Profile>("/api/profile");
  const { ask, shown } = useChange(seen.reload);
  const { data } = seen;
  const patch = (field: string, value: string) =>
    void ask("PATCH", "/api/profile", { field, value });
  return (
    <section>
      <h2>{words.you}</h2>
      {shown}
      <Status seen={seen} />
      {data && (
        <>
          <div class="stack">
            <OneOf
              label={words.units}
              names={kUnits}
              chosen={data.units}
              onChoose={(units) => patch("units", units)}
            />
            <SavedField
              key={`minutes ${data.minutes}`}
              name={words.minutes}
              value={String(data.minutes)}
              isNumber
              fits={(value) => value.trim() !== ""}
              onSave={(value) => patch("time.minutes", value)}
            />
            <SavedField
              key={`country ${data.country}`}
              name={words.country}
              value={data.country}
              fits={(value) => value.length === 2}
              onSave={(value) => patch("country", value.toUpperCase())}
            />
          </div>
          <WholeFile
            key={data.toml}
            toml={data.toml}
            onSave={(toml) => void ask("PUT", "/api/profile", { toml })}
          />
        </>
      )}
    </section>
  );
}
