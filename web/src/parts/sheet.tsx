import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { shell } from "../text/shell";

/** A sheet from below; Escape and a tap beside it close it. */
export function Sheet(props: { title: string; onClose: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="sheet-title"
      onClose={props.onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <h2 id="sheet-title" class="sheet-title">
        {props.title}
      </h2>
      {props.children}
      <p>
        <button type="button" class="button plain" onClick={() => dialog.current?.close()}>
          {shell.close}
        </button>
      </p>
    </dialog>
  );
}
