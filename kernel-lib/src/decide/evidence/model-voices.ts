import { clipped } from "../../numeric/elementwise.js";
import { centredMean } from "../../numeric/windows/centred-window.js";
import { normalLogTail } from "../../numeric/distributions/normal.js";
import { log, log1p } from "../../numeric/math.js";
import { median, medianAbsoluteDeviation } from "../../numeric/statistics.js";
import type { Season } from "../../season/season.js";
import { blockMaxima, usualMaximum } from "./block-maxima.js";
import { logs, loneness, type Columns } from "./detector-voices.js";

/** Minus ln of the two-sided chance of a normal number so far from 0. */
const unlikely = (z: Float64Array): Float64Array =>
  z.map((value) => (Number.isFinite(value) ? -(Math.LN2 + normalLogTail(Math.abs(value))) : 0));

/** In units of block maxima, but never easier than chance has it. */
function surprise(logChance: Float64Array, block: number): Float64Array {
  const { place, scale } = usualMaximum(blockMaxima(logChance, block), 0.75);
  const from = Math.max(place, Math.min(log(block), 4));
  return logChance.map((value) => (value - from) / scale);
}

/** What the model of what is normal says, as columns. */
export function modelVoices(season: Season, pool: Float64Array, block: number): Columns {
  const { baseline, cycleRows, filled, rhythm } = season;
  const n = filled.length;
  const { z, innovation, findings, changes } = baseline;
  const half = Math.max(2, block >> 2);
  const far = surprise(unlikely(z), block);
  const local = surprise(unlikely(innovation), block);
  const cycle = cycleRows >= 3 ? cycleRows : 0;
  const width =
    Math.floor(
      Math.max(
        3,
        Math.min(
          cycle || Math.max(3, block >> 1),
          rhythm === "minutes" ? block >> 1 : cycle || block,
          Math.floor(n / 12),
        ),
      ),
    ) | 1;
  const means = centredMean(clipped(z, 6), width);
  const middle = median(means);
  const centred = means.map((value) => value - middle);
  const spread = Math.max(medianAbsoluteDeviation(centred, true), 1 / Math.sqrt(width));
  const lasting = surprise(unlikely(centred.map((value) => value / spread)), block);
  const found = new Float64Array(n);
  for (const { kind, start, end, log10p } of findings) {
    if (kind === "lasting" || kind === "temporary" || (kind === "cycle" && rhythm === "minutes")) continue;
    const sure = Math.min(80, -log10p * Math.LN10);
    for (let i = start; i < end; i++) if (sure > found[i]) found[i] = sure;
  }
  const level = new Float64Array(n);
  const noise = usualStep(filled);
  for (const { row, end } of changes) {
    const [from, to] = end === null ? [row - 1, row + 1] : [row, end];
    const before = filled.subarray(Math.max(0, row - block), row);
    const after = filled.subarray(row, Math.min(n, end === null ? row + block : Math.min(end, row + block)));
    if (before.length === 0 || after.length === 0) continue;
    const size = log1p(Math.abs(median(after) - median(before)) / noise);
    const spans =
      to - from <= 2 * block
        ? [[from, to]]
        : [
            [from, from + block],
            [to - 2, to],
          ];
    for (const [first, last] of spans)
      for (let i = Math.max(0, first - half); i < Math.min(n, last + half); i++) {
        const away = Math.max(0, first - i, i - last + 1);
        level[i] = Math.max(level[i], size * (1 - away / (half + 1)));
      }
  }
  const own = new Float64Array(n);
  for (const each of [far, local, lasting]) for (let i = 0; i < n; i++) if (each[i] > 0) own[i] += each[i] * each[i];
  for (let i = 0; i < n; i++) own[i] = Math.sqrt(own[i]);
  return new Map([
    ["nz", logs(far)],
    ["nzl", logs(local)],
    ["nmean", logs(lasting)],
    ["nfound", logs(found)],
    ["nlevel", level],
    ["nctx", logs(centredMean(own, 2 * half + 1))],
    ["nwide", logs(centredMean(own, 2 * block + 1))],
    ["nalone", loneness(own, block, 0.7, 0.5)],
    ["both", logs(own.map((value, i) => Math.min(value, pool[i])))],
    ["msum", logs(own.map((value, i) => Math.sqrt(value * value + pool[i] * pool[i])))],
  ]);
}

/** Median step between neighbouring rows as a deviation of independent noise, never nothing beside the spread of the values. */
function usualStep(values: Float64Array): number {
  const steps = values.subarray(1).map((value, i) => Math.abs(value - values[i]));
  let [sum, squares] = [0, 0];
  for (const value of values) sum += value;
  const mean = sum / values.length;
  for (const value of values) squares += (value - mean) * (value - mean);
  return Math.max((1.4826 * median(steps)) / 1.41, 1e-9 + 1e-3 * Math.sqrt(squares / values.length));
}
