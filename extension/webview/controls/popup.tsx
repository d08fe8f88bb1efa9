import { useLayoutEffect, useRef } from "preact/hooks";
import type { Action } from "../state/model.js";

interface PopupProps {
  /** Also the test id of the button that opens it. */
  readonly id: "assumed" | "export";
  readonly label: string;
  readonly role: "dialog" | "menu";
  readonly dispatch: (action: Action) => void;
  readonly children: preact.ComponentChildren;
}

/**
 * Focus goes in when it opens and back when it closes; Escape and a click elsewhere close it.
 * It listens before it is painted, for a key pressed at once would be lost.
 */
export function Popup({ id, label, role, dispatch, children }: PopupProps): preact.JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const opener = document.querySelector<HTMLElement>(`[data-testid=${id}]`);
    const close = (): void => dispatch({ do: "set", part: { popup: null, editing: null } });
    const keyed = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      close();
      opener?.focus();
    };
    const clicked = (event: PointerEvent): void => {
      const target = event.target as Node;
      if (!box.current?.contains(target) && !opener?.contains(target)) close();
    };
    if (box.current && opener) box.current.style.top = `${opener.getBoundingClientRect().bottom + 2}px`;
    // An editor that is open already has taken the focus.
    if (!box.current?.contains(document.activeElement)) box.current?.querySelector<HTMLElement>("button")?.focus();
    addEventListener("keydown", keyed);
    addEventListener("pointerdown", clicked);
    return () => {
      removeEventListener("keydown", keyed);
      removeEventListener("pointerdown", clicked);
    };
  }, []);
  return (
    <div
      ref={box}
      class={role === "menu" ? "pop menu" : "pop"}
      role={role}
      aria-label={label}
      data-testid={`${id}-popup`}
    >
      {children}
    </div>
  );
}
