import { AnalysisPlaceholder, useAnalysis } from "./analysis.js";
import type { PartProps } from "./header.js";

export function StabilityView({ model, dispatch }: PartProps): preact.JSX.Element {
  const answer = useAnalysis<unknown>(model, "stability", dispatch);
  if (!answer.ok) return <AnalysisPlaceholder answer={answer} />;
  return <pre>{JSON.stringify(answer.value, null, 2)}</pre>;
}
