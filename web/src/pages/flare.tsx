import { useState } from "preact/hooks";
import type { SessionPack } from "../contract";
import { emergencyNumber } from "../emergency";
import { makeEvent } from "../log/events";
import { keep } from "../log/outbox";
import { Page } from "../parts/page";
import { PainNow } from "../parts/pain_now";
import { closedTitle, triageOf } from "../parts/closed";
import { DueQuestions } from "../parts/due_questions";
import { SmallList } from "../parts/small_list";
import { Triage } from "../parts/triage";
import { pack, view } from "../session/current";
import type { Site } from "../session/lookup";
import type { SessionView } from "../session/view";
import { text } from "../text/catalog";

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

/** Questions that are due, what was kept, and a way to say how it is. */
function SayPain({ now }: { now: SessionView | undefined }) {
  const [isAsked, setAsked] = useState(false);
  const [said, setSaid] = useState<number | undefined>();
  const isFlare = now?.kind === "flare";
  const isKnown = isFlare || now?.kind === "be_seen_first";
  const say = (pain: number, site: Site | undefined) => {
    const says_flare = isKnown ? undefined : true;
    void keep(makeEvent("pain_reported", { when: "now", pain, site, says_flare }));
    setSaid(pain);
    setAsked(false);
  };
  return (
    <>
      {now && isKnown && <DueQuestions view={now} />}
      <p>{words.lead}</p>
      {isFlare && (
        <p role="status">
          {said !== undefined && words.saidAgain(said)} {words.kept}
        </p>
      )}
      {isAsked ? (
        <PainNow onSaid={say} />
      ) : (
        <p>
          <button
            type="button"
            class={isKnown ? "button wide" : "button action wide"}
            onClick={() => setAsked(true)}
          >
            {isKnown ? words.again : words.say}
          </button>
        </p>
      )}
    </>
  );
}

/** The few gentle things of today. */
function OpenToday({ flare }: { flare: SessionPack | undefined }) {
  return (
    <>
      <h2>{words.open}</h2>
      {!flare && <p>{words.none}</p>}
      {flare?.today.triage.map((item) => (
        <p class="care" key={item.id}>
          {item.message}
        </p>
      ))}
      <SmallList lines={flare?.today.small_list ?? []} how={flare?.today.small_list_how} />
    </>
  );
}

export default function FlarePage() {
  const now = view.value;
  const country = pack.value?.person.country ?? "";
  const flare = pack.value?.flare;
  const causes = flare?.today.flare_causes ?? [];
  if (now?.kind === "stop")
    return (
      <Page title={closedTitle(now)}>
        <Triage items={triageOf(now)} country={country} />
      </Page>
    );
  return (
    <Page title={words.title}>
      {now?.kind === "be_seen_first" && (
        <>
          <h2>{closedTitle(now)}</h2>
          <Triage items={triageOf(now)} country={country} />
        </>
      )}
      <SayPain now={now} />
      <OpenToday flare={flare} />
      <h2>{words.walking}</h2>
      <p>{words.walkingText}</p>
      <List title={words.stopWhen} items={words.stopList} />
      <List title={words.seenWhen} items={words.seenList} />
      <p>
        <CallLink country={country} />
      </p>
      <h2>{words.back}</h2>
      <p>{words.backText}</p>
      {causes.length > 0 && <List title={words.causes} items={causes} />}
    </Page>
  );
}
