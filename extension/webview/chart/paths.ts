import type { GapFacts } from "../../shared/protocol/index.js";

/** A place in pixels. */
export type Place = readonly [x: number, y: number];

/** Only what is somewhere is drawn: a value that is missing, or an axis without values, has no place. */
function isPlace([x, y]: Place): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}

/** A line through points, broken at those that are nowhere. */
export function linePath(points: readonly Place[]): string {
  let path = "";
  let pen = "M";
  for (const point of points) {
    if (!isPlace(point)) pen = "M";
    else {
      path += `${pen}${point[0].toFixed(1)} ${point[1].toFixed(1)}`;
      pen = "L";
    }
  }
  return path;
}

/** Where a line must not go from one moment to a later one: over a stretch without values. Asked in order of time. */
export function gapsBetween(gaps: readonly GapFacts[]): (before: number, after: number) => boolean {
  const sorted = [...gaps].sort((a, b) => a.from - b.from);
  let next = 0;
  return (before, after) => {
    while (next < sorted.length && sorted[next].from <= before) next++;
    return next < sorted.length && sorted[next].to <= after;
  };
}

/** The same outline, drawn from each of the points that are somewhere. */
export function marksPath(points: readonly Place[], outline: string): string {
  return points
    .filter(isPlace)
    .map(([x, y]) => `M${x.toFixed(1)} ${y.toFixed(1)}${outline}`)
    .join("");
}

/** How far a value lies between two others, 0 to 1; 0 where there is nothing between them. Quarters keep the widest range from overflowing. */
export function shareBetween(value: number, low: number, high: number): number {
  const range = high / 4 - low / 4;
  return (value / 4 - low / 4) / (range || 1);
}
