import { useState } from "preact/hooks";
import { send } from "../api";
import type { Change, Me, Problem } from "../contract";
import { OneOf } from "../parts/one_of";
import { OwnAccount } from "../parts/own_account";
import { Page } from "../parts/page";
import { ProblemText } from "../parts/problem_text";
import { useDocument } from "../parts/use_document";
import { refreshPack } from "../session/current";
import { applyTheme, isOn, theme, turn, type Switch, type Theme } from "../settings_here";
import { forgetAll } from "../store";
import { text } from "../text/catalog";
import "../styles/plan.css";

const words = text.settings;
const kThemes: readonly Theme[] = ["system", "light", "dark"];

function Here() {
  const [chosen, setChosen] = useState<Theme>(theme());
  return (
    <section>
      <h2>{words.here}</h2>
      <OneOf
        label={words.theme}
        names={kThemes.map((one) => [one, words.themes[one]] as const)}
        chosen={chosen}
        onChoose={(one) => {
          applyTheme(one);
          setChosen(one);
        }}
      />
      <p class="row">
        <Toggle which="sound" name={words.sound} />
        <Toggle which="voice" name={words.voice} />
      </p>
    </section>
  );
}

function Toggle(props: { which: Switch; name: string }) {
  const [on, setOn] = useState(isOn(props.which));
  return (
    <label class="row">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => {
          turn(props.which, event.currentTarget.checked);
          setOn(event.currentTarget.checked);
        }}
      />
      {props.name}
    </label>
  );
}

/** Sends a change and says what came of it. */
function useChange(after: () => void) {
  const [problem, setProblem] = useState<Problem>();
  const [said, setSaid] = useState("");
  const ask = async (method: string, path: string, body: unknown) => {
    const answer = await send<Change>(method, path, body);
    setProblem("problem" in answer ? answer.problem : undefined);
    if ("problem" in answer) return setSaid("");
    setSaid([words.saved, ...answer.data.notes, ...answer.data.program].join(" "));
    after();
    void refreshPack();
  };
  const shown = (
    <>
      {problem && <ProblemText problem={problem} />}
      {said && (
        <p class="care" role="status">
          {said}
        </p>
      )}
    </>
  );
  return { ask, shown };
}

function You() {
  const seen = useDocument<{ toml: string }>("/api/profile");
  const { ask, shown } = useChange(seen.reload);
  const [toml, setToml] = useState<string>();
  const [minutes, setMinutes] = useState("");
  const [country, setCountry] = useState("");
  const patch = (field: string, value: string) =>
    void ask("PATCH", "/api/profile", { field, value });
  return (
    <section>
      <h2>{words.you}</h2>
      {shown}
      <div class="stack">
        <div class="row" role="group" aria-label={words.units}>
          <button type="button" class="button" onClick={() => patch("units", "metric")}>
            {words.metric}
          </button>
          <button type="button" class="button" onClick={() => patch("units", "imperial")}>
            {words.imperial}
          </button>
        </div>
        <label>
          {words.minutes}
          <span class="row nowrap">
            <input
              inputMode="numeric"
              value={minutes}
              onInput={(event) => setMinutes(event.currentTarget.value)}
            />
            <button
              type="button"
              class="button"
              disabled={minutes === ""}
              aria-label={`${words.save}: ${words.minutes}`}
              onClick={() => patch("time.minutes", minutes)}
            >
              {words.save}
            </button>
          </span>
        </label>
        <label>
          {words.country}
          <span class="row nowrap">
            <input
              maxLength={2}
              value={country}
              onInput={(event) => setCountry(event.currentTarget.value)}
            />
            <button
              type="button"
              class="button"
              disabled={country.length !== 2}
              aria-label={`${words.save}: ${words.country}`}
              onClick={() => patch("country", country.toUpperCase())}
            >
              {words.save}
            </button>
          </span>
        </label>
      </div>
      <details>
        <summary>{words.file}</summary>
        <p class="quiet">{words.fileHow}</p>
        <textarea
          class="code"
          rows={16}
          spellcheck={false}
          aria-label={words.file}
          value={toml ?? seen.data?.toml ?? ""}
          onInput={(event) => setToml(event.currentTarget.value)}
        />
        <button
          type="button"
          class="button action"
          disabled={toml === undefined}
          onClick={() => void ask("PUT", "/api/profile", { toml })}
        >
          {words.save}
        </button>
      </details>
    </section>
  );
}

function Therapist() {
  const { ask, shown } = useChange(() => undefined);
  const [reply, setReply] = useState("");
  return (
    <section>
      <h2>{words.therapist}</h2>
      {shown}
      <p>
        <a class="button" href="/api/sheet" target="_blank" rel="noopener">
          {words.sheet}
        </a>
      </p>
      <label>
        {words.reply}
        <textarea
          class="code"
          rows={6}
          spellcheck={false}
          value={reply}
          onInput={(event) => setReply(event.currentTarget.value)}
        />
      </label>
      <button
        type="button"
        class="button"
        disabled={reply.trim() === ""}
        onClick={() => void ask("POST", "/api/reply", { toml: reply })}
      >
        {words.takeReply}
      </button>
    </section>
  );
}

function Data() {
  const [problem, setProblem] = useState<Problem>();
  const [said, setSaid] = useState("");
  const [typed, setTyped] = useState("");
  const take = async (file: File | undefined) => {
    if (!file) return;
    const text = await file.text();
    const type = text.trimStart().startsWith("{") ? "application/json" : "text/csv";
    const answer = await send<{ added: number; already_there: number }>(
      "POST",
      "/api/import",
      undefined,
      { type, text },
    );
    setProblem("problem" in answer ? answer.problem : undefined);
    if ("problem" in answer) return;
    setSaid(words.imported(answer.data.added, answer.data.already_there));
    void refreshPack();
  };
  const remove = async () => {
    const answer = await send("POST", "/api/delete", { really: typed });
    if ("problem" in answer) return setProblem(answer.problem);
    await forgetAll();
    location.assign("/welcome");
  };
  return (
    <section>
      <h2>{words.data}</h2>
      {problem && <ProblemText problem={problem} />}
      {said && <p role="status">{said}</p>}
      <p class="row">
        <a class="button" href="/api/export.json" download="strongback.json">
          {words.exportJson}
        </a>
        <a class="button" href="/api/export.csv" download="strongback.csv">
          {words.exportCsv}
        </a>
        <a class="button" href="/api/calendar.ics">
          {words.calendar}
        </a>
      </p>
      <label>
        {words.importHow}
        <input
          type="file"
          accept=".csv,.json,text/csv,application/json"
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </label>
      <details>
        <summary>{words.remove}</summary>
        <label>
          {words.removeHow}
          <input value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
        <button
          type="button"
          class="button stop"
          disabled={typed !== words.removeWord}
          onClick={() => void remove()}
        >
          {words.remove}
        </button>
      </details>
    </section>
  );
}

export default function SettingsPage() {
  const me = useDocument<Me>("/api/me");
  return (
    <Page title={words.title}>
      <Here />
      <You />
      <Therapist />
      <Data />
      {me.data?.needs_account && <OwnAccount />}
      <h2>{words.about}</h2>
      <p>
        <a href="/exercises">{words.exercises}</a>
      </p>
      <p>{words.aboutText}</p>
    </Page>
  );
}
