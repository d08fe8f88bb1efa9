import { AnalysisPlaceholder, useAnalysis } from "./analysis.js";
import type { PartProps } from "./header.js";

export function CompareView({ model, dispatch }: PartProps): preact.JSX.Element {
  const answer = useAnalysis<unknown>(model, "compare", dispatch);
  if (!answer.ok) return <AnalysisPlaceholder answer={answer} />;
  return <pre>{JSON.stringify(answer.value, null, 2)}</pre>;
}
