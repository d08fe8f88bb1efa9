import { finiteValues } from "../../numeric/finite.js";
import { median } from "../../numeric/statistics.js";
import type { Explanation, IncidentKind } from "../../report.js";
import type { Explained } from "./explain.js";
import { windowAround } from "./incident-kind.js";
import type { Stretch } from "./stretches.js";

type KindFacts = Pick<Explanation, "sides" | "level" | "still" | "missingPeak" | "late">;

/** What is worth telling of an incident of its kind: how far to both sides, which level came, where it stands still, how late it came. O(length). */
export function kindFacts(kind: IncidentKind, stretch: Stretch, peak: number, from: Explained): KindFacts {
  const sides = { sides: bothSides(stretch, from) };
  if (kind === "level shift") return { ...sides, level: levels(stretch, from) };
  if (kind === "flat line") return { ...sides, still: stillness(stretch, from) };
  const late = kind === "pattern break" || kind === "variance burst" ? lateness(stretch, from) : 0;
  if (late !== 0) return { ...sides, late };
  const missingPeak = kind === "pattern break" ? peakThatIsMissing(stretch, peak, from) : null;
  return missingPeak === null ? sides : { ...sides, missingPeak };
}

/** Points that lie farthest above and below what is expected. */
function bothSides({ start, end }: Stretch, { values, expected }: Explained): KindFacts["sides"] {
  let above = -1;
  let below = -1;
  for (let i = start; i <= end; i++) {
    const deviation = values[i] - expected[i];
    if (deviation > 0 && (above < 0 || deviation > values[above] - expected[above])) above = i;
    if (deviation < 0 && (below < 0 || deviation < values[below] - expected[below])) below = i;
  }
  return { above, below };
}

/** The usual value before and since, and whether the new one stayed. */
function levels({ start, end }: Stretch, { values, pattern }: Explained): KindFacts["level"] {
  const around = windowAround(pattern);
  const before = median(finiteValues(values.subarray(Math.max(0, start - around), start)));
  const inside = median(finiteValues(values.subarray(start, end + 1)));
  const later = finiteValues(values.subarray(end + 1, end + 1 + around));
  const stayed = later.length < 3 || Math.abs(median(later) - before) > Math.abs(inside - before) / 2;
  return { before, after: stayed && later.length >= 3 ? median(later) : inside, stayed };
}

/** The value that stands most often, and what is usual meanwhile. */
function stillness({ start, end }: Stretch, { values, expected, lower, upper }: Explained): KindFacts["still"] {
  const counts = new Map<number, number>();
  let value = values[start];
  for (let i = start; i <= end; i++) {
    const times = (counts.get(values[i]) ?? 0) + 1;
    counts.set(values[i], times);
    if (times > (counts.get(value) ?? 0)) value = values[i];
  }
  const aside = isAside(
    values.subarray(start, end + 1),
    lower.subarray(start, end + 1),
    upper.subarray(start, end + 1),
  );
  return { value, expected: median(finiteValues(expected.subarray(start, end + 1))), ...(aside && { aside }) };
}

/** Whether all known values lie to the same side of their range. */
function isAside(values: Float64Array, lower: Float64Array, upper: Float64Array): boolean {
  let [above, below] = [true, true];
  for (let i = 0; i < values.length; i++) {
    if (values[i] <= upper[i]) above = false;
    if (values[i] >= lower[i]) below = false;
  }
  return above || below;
}

/** A course is late where that explains this part of its squared distances from what is expected, over so many points at least. */
const EXPLAINED = 0.5;
const LEAST_POINTS = 8;
/** Comparisons of a value with an expected one, at most: a slider asks for this of every incident. */
const MOST_COMPARISONS = 100_000;

/** Points, up to a quarter of a cycle, by which the course is late; below 0 early, 0 where it is no such thing or half of it fits worse. */
function lateness({ start, end }: Stretch, { values, expected, pattern: { cycle } }: Explained): number {
  const points = end - start + 1;
  if (cycle < LEAST_POINTS || points < LEAST_POINTS) return 0;
  const farthest = Math.min(cycle >> 2, MOST_COMPARISONS / LEAST_POINTS);
  const step = Math.ceil((2 * farthest * points) / MOST_COMPARISONS);
  const middle = start + (points >> 1);
  const squaresOf = (late: number, from: number = start, to: number = end): number => {
    let sum = 0;
    for (let i = from; i <= to; i += step) {
      if (Number.isNaN(values[i] - expected[i])) continue;
      const distance = values[i] - expected[i - late];
      sum += distance * distance;
    }
    return sum;
  };
  let best = 0;
  let least = (1 - EXPLAINED) * squaresOf(0);
  for (let size = 1; size <= farthest; size++)
    for (const late of [size, -size]) {
      if (start - late < 0 || end - late >= expected.length) continue;
      const squares = squaresOf(late);
      if (squares < least) [best, least] = [late, squares];
    }
  // An outage, after which all is on time again, is no delay.
  const fitsWorse = (from: number, to: number): boolean => squaresOf(best, from, to) > squaresOf(0, from, to);
  return best !== 0 && (fitsWorse(start, middle - 1) || fitsWorse(middle, end)) ? 0 : best;
}

const HOUR = 3_600_000;

/** Hour of the highest expected value within half a day of the peak, where the actual values show nothing of it. */
function peakThatIsMissing(
  { start, end }: Stretch,
  peak: number,
  { time, values, expected, pattern }: Explained,
): number | null {
  if (pattern.rhythm === "days" || !pattern.periods.some((period) => period.accepted)) return null;
  let first = peak;
  let last = peak;
  while (first > 0 && time[peak] - time[first - 1] < 12 * HOUR) first--;
  while (last < time.length - 1 && time[last + 1] - time[peak] <= 12 * HOUR) last++;
  if (last - first < 8) return null;
  let top = first;
  for (let i = first; i <= last; i++) if (expected[i] > expected[top]) top = i;
  if (top < start || top > end) return null;
  const usual = median(finiteValues(expected.subarray(first, last + 1)));
  const highest = finiteValues(values.subarray(Math.max(first, top - 1), Math.min(last, top + 1) + 1)).reduce(
    (most, value) => Math.max(most, value),
    -Infinity,
  );
  return highest < (usual + expected[top]) / 2 ? new Date(time[top]).getUTCHours() : null;
}
