import type { IncidentFacts } from "../../shared/protocol/index.js";
import type { ChartInput } from "./chart-input.js";
import type { ChartScale } from "./chart-scale.js";
import { shadeSpan } from "./shade-span.js";

const tagWidth = 20;
const digitWidth = 7;
const mostTags = 60;

/** A rank number on top of the chart, and where its middle is. */
export interface PlacedTag {
  readonly incident: IncidentFacts;
  readonly at: number;
}

/** Rank numbers on top; where two would touch, the selected and then the worse incident keeps its own. */
export function placedTags(shown: readonly IncidentFacts[], input: ChartInput, scale: ChartScale): PlacedTag[] {
  const { selected } = input;
  const order = [...shown].sort((a, b) => Number(b.rank === selected) - Number(a.rank === selected) || a.rank - b.rank);
  const placed: PlacedTag[] = [];
  for (const incident of order) {
    if (placed.length >= mostTags) break;
    const [start, end] = shadeSpan(incident, input, scale);
    const at = (Math.max(scale.left, start) + Math.min(scale.right, end)) / 2;
    const clear = tagWidth + (String(incident.rank).length - 1) * digitWidth;
    if (placed.every((other) => Math.abs(other.at - at) >= clear)) placed.push({ at, incident });
  }
  return placed;
}
