import { useState } from "preact/hooks";
import { emergencyNumber } from "../emergency";
import { makeEvent } from "../log/events";
import { keep } from "../log/outbox";
import { Page } from "../parts/page";
import { PainNow } from "../parts/pain_now";
import { closedTitle, triageOf } from "../parts/closed";
import { DueQuestions } from "../parts/due_questions";
import { Triage } from "../parts/triage";
import { pack, view } from "../session/current";
import type { Site } from "../session/lookup";
import { text } from "../text/catalog";
import { amountOf } from "../units";

const { flare: words, today } = text;

function CallLink(props: { country: string }) {
  const number = emergencyNumber(props.country);
  if (number === undefined) return <>{today.callUnknown}</>;
  return (
    <a class="button" href={`tel:${number}`}>
      {today.callIfWorse(number)}
    </a>
  );
}

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
  const now = view.value;
  const isFlare = now?.kind === "flare";
  const isSeen = now?.kind === "be_seen_first";
  const country = pack.value?.person.country ?? "";
  const session = pack.value?.flare;
  const [said, setSaid] = useState<number | undefined>();
  const say = (pain: number, site: Site | undefined) => {
    const says_flare = isFlare || isSeen ? undefined : true;
    void keep(makeEvent("pain_reported", { when: "now", pain, site, says_flare }));
    setSaid(pain);
    setAsked(false);
  };
  if (now?.kind === "stop")
    return (
      <Page title={closedTitle(now)}>
        <Triage items={triageOf(now)} country={country} />
      </Page>
    );
  return (
    <Page title={words.title}>
      {now && isSeen && (
        <>
          <h2>{closedTitle(now)}</h2>
          <Triage items={triageOf(now)} country={country} />
        </>
      )}
      {now && (isFlare || isSeen) && <DueQuestions view={now} />}
      <p>{words.lead}</p>
      {isFlare && (
        <p role="status">
          {said !== undefined && words.saidAgain(said)} {words.kept}
        </p>
      )}
      {!isAsked && (
        <p>
          <button
            type="button"
            class={isFlare || isSeen ? "button wide" : "button action wide"}
            onClick={() => setAsked(true)}
          >
            {isFlare || isSeen ? words.again : words.say}
          </button>
        </p>
      )}
      {isAsked && <PainNow onSaid={say} />}
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
      <p>
        <CallLink country={country} />
      </p>
      <h2>{words.back}</h2>
      <p>{words.backText}</p>
      {session && session.today.flare_causes.length > 0 && (
        <List title={words.causes} items={session.today.flare_causes} />
      )}
    </Page>
  );
}
