/** Drag turns, two fingers and the wheel zoom. Returns what stops it. */
export function watchDrag(
  element: HTMLElement,
  turn: (yaw: number, pitch: number, zoom: number) => void,
): () => void {
  const held = new Map<number, { x: number; y: number }>();
  const spread = (): number => {
    const [a, b] = [...held.values()];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };
  const down = (event: PointerEvent): void => {
    held.set(event.pointerId, { x: event.clientX, y: event.clientY });
    element.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    const last = held.get(event.pointerId);
    if (!last) return;
    const before = spread();
    const next = { x: event.clientX, y: event.clientY };
    held.set(event.pointerId, next);
    const share = 4 / Math.max(240, element.clientWidth);
    if (held.size === 1) turn((next.x - last.x) * share, (next.y - last.y) * share, 1);
    else if (before > 0) turn(0, 0, spread() / before);
  };
  const lift = (event: PointerEvent): void => {
    held.delete(event.pointerId);
  };
  const wheel = (event: WheelEvent): void => {
    // A plain wheel scrolls the page unless the figure has the focus or control is held.
    if (!event.ctrlKey && document.activeElement !== element) return;
    event.preventDefault();
    turn(0, 0, Math.exp(-event.deltaY * 0.0015));
  };
  element.addEventListener("pointerdown", down);
  element.addEventListener("pointermove", move);
  element.addEventListener("pointerup", lift);
  element.addEventListener("pointercancel", lift);
  element.addEventListener("wheel", wheel, { passive: false });
  return () => {
    element.removeEventListener("pointerdown", down);
    element.removeEventListener("pointermove", move);
    element.removeEventListener("pointerup", lift);
    element.removeEventListener("pointercancel", lift);
    element.removeEventListener("wheel", wheel);
  };
}
