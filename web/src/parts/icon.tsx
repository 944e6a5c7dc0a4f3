import back from "@phosphor-icons/core/assets/regular/person.svg?raw";
import today from "@phosphor-icons/core/assets/regular/sun-horizon.svg?raw";
import plan from "@phosphor-icons/core/assets/regular/calendar-blank.svg?raw";
import progress from "@phosphor-icons/core/assets/regular/chart-line-up.svg?raw";
import flare from "@phosphor-icons/core/assets/regular/first-aid-kit.svg?raw";
import settings from "@phosphor-icons/core/assets/regular/sliders-horizontal.svg?raw";

const icons = { back, today, plan, progress, flare, settings };
export type IconName = keyof typeof icons;

/** One of Phosphor's icons; a word always stands beside it. */
export function Icon(props: { name: IconName }) {
  return (
    <span class="icon" aria-hidden="true" dangerouslySetInnerHTML={{ __html: icons[props.name] }} />
  );
}
