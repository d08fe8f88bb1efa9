import { useEffect, useRef } from "preact/hooks";
import type { AnalysisName, Problem } from "../../shared/protocol/index.js";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { percent } from "../../shared/words.js";
import { post } from "../state/host.js";
import { resultsOf, type Action, type Model } from "../state/model.js";
import { useProgress } from "../state/use-progress.js";
import { CancelButton } from "./headline/headline.js";

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem | null };

/**
 * The answer of an analysis, asked for once for each report; a null problem while it is being computed. The overview grows
 * with the run, and the one before stays until the next is there; what looks at whole reports waits until the run has ended.
 */
export function useAnalysis<Value>(
  model: Model,
  name: AnalysisName,
  dispatch: (action: Action) => void,
): Answer<Value> {
  const answer = model.analyses[name];
  const results = resultsOf(model);
  const grows = name === "overview";
  const waits = model.state.kind === "working" && !grows;
  const before = useRef<Answer<Value>>({ ok: false, problem: null });
  useEffect(() => {
    if (answer !== undefined || !results || waits) return;
    dispatch({ do: "asked", name });
    post({ type: "analyse", name });
  }, [answer, results, waits]);
  if (answer === undefined || answer === "asked") return grows ? before.current : { ok: false, problem: null };
  before.current = answer.ok ? { ok: true, value: answer.value as Value } : answer;
  return before.current;
}

/** In the place of an analysis that is not there (yet). */
export function AnalysisPlaceholder({ answer }: { answer: { readonly problem: Problem | null } }): preact.JSX.Element {
  const progress = useProgress();
  if (!answer.problem) {
    return (
      <div class="verdict">
        <p role="status" class="dim">
          {progress
            ? t(
                { en: "Computing, {0}: {1}", de: "Wird berechnet, {0}: {1}" },
                percent(progress.fraction),
                progress.step,
              )
            : t(terms.computing)}
        </p>
        {progress && <CancelButton />}
      </div>
    );
  }
  return (
    <div class="message" role="alert" data-testid="problem">
      <h2>{answer.problem.message}</h2>
      <p>{answer.problem.hint}</p>
    </div>
  );
}
