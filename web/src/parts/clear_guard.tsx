import { useState } from "preact/hooks";
import { countUnsent, flush, waiting } from "../log/outbox";
import { text } from "../text/catalog";
import { Sheet } from "./sheet";

const words = text.clearing;

interface WarningProps {
  onGoOn: () => void;
  onWait: () => void;
}

/** How many entries only this device has, as long as that is so. */
function Warning({ onGoOn, onWait }: WarningProps) {
  const isSent = waiting.value === 0;
  return (
    <Sheet
      title={isSent ? words.sentTitle : words.title}
      closeText={isSent ? undefined : words.wait}
      onClose={onWait}
    >
      <p role="status">{isSent ? words.sent : words.unsent(waiting.value)}</p>
      <p>
        <button
          type="button"
          class={isSent ? "button action wide" : "button wide"}
          onClick={onGoOn}
        >
          {isSent ? words.goOn : words.goOnAnyway}
        </button>
      </p>
    </Sheet>
  );
}

/** Guards what clears this device: who has unsent entries is told, and may wait.
    `ask` clears at once where all is sent; `sheet` stands on the page, and asks where it is not. */
export function useClearing(clear: () => Promise<void>) {
  const [isAsking, setAsking] = useState(false);
  const ask = async () => {
    if ((await countUnsent()) === 0) return clear();
    setAsking(true);
    return flush();
  };
  const goOn = () => {
    setAsking(false);
    void clear();
  };
  const sheet = isAsking && <Warning onGoOn={goOn} onWait={() => setAsking(false)} />;
  return { ask: () => void ask(), sheet };
}
