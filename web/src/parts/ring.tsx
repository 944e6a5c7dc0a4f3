const kAround = 2 * Math.PI * 46;

/** Large digits, and round them a ring that closes. */
export function Ring(props: { share: number; text: string; label: string }) {
  const share = Math.min(1, Math.max(0, props.share));
  return (
    <div class="ring">
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle class="ring-track" cx="50" cy="50" r="46" />
        <circle
          class="ring-left"
          cx="50"
          cy="50"
          r="46"
          stroke-dasharray={`${kAround * share} ${kAround}`}
        />
      </svg>
      <div class="time" role="timer" aria-label={props.label}>
        {props.text}
      </div>
    </div>
  );
}
