import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { longestNote } from "../../shared/longest-note.js";
import { t } from "../../shared/translate.js";

/**
 * Enter keeps what is written and so does a click elsewhere; Escape leaves the note as it was. The field goes only when that
 * click is over: what is pressed must be in its place when the mouse is let go, or nothing was clicked.
 */
export function NoteField({ note, leave }: { note: string; leave: (note: string) => void }): preact.JSX.Element {
  const [text, setText] = useState(note);
  const field = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  useLayoutEffect(() => field.current?.focus(), []);
  const pressed = usePressed();
  const leaveOnce = (kept: string): void => {
    // A field that is taken away may lose the focus once more.
    if (!left.current) leave(kept);
    left.current = true;
  };
  const keyed = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key !== "Enter" && event.key !== "Escape") return;
    // The button that gets the focus must not take the same key for a press.
    event.preventDefault();
    leaveOnce(event.key === "Enter" ? text.trim() : note);
    document.querySelector<HTMLElement>("[data-testid=note]")?.focus();
  };
  return (
    <input
      class="notefield"
      data-testid="note-field"
      aria-label={t({ en: "Note", de: "Notiz" })}
      placeholder={t({
        en: "What was it? Enter keeps, Escape leaves",
        de: "Was war es? Eingabe behält, Escape verwirft",
      })}
      value={text}
      ref={field}
      maxLength={longestNote}
      onBlur={() => pressed.then(() => leaveOnce(text.trim()))}
      onInput={({ currentTarget }) => setText(currentTarget.value)}
      onKeyDown={keyed}
    />
  );
}

/** Calls what is given when no button of the mouse is down: at once, or after the click that it is part of. */
function usePressed(): { readonly then: (done: () => void) => void } {
  const down = useRef(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    const press = (): void => void (down.current = true);
    const release = (): void => {
      down.current = false;
      // The click comes after the release, in the same task.
      setTimeout(() => {
        for (const done of waiting.current.splice(0)) done();
      });
    };
    document.addEventListener("pointerdown", press, true);
    for (const name of releases) document.addEventListener(name, release, true);
    return () => {
      document.removeEventListener("pointerdown", press, true);
      for (const name of releases) document.removeEventListener(name, release, true);
      // The field went with its row, and what was written stays all the same.
      for (const done of waiting.current.splice(0)) done();
    };
  }, []);
  return { then: (done) => (down.current ? void waiting.current.push(done) : done()) };
}

const releases = ["pointerup", "pointercancel"] as const;
