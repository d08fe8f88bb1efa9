import { log } from "../../numeric/math.js";
import { orderStatistics } from "../../numeric/order/order-statistic.js";
import { studentLogTail } from "../../numeric/distributions/student.js";
import type { Finding } from "../types.js";
import { median, medianDeviation, scaleAboutZero } from "./spread.js";

/** Fewer rows than those of a long series tell no restless time. */
const LEAST_ROWS = 200;
/** Sizes are cut here, in deviations, so that no row makes a window restless by itself. */
const [SMALLEST, LARGEST] = [0.1, 4];
/** Rows that are counted as one. */
const CELL = 3;
/** Cells of the narrowest window; each next one is twice as wide, the widest holds this share of the series. */
const NARROWEST = 4;
const WIDEST = 1 / 30;
/** Windows side by side that a law is learnt from, at least. */
const LEAST_WINDOWS = 20;
/** The same rows have been looked at one by one, and in a row on one side. */
const LOOKS = 2;
/** Mean side of the far rows of a stretch, from -1 to 1, beyond which it is off to one side. */
const ONE_SIDED = 0.6;
/** Share of the windows that lie below one deviation above the middle. */
const ONE_ABOVE = 0.84;
/** ln of how many times as far off as usual the rows of a window have to be. */
const LEAST_TIMES = Math.LN2;
/** No stretch is longer than this share of the series. */
const LONGEST = 0.1;

/** What rows and windows are like. */
interface Sizes {
  /** ln of how far off each row is less the mean of all, 0 where nothing is known. */
  readonly u: Float64Array;
  readonly known: Uint8Array;
  /** Sums by cell. */
  readonly sums: Float64Array;
  readonly counts: Float64Array;
  readonly deviation: number;
}

interface Restless {
  readonly start: number;
  readonly end: number;
  readonly logP: number;
  /** Height between usual and restless. */
  readonly half: number;
}

/**
 * Times in which a series is far more restless than ever else, told whole: many rows in a row are off, to one side or both, by
 * more than rows are in other windows of that width. A window is judged by the mean logarithm of how far off its rows are; the
 * law is that of the same means side by side (Student's, since their spread is learnt from them), so that a series whose noise
 * comes in bursts is not odd for having another one. At both ends of a series, where a level is followed less well, rows that
 * are off to one side say nothing. Each stretch is told with its p-value, corrected for windows, widths and looks. O(n).
 *
 * @param z innovations in deviations of the noise that is usual at their place; @param w rows of weight above 0 tell
 */
export function restlessTimes(z: Float64Array, w: Float64Array): Finding[] {
  const sizes = sizesOf(z, w);
  if (sizes === null) return [];
  const widths: number[] = [];
  for (let width = NARROWEST; width * CELL <= WIDEST * z.length; width *= 2) widths.push(width);
  const found = widths.flatMap((width) => restlessWindows(sizes, width, -log(LOOKS * widths.length)));
  found.sort((a, b) => a.logP - b.logP);
  const told: Finding[] = [];
  for (const one of found) {
    if (told.some(({ start, end }) => one.start < end && one.end > start)) continue;
    const { start, end } = stretchOf(sizes, one);
    if (told.some((other) => start < other.end && end > other.start)) continue;
    const isAtAnEnd = start < CELL * NARROWEST || end > z.length - CELL * NARROWEST;
    if (isAtAnEnd && Math.abs(sideOf(z, sizes, { start, end, half: one.half })) > ONE_SIDED) continue;
    told.push({ kind: "restless", start, end, log10p: (one.logP + log(LOOKS * widths.length)) / Math.LN10 });
  }
  return joined(told.sort((a, b) => a.start - b.start));
}

/** Stretches with less between them than the shorter of them has are one, with a lull in it. */
function joined(told: readonly Finding[]): Finding[] {
  const result: Finding[] = [];
  for (const next of told) {
    const last = result.at(-1);
    if (last && next.start - last.end < Math.min(last.end - last.start, next.end - next.start))
      result[result.length - 1] = { ...last, end: next.end, log10p: Math.min(last.log10p, next.log10p) };
    else result.push(next);
  }
  return result;
}

