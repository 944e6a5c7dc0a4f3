import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { text } from "../text/catalog";

const { shell } = text;

/** A page: sets the window's title, and moves the focus to its heading. */
export function Page(props: { title: string; heading?: string; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} · ${shell.name}`;
    heading.current?.focus({ preventScroll: true });
  }, [props.title]);
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {props.heading ?? props.title}
      </h1>
      {props.children}
    </>
  );
}

/** What a page shows until there is something to show. */
export function Loading() {
  return (
    <p class="soft loading" role="status">
      {shell.loading}
    </p>
  );
}
