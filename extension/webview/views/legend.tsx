import { useState } from "preact/hooks";
import type { DetectorFacts } from "../../shared/protocol/index.js";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { percent } from "../../shared/words.js";
import { knownEvents } from "../chart/known-events.js";
import { Mark } from "../chart/marks.js";
import { askedTuning } from "../state/asked-tuning.js";
import { countedDetectors, type Layer } from "../state/model.js";
import type { PartProps } from "../state/part-props.js";
import { post, rethreshold } from "../state/host.js";

/** The key to the chart; its words switch layers on and off. */
export function Legend({ model, results, dispatch }: PartProps): preact.JSX.Element {
  const toggle = (layer: Layer, text: string, swatch: preact.JSX.Element): preact.JSX.Element => (
    <button
      class="key"
      data-testid={`layer-${layer}`}
      aria-pressed={model.layers[layer]}
      onClick={() => dispatch({ do: "set", part: { layers: { ...model.layers, [layer]: !model.layers[layer] } } })}
    >
      <svg width={16} height={8} aria-hidden="true">
        {swatch}
      </svg>
      {text}
    </button>
  );
  const shape = (severity: number, text: string): preact.JSX.Element => (
    <span class="key">
      <svg width={14} height={16} aria-hidden="true">
        <Mark severity={severity} x={7} y={8} />
      </svg>
      {text}
    </span>
  );
  const hasModel = results.chosen.whole.expected.some((value) => !Number.isNaN(value));
  return (
    <div class="legend">
      <span class="key">
        <svg width={16} height={8} aria-hidden="true">
          <path class="actual" d="M0 4h16" />
        </svg>
        {t(terms.actual)}
      </span>
      {hasModel && toggle("expected", t(terms.expected), <path class="expected" d="M0 4h16" />)}
      {hasModel &&
        toggle(
          "range",
          results.config.coverage
            ? t({ en: "Usual range, {0}", de: "Üblicher Bereich, {0}" }, percent(results.config.coverage))
            : t({ en: "Usual range", de: "Üblicher Bereich" }),
          <path class="band" d="M0 0h16v8H0z" />,
        )}
      {knownEvents(results).length > 0 && toggle("events", t(terms.events), <path class="event" d="M3 1v5h10v-5" />)}
      {results.chosen.incidents.length > 0 && (
        <>
          {shape(80, t({ en: "75 and over", de: "75 und mehr" }))}
          {shape(60, t({ en: "50–74", de: "50–74" }))}
          {shape(20, t({ en: "below 50", de: "unter 50" }))}
        </>
      )}
      <span class="spring" />
      {toggle("score", t(terms.score), <path class="limit" d="M0 4h16" />)}
    </div>
  );
}

/** The detectors in their fixed order; a filled dot counts as the results are cut now, a hollow one does not. */
export function DetectorKeys({ results }: Pick<PartProps, "results">): preact.JSX.Element {
  const [at, setAt] = useState(0);
  const counted = countedDetectors(results);
  const elsewhere =
    results.tuning.mode === "auto"
      ? t({ en: "It counts in the modes 1 to 3.", de: "Er zählt in den Modi 1 bis 3." })
      : t({ en: "It counts in Auto.", de: "Er zählt in Auto." });
  const change = ({ id, part, state, enabled: shown }: DetectorFacts): void => {
    const on = askedTuning(results.tuning).detectors;
    const enabled = part === "votes" ? !on.includes(id) : !shown;
    const next = results.chosen.detectors
      .map((detector) => detector.id)
      .filter((other) => (other === id ? enabled : on.includes(other)));
    if (part === "votes" && !(enabled && state === "off")) rethreshold({ detectors: next });
    else post({ type: "configure", changes: { [`detectors.${id}.enabled`]: enabled } });
  };
  return (
    <div
      class="legend detectors"
      role="toolbar"
      aria-label={t(terms.detectors)}
      onKeyDown={(event) => walk(event, setAt)}
    >
      <span class="key dim">{t(terms.detectors)}</span>
      {results.chosen.detectors.map((detector, place) => {
        const { id, title, summary, state, flagged, part, enabled } = detector;
        const skipped = typeof state === "object" ? state.skipped : null;
        const counts = counted.some((other) => other.id === id);
        const told =
          part === "weighs"
            ? t({
                en: "Part of the combined score; switched off, the others decide.",
                de: "Teil der gemeinsamen Bewertung; ist er aus, entscheiden die anderen.",
              })
            : part === "watches"
              ? t({
                  en: "It has no say: what it sees is shown in Compare.",
                  de: "Er hat keine Stimme: Was er sieht, zeigt „Vergleich“.",
                })
              : state === "off"
                ? t({
                    en: "It has not run yet; switched on, it does.",
                    de: "Ist noch nicht gelaufen; eingeschaltet läuft er.",
                  })
                : t({ en: "Votes; {0} rows flagged.", de: "Stimmt ab; {0} Zeilen markiert." }, flagged);
        return (
          <button
            key={id}
            class={enabled && !counts ? "key dim" : "key"}
            data-testid={`detector-${id}`}
            aria-pressed={enabled}
            tabIndex={place === at ? 0 : -1}
            onFocus={() => setAt(place)}
            title={skipped ?? `${summary} ${told}${enabled && !counts && part !== "watches" ? ` ${elsewhere}` : ""}`}
            onClick={() => change(detector)}
          >
            <span class="dots">
              <i class={state === "running" ? "run" : counts && !skipped ? "on" : ""} />
            </span>
            {title}
          </button>
        );
      })}
    </div>
  );
}

/** The detectors are one stop of the Tab key: arrows, Home and End walk them. */
function walk(event: KeyboardEvent, setAt: (place: number) => void): void {
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll("button")];
  const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = { ArrowRight: now + 1, ArrowDown: now + 1, ArrowLeft: now - 1, ArrowUp: now - 1, Home: 0, End: -1 }[
    event.key
  ];
  if (next === undefined) return;
  event.preventDefault();
  const place = (next + buttons.length) % buttons.length;
  setAt(place);
  buttons[place].focus();
}
