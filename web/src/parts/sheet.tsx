import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { text } from "../text/catalog";

const { shell } = text;

/** A sheet from below; Escape and a tap beside it close it.  `closeText`: the way out is the act. */
export function Sheet(props: {
  title: string;
  closeText?: string;
  onClose: () => void;
  children: ComponentChildren;
}) {
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
        <button
          type="button"
          class={props.closeText ? "button action wide" : "button plain"}
          onClick={() => dialog.current?.close()}
        >
          {props.closeText ?? shell.close}
        </button>
      </p>
    </dialog>
  );
}
