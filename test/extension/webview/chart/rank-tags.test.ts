import { expect, test } from "vitest";
import type { ChartInput } from "../../../../extension/webview/chart/chart-input.js";
import type { ChartScale } from "../../../../extension/webview/chart/chart-scale.js";
import { placedTags } from "../../../../extension/webview/chart/rank-tags.js";
import type { IncidentFacts } from "../../../../extension/shared/protocol/index.js";

const incidents = [
  [1, 100],
  [2, 110],
  [3, 300],
  [14, 325],
  [15, 350],
].map(([rank, startTime]) => ({ rank, told: { start: startTime, end: startTime + 1 } }) as IncidentFacts);
const scale: ChartScale = {
  left: 0,
  right: 400,
  top: 0,
  bottom: 100,
  from: 0,
  to: 400,
  low: 0,
  high: 1,
  x: (time) => time,
  y: (value) => value,
};
const ranks = (selected: number | null): number[] =>
  placedTags(
    incidents,
    { selected, results: { chosen: { dated: false, cadence: null } } } as unknown as ChartInput,
    scale,
  ).map(({ incident }) => incident.rank);

test("where two ranks would touch, the selected and then the worse one is shown", () => {
  expect(ranks(null)).toEqual([1, 3, 15]);
  expect(ranks(2)).toEqual([2, 3, 15]);
  expect(ranks(14)).toEqual([14, 1, 3]);
});

test("a rank is over the middle of its stretch", () => {
  const [{ at }] = placedTags(
    incidents.slice(0, 1),
    { selected: null, results: { chosen: { dated: false, cadence: null } } } as unknown as ChartInput,
    scale,
  );
  expect(at).toBe(100);
});
