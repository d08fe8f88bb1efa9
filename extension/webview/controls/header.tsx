import type { Mode } from "kpi-anomaly";
import { useEffect, useState } from "preact/hooks";
import type { SeasonFacts } from "../../shared/protocol/facts.js";
import type { Results, Tuning } from "../../shared/protocol/index.js";
import { terms } from "../../shared/terms.js";
import { localized, t } from "../../shared/translate.js";
import { rethreshold } from "../state/host.js";
import { DialCurveView } from "./dial-curve.js";
import { KpiPicker } from "./kpi-picker.js";
import { timeWords } from "../state/model.js";
import type { PartProps } from "../state/part-props.js";
import { lastedText, percent } from "../../shared/words.js";
import type { View } from "../views/view.js";

/** File, KPI, sensitivity, mode, what was assumed, export: nothing else goes into the header. */
export function Header({ model, results, dispatch }: PartProps): preact.JSX.Element {
  const warnings = results.assumptions.filter((assumption) => assumption.warning).length;
  const toggle = (popup: "assumed" | "export") => (): void =>
    dispatch({ do: "set", part: { popup: model.popup === popup ? null : popup, editing: null } });
  return (
    <header class="bar">
      <FileName name={results.file.name} />
      <KpiPicker model={model} results={results} dispatch={dispatch} />
      <span class="spring" />
      <Sensitivity model={model} results={results} dispatch={dispatch} />
      <ModeChoice tuning={results.tuning} />
      <button
        class="btn plain"
        data-testid="assumed"
        aria-expanded={model.popup === "assumed"}
        aria-haspopup="dialog"
        onClick={toggle("assumed")}
      >
        <span class="full">{t(terms.assumptions)}</span>
        <span class="brief">{t({ en: "Assumed", de: "Annahmen" })}</span>
        {warnings > 0 && (
          <span class="badge" aria-label={t({ en: "{0} warnings", de: "{0} Warnungen" }, warnings)}>
            {warnings}
          </span>
        )}
      </button>
      <button
        class="btn plain"
        data-testid="export"
        aria-expanded={model.popup === "export"}
        aria-haspopup="menu"
        onClick={toggle("export")}
      >
        {t(terms.export)}{" "}
        <svg class="chevron" width={8} height={8} aria-hidden="true">
          <path d="M1 2.5l3 3 3-3" />
        </svg>
      </button>
    </header>
  );
}

export function FileName({ name }: { name: string }): preact.JSX.Element {
  return (
    <span class="file">
      <svg width={16} height={16} class="icon" aria-hidden="true">
        <path d="M2.5 13.5h11M2.5 10l3-4 3 2.5 4.5-6" />
      </svg>
      <h1 title={name}>{name}</h1>
    </span>
  );
}

/** Cuts the stored scores again while it is dragged; nothing is fitted. */
function Sensitivity(props: PartProps): preact.JSX.Element {
  const { results } = props;
  const { tuning } = results;
  const [value, setValue] = useState(tuning.sensitivity);
  useEffect(() => setValue(tuning.sensitivity), [tuning.sensitivity]);
  const change = (next: number): void => {
    setValue(next);
    rethreshold({ sensitivity: next });
  };
  return (
    <span class="group tune">
      <label for="sensitivity">{t(terms.sensitivity)}</label>
      <input
        id="sensitivity"
        data-testid="sensitivity"
        title={results.falseAlarms?.told}
        type="range"
        min={0}
        max={100}
        value={value}
        onInput={({ currentTarget }) => change(Number(currentTarget.value))}
      />
      <output for="sensitivity">{Math.round(value)}</output>
      <DialCurveView {...props} />
      {results.falseAlarms && (
        <span class="dim rate" data-testid="dial-rate" title={results.falseAlarms.told}>
          {results.falseAlarms.short}
        </span>
      )}
      <Judged {...results.marked} />
    </span>
  );
}

/** Marks from which they say something about the dial. */
const fewMarks = 3;

/** How many of the alarms that a person judged were real: `7 of 9 real`. */
function Judged({ real, expected }: Results["marked"]): preact.JSX.Element | null {
  const all = real + expected;
  if (all < fewMarks) return null;
  return (
    <span
      class="dim judged"
      data-testid="judged"
      title={t({ en: "{0} of {1} alarms were real so far", de: "{0} von {1} Alarmen waren bisher echt" }, real, all)}
    >
      {t({ en: "{0} of {1} real", de: "{0} von {1} echt" }, real, all)}
    </span>
  );
}

