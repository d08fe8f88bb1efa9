import { useLayoutEffect, useRef } from "preact/hooks";
import type { AssumptionFacts } from "../../shared/protocol/index.js";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { allAssumptions } from "./all-assumptions.js";
import { assumptionTitle } from "./assumption-titles.js";
import { assumptionEditors } from "./assumption-editors.js";
import type { PartProps } from "../state/part-props.js";
import { post, rethreshold } from "../state/host.js";
import { Popup } from "./popup.js";

/** Everything that was taken for granted, warnings first, each editable in place. */
export function AssumedPopup(props: PartProps): preact.JSX.Element {
  const { results, dispatch } = props;
  const save = (): void => {
    dispatch({ do: "set", part: { popup: null, editing: null } });
    post({ type: "saveConfiguration" });
  };
  return (
    <Popup id="assumed" label={t(terms.assumptions)} role="dialog" dispatch={dispatch}>
      <ul>
        {allAssumptions(results).map((assumption, index) => (
          <Assumed key={`${assumption.id} ${index}`} {...props} assumption={assumption} place={index} />
        ))}
      </ul>
      <Overrides {...props} />
      <div class="acts">
        <button class="btn plain" data-testid="save-configuration" onClick={save}>
          {t({ en: "Save as configuration…", de: "Als Konfiguration speichern…" })}
        </button>
      </div>
    </Popup>
  );
}

/** What was changed by hand in the panel and lies over configuration file and settings, with a way back. */
function Overrides({ model: { settings }, dispatch }: PartProps): preact.JSX.Element | null {
  const paths = Object.keys(settings?.overrides ?? {});
  if (!paths.length) return null;
  const reset = (): void => {
    dispatch({ do: "set", part: { popup: null, editing: null, applied: null } });
    post({ type: "override", overrides: {} });
  };
  return (
    <p class="overrides" data-testid="overrides">
      {settings?.configuration
        ? t(
            { en: "Changed in this panel, over {0}: {1}.", de: "In diesem Fenster geändert, vorrangig vor {0}: {1}." },
            settings.configuration,
            paths.join(", "),
          )
        : t({ en: "Changed in this panel: {0}.", de: "In diesem Fenster geändert: {0}." }, paths.join(", "))}{" "}
      <button class="link" data-testid="reset-overrides" onClick={reset}>
        {t({ en: "Reset", de: "Zurücksetzen" })}
      </button>
    </p>
  );
}

function Assumed({
  model,
  results,
  dispatch,
  assumption,
  place,
}: PartProps & { assumption: AssumptionFacts; place: number }): preact.JSX.Element {
  const { id, text, option, warning, line } = assumption;
  const button = useRef<HTMLButtonElement>(null);
  const Editor = option !== null && Object.hasOwn(assumptionEditors, option) ? assumptionEditors[option] : null;
  // By its name, as the chips of the seasons open it, or by its place: two warnings can have one name.
  const open = Editor !== null && (model.editing === id || model.editing === place);
  const edit = (editing: number | null): void => dispatch({ do: "set", part: { editing } });
  const leave = (): void => {
    edit(null);
    setTimeout(() => button.current?.focus());
  };
  const fit = (changes: Readonly<Record<string, unknown>>): void => {
    dispatch({ do: "set", part: { popup: null, editing: null } });
    document.querySelector<HTMLElement>("[data-testid=assumed]")?.focus();
    post({ type: "configure", changes });
  };
  return (
    <li data-testid={`assumption-${id}`}>
      <span class="warn" aria-label={warning ? t({ en: "Warning", de: "Warnung" }) : undefined}>
        {warning ? "\u25b2" : ""}
      </span>
      <b>{assumptionTitle(id)}</b>
      <span>{text}</span>
      <span class="ways">
        {line !== null && (
          <button class="btn plain" onClick={() => post({ type: "reveal", line, how: "go" })}>
            {t({ en: "Show", de: "Zeigen" })}
          </button>
        )}
        {Editor && (
          <button
            ref={button}
            class="btn plain"
            aria-expanded={open}
            aria-label={t({ en: "Edit {0}", de: "{0} ändern" }, assumptionTitle(id))}
            onClick={() => edit(open ? null : place)}
          >
            {t({ en: "Edit", de: "Ändern" })}
          </button>
        )}
      </span>
      {open && (
        <Form leave={leave}>
          <Editor
            results={results}
            about={id}
            fit={fit}
            cut={(tuning) => {
              rethreshold(tuning);
              leave();
            }}
            leave={leave}
          />
        </Form>
      )}
    </li>
  );
}

/** Focus goes to the first field; Escape leaves the editor, not the list. */
function Form({ leave, children }: { leave: () => void; children: preact.ComponentChildren }): preact.JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    box.current?.querySelector<HTMLElement>("select, input:checked, input")?.focus();
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const keyed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    leave();
  };
  return (
    <div ref={box} class="edit" onKeyDown={keyed}>
      {children}
    </div>
  );
}
