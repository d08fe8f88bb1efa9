import type { IncidentFacts } from "../../shared/protocol/index.js";
import type { ChartInput } from "./chart-input.js";
import type { ChartScale } from "./chart-scale.js";

const leastWidth = 4;

/** Left and right edge of an incident's shade: from half a step before its first point to half a step after its last, at least four pixels. */
export function shadeSpan(
  { told }: Pick<IncidentFacts, "told">,
  { results }: ChartInput,
  { x }: ChartScale,
): [number, number] {
  const { dated, cadence } = results.chosen;
  const halfStep = dated ? (cadence?.seconds ?? 0) * 500 : 0.5;
  const [start, end] = [x(told.start - halfStep), x(told.end - halfStep)];
  const extra = Math.max(0, leastWidth - (end - start)) / 2;
  return [start - extra, end + extra];
}
