import type { FixFacts, Results } from "../../shared/protocol/index.js";
import { t } from "../../shared/translate.js";
import { foundText } from "../../shared/words.js";
import type { PartProps } from "../state/part-props.js";
import { post } from "../state/host.js";

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
    <ul class="fixes" data-testid="fixes" aria-label={t("Suggestions")}>
      {applied && <Applied model={model} results={results} dispatch={dispatch} />}
      {open.map((fix) => (
        <li key={`${fix.kind} ${fix.found}`} data-testid={`fix-${fix.kind.replaceAll(" ", "-")}`}>
          <span>
            {fix.found} <span class="dim">{fix.effect}</span>
          </span>
          <button class="btn" onClick={() => apply(fix)}>
            {fix.action}
          </button>
        </li>
      ))}
    </ul>
  );
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
        <b>{t("Done: {0}", fix.action)}.</b> {effectText(before, results)}
      </span>
      <button class="btn" data-testid="fix-undo" onClick={undo}>
        {t("Undo")}
      </button>
      <button class="btn" data-testid="fix-save" onClick={() => post({ type: "saveConfiguration" })}>
        {t("Save to configuration\u2026")}
      </button>
      <button class="btn plain" aria-label={t("Close")} title={t("Close")} onClick={dismiss}>
        {"\u00d7"}
      </button>
    </li>
  );
}

/** `39 incidents became 2 moments in 3 KPIs.` */
export function effectText(before: string, results: Pick<Results, "kpis" | "moments">): string {
  const after = foundText(results);
  return after === before ? t("{0}, as before.", after) : t("Before: {0}. Now: {1}.", before, after);
}