function sizesOf(z: Float64Array, w: Float64Array): Sizes | null {
  const n = z.length;
  const known = new Uint8Array(n);
  let rows = 0;
  for (let i = 0; i < n; i++) if (w[i] > 0 && Number.isFinite(z[i])) rows += known[i] = 1;
  if (rows < LEAST_ROWS) return null;
  const scale = scaleAboutZero(z, Float64Array.from(known));
  if (!(scale > 0)) return null;
  const u = new Float64Array(n);
  let [sum, squares] = [0, 0];
  for (let i = 0; i < n; i++) {
    if (known[i] === 0) continue;
    u[i] = log(Math.max(SMALLEST, Math.min(LARGEST, Math.abs(z[i]) / scale)));
    sum += u[i];
    squares += u[i] * u[i];
  }
  const mean = sum / rows;
  const cells = Math.ceil(n / CELL);
  const [sums, counts] = [new Float64Array(cells), new Float64Array(cells)];
  for (let i = 0; i < n; i++) {
    if (known[i] === 0) continue;
    u[i] -= mean;
    const cell = Math.floor(i / CELL);
    sums[cell] += u[i];
    counts[cell]++;
  }
  return { u, known, sums, counts, deviation: Math.sqrt(Math.max(0, squares / rows - mean * mean)) };
}

/** Windows of so many cells, moved by a quarter, that no usual one is like; the rarest of those that touch. */
function restlessWindows({ sums, counts, deviation }: Sizes, width: number, most: number): Restless[] {
  const move = width / NARROWEST;
  const places = Math.floor((sums.length - width) / move) + 1;
  const means = new Float64Array(places);
  for (let k = 0; k < places; k++) {
    let [sum, count] = [0, 0];
    for (let cell = k * move; cell < k * move + width; cell++) {
      sum += sums[cell];
      count += counts[cell];
    }
    means[k] = 2 * count >= width * CELL ? sum / count : NaN;
  }
  const usual = means.filter((mean) => !Number.isNaN(mean));
  const sideBySide = usual.length / NARROWEST;
  if (sideBySide < LEAST_WINDOWS) return [];
  const centre = median(usual);
  const above = orderStatistics(usual.slice(), [Math.floor(ONE_ABOVE * (usual.length - 1))])[0].at - centre;
  const spread = Math.max(medianDeviation(usual), above, deviation / Math.sqrt(width * CELL));
  const found: Restless[] = [];
  for (let k = 0; k < places; k++) {
    if (!(means[k] - centre >= LEAST_TIMES)) continue;
    const logP = studentLogTail((means[k] - centre) / spread, sideBySide / 2) + log(usual.length);
    if (logP > most) continue;
    const start = k * move * CELL;
    const one = { start, end: start + width * CELL, logP, half: (centre + means[k]) / 2 };
    const last = found.at(-1);
    if (last === undefined || last.end <= start) found.push(one);
    else if (logP < last.logP) found[found.length - 1] = one;
  }
  return found;
}

/** The rows about a window that together are farthest above half of its height: the stretch may be longer or shorter than it. */
function stretchOf({ u, known }: Sizes, { start, end, half }: Restless): { start: number; end: number } {
  const longest = LONGEST * u.length;
  let reach = end - start;
  for (;;) {
    const [from, to] = [Math.max(0, start - reach), Math.min(u.length, end + reach)];
    const best = { start, end, sum: -Infinity };
    let [sum, first] = [0, from];
    for (let i = from; i < to; i++) {
      if (known[i] === 0) continue;
      if (sum <= 0) [sum, first] = [0, i];
      sum += u[i] - half;
      if (sum > best.sum) Object.assign(best, { start: first, end: i + 1, sum });
    }
    if (best.end - best.start > longest) return { start, end };
    const isWhole = (best.start > from || from === 0) && (best.end < to || to === u.length);
    if (isWhole) return best;
    reach *= 2;
  }
}

/** Whether the rows of a stretch that are far off lie above (1), below (-1) or to both sides of what is usual, by their mean. */
function sideOf(z: Float64Array, { u, known }: Sizes, { start, end, half }: Omit<Restless, "logP">): number {
  let [sum, count] = [0, 0];
  for (let i = start; i < end; i++) {
    if (known[i] === 0 || u[i] < half) continue;
    sum += Math.sign(z[i]);
    count++;
  }
  return count === 0 ? 0 : sum / count;
}
