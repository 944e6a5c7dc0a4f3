import { useEffect, useState } from "preact/hooks";

const asked = () => window.matchMedia("(prefers-reduced-motion: reduce)");

/** True for those who want nothing on the screen to move. */
export function useStill(): boolean {
  const [isStill, setStill] = useState(() => asked().matches);
  useEffect(() => {
    const query = asked();
    const listen = () => setStill(query.matches);
    query.addEventListener("change", listen);
    return () => query.removeEventListener("change", listen);
  }, []);
  return isStill;
}
