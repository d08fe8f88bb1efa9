import { useMemo, useState } from "preact/hooks";
import { holidayCountries } from "../../../shared/holiday-countries.js";
import type { FixFacts, Results } from "../../../shared/protocol/index.js";
import { terms } from "../../../shared/terms.js";
import { t } from "../../../shared/translate.js";
import { countryName, foundText } from "../../../shared/words.js";
import type { PartProps } from "../../state/part-props.js";
import { post } from "../../state/host.js";

/** Suggestions shown at once: more would hide the answer they stand under. */
const mostShown = 3;

/** Under the answer: what one click each would set right, and what the last one did, with a way back. */
export function Fixes({ model, results, dispatch }: PartProps): preact.JSX.Element | null {
  if (model.state.kind !== "ready") return null;
  // What it did is known once the new run has ended.
  const applied = model.applied?.run === results.run ? null : model.applied;
  const apply = (fix: FixFacts): void => {
    const overrides = model.settings?.overrides ?? {};
    dispatch({
      do: "set",
      part: { applied: { fix, run: results.run, before: foundText(results), overrides }, placed: false },
    });
    post({ type: "configure", changes: fix.changes });
  };
  const open = results.fixes.slice(0, mostShown);
  if (!open.length && !applied) return null;
  return (
    <ul class="fixes" data-testid="fixes" aria-label={t({ en: "Suggestions", de: "Vorschläge" })}>
      {applied && <Applied model={model} results={results} dispatch={dispatch} />}
      {open.map((fix) => (
        <li key={`${fix.kind} ${fix.found}`} data-testid={`fix-${fix.kind.replaceAll(" ", "-")}`}>
          <span>
            {fix.found} <span class="dim">{fix.effect}</span>
          </span>
          <button class="btn" onClick={() => apply(fix)}>
            {fix.action}
          </button>
          {fix.kind === "holidays" && !results.config.holidaysKnown && <HolidaysOf fix={fix} apply={apply} />}
        </li>
      ))}
    </ul>
  );
}

/** Another way to expect dates that return: the public holidays of a country, of the reader's own unless another is chosen. */
function HolidaysOf({ fix, apply }: { fix: FixFacts; apply: (fix: FixFacts) => void }): preact.JSX.Element {
  const [place, setPlace] = useState(ownCountry());
  const named = useMemo(
    () =>
      holidayCountries.map((code) => ({ code, name: countryName(code) })).sort((a, b) => a.name.localeCompare(b.name)),
    [],
  );
  const add = (): void => {
    const { name } = named.find(({ code }) => code === place)!;
    const changes = { holidays: place, holidaysKnown: true };
    apply({ ...fix, changes, action: t({ en: "Add holidays of {0}", de: "Feiertage von {0} ergänzen" }, name) });
  };
  return (
    <>
      <select
        data-testid="holidays-place"
        aria-label={t({ en: "Country", de: "Land" })}
        value={place}
        onChange={({ currentTarget }) => setPlace(currentTarget.value)}
      >
        {named.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <button class="btn" data-testid="holidays-add" onClick={add}>
        {t({ en: "Add its holidays", de: "Dessen Feiertage ergänzen" })}
      </button>
    </>
  );
}

/** Where the reader's language is spoken most; as the browser has it, which knows the region more often. */
function ownCountry(): string {
  const region = new Intl.Locale(navigator.language || "en").maximize().region ?? "";
  return holidayCountries.includes(region) ? region : "US";
}

/** What the last fix changed. */
function Applied({ model, results, dispatch }: PartProps): preact.JSX.Element {
  const { fix, before, overrides } = model.applied!;
  const dismiss = (): void => dispatch({ do: "set", part: { applied: null } });
  const undo = (): void => {
    dispatch({ do: "set", part: { applied: null, placed: false } });
    post({ type: "override", overrides });
  };
  return (
    <li class="done" data-testid="fix-applied">
      <span role="status">
        <b>{t({ en: "Done: {0}", de: "Erledigt: {0}" }, fix.action)}.</b> {effectText(before, results)}
      </span>
      <button class="btn" data-testid="fix-undo" onClick={undo}>
        {t({ en: "Undo", de: "Rückgängig" })}
      </button>
      <button class="btn" data-testid="fix-save" onClick={() => post({ type: "saveConfiguration" })}>
        {t({ en: "Save to configuration…", de: "In Konfiguration speichern…" })}
      </button>
      <button class="btn plain" aria-label={t(terms.close)} title={t(terms.close)} onClick={dismiss}>
        {"\u00d7"}
      </button>
    </li>
  );
}

/** `39 incidents became 2 moments in 3 KPIs.` */
export function effectText(before: string, results: Pick<Results, "kpis" | "moments">): string {
  const after = foundText(results);
  return after === before
    ? t({ en: "{0}, as before.", de: "{0}, wie vorher." }, after)
    : t({ en: "Before: {0}. Now: {1}.", de: "Vorher: {0}. Jetzt: {1}." }, before, after);
}
