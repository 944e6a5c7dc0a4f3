const kFirst = 3_000; // [ms] from the start of a page: its first taps come before
const kAtLast = 10_000; // [ms] after that it is done though the page is busy

const loaded = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState === "complete") resolve();
    else window.addEventListener("load", () => resolve(), { once: true });
  });

/** When the page has loaded and has nothing else to do: for what can wait. */
export async function quiet(): Promise<void> {
  if (typeof document === "undefined") return; // no page to wait for
  await loaded();
  const left = kFirst - performance.now();
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  if (!("requestIdleCallback" in window)) return; // Safari
  await new Promise<void>((resolve) =>
    requestIdleCallback(() => resolve(), { timeout: kAtLast }),
  );
}
