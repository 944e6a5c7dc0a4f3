import type { SessionView } from "../session/view";
import { text } from "../text/catalog";
import { Page } from "./page";
import { Triage } from "./triage";

const { session, today: words, shell } = text;

/** What must be seen to, as the server or this device knows it. */
export function triageOf(view: SessionView): string[] {
  return view.closing?.triage ?? view.session.today.triage.map((item) => item.message);
}

/** True when nobody trains until something else was done. */
export const isShut = ({ kind, closing }: SessionView): boolean =>
  kind === "be_seen_first" || kind === "stop" || kind === "flare" || closing !== undefined;

export function closedTitle({ kind }: SessionView): string {
  if (kind === "stop") return words.stop;
  if (kind === "be_seen_first") return words.beSeen;
  return kind === "flare" ? words.flare : session.actions.stop_today;
}

/** In the place of a session that may not go on: why, and what to do first. */
export function Closed(props: { now: SessionView; country: string }) {
  const { now } = props;
  const isSeen = now.kind === "be_seen_first" || now.kind === "stop";
  return (
    <Page title={closedTitle(now)}>
      {now.closing?.why && <p>{now.closing.why}</p>}
      {isSeen && <Triage items={triageOf(now)} country={props.country} />}
      <p class="row">
        <a class="button action" href={now.kind === "flare" ? "/flare" : "/today"}>
          {now.kind === "flare" ? words.small : shell.home}
        </a>
      </p>
    </Page>
  );
}
