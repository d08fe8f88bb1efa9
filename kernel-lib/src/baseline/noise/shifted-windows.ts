import { log } from "../../numeric/math.js";
import type { Finding } from "../types.js";
import { besideOthers, type FarRowTerms } from "./beside-others.js";
import { median, medianDeviation } from "./spread.js";

/** Rows of the narrowest window; each next one is half as wide again. */
const NARROWEST = 2;
const WIDER = 1.5;
/** The widest holds so many units, which a level follows, of no more rows than this; and this share of the series. */
const WIDEST = { units: 2, unit: 24, share: 1 / 30 };
/** Spreads beyond which a window is looked at. */
const FAR = 3;
/** Spreads that a window is off by without its farthest row. */
const WITHOUT_FARTHEST = 2;
/** Part of a window's sum that each half has to bring: half of its own part. */
const EACH_HALF = 1 / 4;
/** The eight ways in which rows in a row are looked at (two sides, ways and kinds of finding), twice: they have been looked at. */
const LOOKS = 16;

/** A window with the logarithm of its chance among those of its width. */
interface Window extends Pick<Finding, "start" | "end"> {
  readonly logP: number;
}

/**
 * Rows that are off together by more than the rows outside of them let expect, though none of them need be far by itself. Under
 * any memory the innovations are the precision matrix times the deviations, each by its own diagonal, so that the sum of those of
 * a window is the best witness of a shift of all its rows (generalised least squares, Aitken 1936). Each width is judged by the
 * law of its own sums: their spread, and what the far ones of a side let expect of each other. Nothing where units have more than
 * 24 rows: what lasts a part of a unit is a matter of its shape there. O(n × widths).
 *
 * @param innovation normal deviations of rows from what all others say, 0 where nothing is known
 * @param terms by what single rows are judged beside others; @param alpha p-value from which on nothing is striking
 */
export function shiftedWindows(innovation: Float64Array, terms: FarRowTerms, alpha: number): Finding[] {
  if (terms.unit > WIDEST.unit) return [];
  const widest = Math.min(WIDEST.units * terms.unit, WIDEST.share * terms.known);
  const widths: number[] = [];
  for (let width = NARROWEST; width <= widest; width = Math.ceil(WIDER * width)) widths.push(width);
  const places = log(LOOKS * widths.length * terms.known);
  const found = widths.flatMap((width) => farWindows(innovation, width, terms, log(alpha) - places));
  found.sort((a, b) => a.logP - b.logP || a.start - b.start);
  const told: Finding[] = [];
  for (const { start, end, logP } of found)
    if (!told.some((other) => start <= other.end && end >= other.start))
      told.push({
        kind: "rows",
        ...withoutQuietEnds(innovation, { start, end }),
        log10p: (logP + places) / Math.LN10,
      });
  return told;
}

function farWindows(innovation: Float64Array, width: number, terms: FarRowTerms, most: number): Window[] {
  const sums = new Float64Array(innovation.length - width + 1);
  for (let i = 0, sum = 0, told = 0; i < innovation.length; i++) {
    const before = i >= width ? innovation[i - width] : 0;
    sum += innovation[i] - before;
    told += Number(innovation[i] !== 0) - Number(before !== 0);
    // As if all of its rows told: a window half of which is missing, or closed, is no calmer for it.
    if (i >= width - 1) sums[i - width + 1] = 2 * told > width ? sum * Math.sqrt(width / told) : NaN;
  }
  const centre = median(sums);
  // Innovations of neighbours that tell less than half of a row add up to no less than one of them.
  const spread = Math.max(1, medianDeviation(sums));
  for (let k = 0; k < sums.length; k++) sums[k] = sums[k] === sums[k] ? (sums[k] - centre) / spread : 0;
  const law = besideOthers(sums, { ...terms, unit: Math.max(terms.unit, width) });
  const found: Window[] = [];
  for (let k = 0; k < sums.length; k++) {
    if (!(Math.abs(sums[k]) > FAR)) continue;
    const logP = law(sums[k]);
    if (logP < most && isWhole(innovation, k, width, spread)) found.push({ start: k, end: k + width, logP });
  }
  return found;
}

/**
 * Whether a window is more than one far row: without its farthest it is still off, and each half shows it, the middle row left
 * out, where a memory would carry on what a row began.
 */
function isWhole(innovation: Float64Array, start: number, width: number, spread: number): boolean {
  const half = width >> 1;
  let [first, second, sum] = [0, 0, 0];
  for (let k = 0; k < width; k++) {
    const value = innovation[start + k];
    sum += value;
    if (k < half) first += value;
    if (k >= width - half) second += value;
  }
  const side = Math.sign(sum);
  let farthest = 0;
  for (let k = 0; k < width; k++) farthest = Math.max(farthest, side * innovation[start + k]);
  return (
    side * sum - farthest > WITHOUT_FARTHEST * spread && Math.min(side * first, side * second) >= EACH_HALF * side * sum
  );
}

/** Without rows at its ends that have less than half of its mean: the others alone are more telling. */
function withoutQuietEnds(
  innovation: Float64Array,
  { start, end }: Pick<Finding, "start" | "end">,
): Pick<Finding, "start" | "end"> {
  let sum = 0;
  for (let i = start; i < end; i++) sum += innovation[i];
  const side = Math.sign(sum);
  const isQuiet = (i: number): boolean => side * innovation[i] < (side * sum) / (end - start) / 2;
  while (end - start > 1 && (isQuiet(start) || isQuiet(end - 1))) {
    const quiet = isQuiet(start) ? start++ : --end;
    sum -= innovation[quiet];
  }
  return { start, end };
}
