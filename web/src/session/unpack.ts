import type { Pack, PackedLine, SentPack, SentSession, SessionPack } from "../contract";

function session(sent: SentSession, lines: readonly PackedLine[]): SessionPack {
  const line = (place: number): PackedLine => {
    const found = lines[place];
    if (!found) throw new Error(`the pack has no line ${place}`);
    return found;
  };
  return {
    ...sent,
    lines: sent.lines.map(line),
    stand_ins: sent.stand_ins.map((others) => others.map(line)),
  };
}

/** The pack with every line in its place. */
export function unpacked(sent: SentPack): Pack {
  const { lines, ...pack } = sent;
  return {
    ...pack,
    days: sent.days.map((day) => ({
      ...day,
      sessions: day.sessions.map((one) => session(one, lines)),
    })),
    flare: session(sent.flare, lines),
  };
}
