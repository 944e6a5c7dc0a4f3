import { useState } from "preact/hooks";
import { makeEvent } from "../log/events";
import { keep } from "../log/outbox";
import { Page } from "../parts/page";
import { PainScale } from "../parts/pain_scale";
import { pack, view } from "../session/current";
import { flare as words } from "../text/session";
import { amountOf } from "../units";

function List(props: { title: string; items: readonly string[] }) {
  return (
    <>
      <h2>{props.title}</h2>
      <ul>
        {props.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}

export default function FlarePage() {
  const [isAsked, setAsked] = useState(false);
  const isFlare = view.value?.session.today.kind === "flare";
  const session = pack.value?.flare;
  const say = (pain: number) => {
    void keep(makeEvent("pain_reported", { when: "now", pain, says_flare: true }));
    setAsked(false);
  };
  return (
    <Page title={words.title}>
      <p>{words.lead}</p>
      {!isFlare && !isAsked && (
        <button type="button" class="button action wide" onClick={() => setAsked(true)}>
          {words.say}
        </button>
      )}
      {isAsked && (
        <section class="card">
          <p>{words.how}</p>
          <PainScale label={words.how} value={undefined} onChoose={say} />
        </section>
      )}
      {isFlare && <p role="status">{words.kept}</p>}
      <h2>{words.open}</h2>
      {session ? (
        <>
          {session.today.triage.map((item) => (
            <p class="care" key={item.id}>
              {item.message}
            </p>
          ))}
          <ul>
            {session.today.small_list.map((line) => (
              <li key={line.id}>
                <a href={`/exercises/${line.id}`}>{line.name}</a>: {amountOf(line).text}{" "}
                {amountOf(line).unit}
              </li>
            ))}
          </ul>
          <p>{session.today.small_list_how}</p>
        </>
      ) : (
        <p>{words.none}</p>
      )}
      <h2>{words.walking}</h2>
      <p>{words.walkingText}</p>
      <List title={words.stopWhen} items={words.stopList} />
      <List title={words.seenWhen} items={words.seenList} />
      <h2>{words.back}</h2>
      <p>{words.backText}</p>
    </Page>
  );
}