/** Auto: the combined score decides; a number: so many detectors must agree. */
function ModeChoice({ tuning }: { tuning: Tuning }): preact.JSX.Element {
  const choice = (mode: Mode, consensus: number, text: string, title: string): preact.JSX.Element => {
    const checked = tuning.mode === mode && (mode === "auto" || tuning.consensus === consensus);
    return (
      <label title={title}>
        <input
          type="radio"
          name="consensus"
          value={text}
          data-testid={`consensus-${text.toLowerCase()}`}
          checked={checked}
          onChange={() => rethreshold(mode === "auto" ? { mode } : { mode, consensus })}
        />
        {mode === "auto" ? t({ en: "Auto", de: "Auto" }) : text}
      </label>
    );
  };
  return (
    <fieldset class="seg" data-testid="consensus" aria-label={t(terms.mode)}>
      {choice("auto", 0, "Auto", t({ en: "The combined score decides", de: "Die gemeinsame Bewertung entscheidet" }))}
      {choice("vote", 1, "1", t({ en: "1 vote or more: sensitive", de: "Ab 1 Stimme: empfindlich" }))}
      {choice("vote", 2, "2", t({ en: "2 votes or more: balanced", de: "Ab 2 Stimmen: ausgewogen" }))}
      {choice("vote", 3, "3", t({ en: "3 votes or more: strict", de: "Ab 3 Stimmen: streng" }))}
    </fieldset>
  );
}

/** The views, and the seasons found. */
export function Tabs({
  model,
  results,
  dispatch,
  views,
}: PartProps & { readonly views: readonly View[] }): preact.JSX.Element {
  const go = (view: string): void => {
    dispatch({ do: "set", part: { view, popup: null, placed: true } });
    setTimeout(() => document.querySelector<HTMLElement>(`[data-testid=tab-${view}]`)?.focus());
  };
  const keyed = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    const at = views.findIndex(({ name }) => name === model.view);
    if (by) go(views[(at + by + views.length) % views.length].name);
  };
  return (
    <nav class="tabs" aria-label={t({ en: "Views", de: "Ansichten" })}>
      <div class="tablist" role="tablist" aria-label={t({ en: "Views", de: "Ansichten" })}>
        {views.map(({ name: view, title }) => (
          <button
            key={view}
            class="tab"
            role="tab"
            id={`tab-${view}`}
            data-testid={`tab-${view}`}
            aria-selected={model.view === view}
            aria-controls="view"
            tabIndex={model.view === view ? 0 : -1}
            onClick={() => go(view)}
            onKeyDown={keyed}
          >
            {localized(title)}
          </button>
        ))}
      </div>
      <Seasons results={results} dispatch={dispatch} />
    </nav>
  );
}

/** The seasons as chips; a click edits them. */
function Seasons({ results, dispatch }: Pick<PartProps, "results" | "dispatch">): preact.JSX.Element | null {
  const { seasons, cadence } = results.chosen;
  const words = timeWords(results);
  const isShown = ({ accepted, contained, returns }: SeasonFacts): boolean => accepted || contained || returns;
  const shown = [...seasons.filter(isShown), ...seasons.filter((season) => !isShown(season))].slice(0, 4);
  const [whole] = seasons.filter(({ accepted }) => accepted);
  const edit = (): void => dispatch({ do: "set", part: { popup: "assumed", editing: "seasons" } });
  return (
    <div class="chips">
      {!seasons.length && cadence && (
        <>
          <span class="dim">{t(terms.cadence)}</span>
          <span class="chip" title={cadence.seconds ? lastedText(cadence.seconds * 1000, words) : ""}>
            {cadence.name}
          </span>
        </>
      )}
      <button
        class="key dim"
        data-testid="seasons"
        title={t({ en: "Set the season by hand", de: "Saison von Hand setzen" })}
        onClick={edit}
      >
        {t(terms.seasons)}
        {shown.map((season) => (
          <span
            key={season.label}
            class={isShown(season) ? "chip" : "chip off"}
            title={
              season.contained
                ? t(
                    { en: "Contained in the longer season: {0}", de: "In der längeren Saison enthalten: {0}" },
                    whole.name,
                  )
                : seasonTitle(season, results.config.season !== null)
            }
          >
            {season.name}
          </span>
        ))}
        {!seasons.length && <span class="chip off">{t(terms.none)}</span>}
      </button>
    </div>
  );
}

function seasonTitle({ accepted, returns, explained }: SeasonFacts, byHand: boolean): string {
  const share = percent(Math.max(0, explained));
  if (returns)
    return t(
      {
        en: "Returns each time and explains {0} of how the values vary; the model follows the neighbouring values instead",
        de: "Kehrt jedes Mal wieder und erklärt {0} der Schwankung; das Modell folgt stattdessen den Nachbarwerten",
      },
      share,
    );
  if (accepted)
    return byHand
      ? t(
          {
            en: "Set by hand; explains {0} of how the values vary about their level",
            de: "Von Hand gesetzt; erklärt {0} der Schwankung der Werte um ihr Niveau",
          },
          share,
        )
      : t(
          {
            en: "Explains {0} of how the values vary about their level",
            de: "Erklärt {0} der Schwankung der Werte um ihr Niveau",
          },
          share,
        );
  return t(
    {
      en: "Looked for and not used: it explains {0} of how the values vary about their level",
      de: "Gesucht und nicht verwendet: erklärt {0} der Schwankung der Werte um ihr Niveau",
    },
    share,
  );
}
