import { useEffect } from "preact/hooks";
import type { AnalysisName, Problem } from "../src/protocol.js";
import { t } from "../shared/translate.js";
import { percent } from "../shared/words.js";
import { post } from "./host.js";
import { resultsOf, type Action, type Model } from "./model.js";
import { useProgress } from "./use-progress.js";
import { CancelButton } from "./verdict-line.js";

export type Answer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem | null };

/** The answer of an analysis, asked for once for each report; a null problem while it is being computed. */
export function useAnalysis<Value>(model: Model, name: AnalysisName, dispatch: (action: Action) => void): Answer<Value> {
  const answer = model.analyses[name];
  const results = resultsOf(model);
  useEffect(() => {
    if (answer !== undefined || !results) return;
    dispatch({ do: "set", part: { analyses: { ...model.analyses, [name]: "asked" } } });
    post({ type: "analyse", name });
  }, [answer, results]);
  if (answer === undefined || answer === "asked") return { ok: false, problem: null };
  return answer.ok ? { ok: true, value: answer.value as Value } : answer;
}

/** In the place of an analysis that is not there (yet). */
export function AnalysisPlaceholder({ answer }: { answer: { readonly problem: Problem | null } }): preact.JSX.Element {
  const progress = useProgress();
  if (!answer.problem) {
    return (
      <div class="verdict">
        <p role="status" class="dim">{progress ? t("Computing, {0}: {1}", percent(progress.fraction), progress.step) : t("Computing\u2026")}</p>
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
