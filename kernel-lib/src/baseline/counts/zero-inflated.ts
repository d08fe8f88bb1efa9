import { normalCdf, normalLogTail, normalQuantileOfLog } from "../../numeric/distributions/normal.js";
import { studentQuantile } from "../../numeric/distributions/student.js";
import { log, log1p } from "../../numeric/math.js";
import { cyclesFor } from "../seasons/cycles.js";
import { differs, sumByPlace } from "./place-factors.js";
import { plainModel, teachingWeights } from "../plain-model.js";
import { fewSizes } from "./few-sizes.js";
import { ROUNDING } from "../../numeric/rounding.js";
import { median } from "../noise/spread.js";
import { positivePart, type SizeModel } from "./positive-part.js";
import { runsAway } from "./runs-away.js";
import type { BaselineInput, FittedModel } from "../types.js";
import { newsOf, zeroRuns } from "./zero-runs.js";

/** Upper quartile of a normal number. */
const QUARTILE = 0.6745;
/** Sizes from which on their level is learnt, and sizes for each place of a cycle from which on its season is. */
const ENOUGH = { level: 30, place: 4 };
/** Share of the sizes that are the same from which on a median tells nothing of their spread. */
const SAME = 0.5;
/** What the prior of the chance of a zero at a place may weigh, in rows. */
const PRIOR = { least: 0.5, most: 50 };
const SHARES = [0.5, 0.005, 0.995];

/**
 * Many zeros and sizes of any kind: whether there is anything, by place in the cycle, and if so how much. A row is judged by
 * the law of both together: a size where there is rarely any is the odder for it, a small one only where there is nearly
 * always something. Runs of zeros are judged as `stays`. O(n).
 *
 * @param distances where the sizes are distances from a usual value: whether that is a bound, such as 100 %. Runs of them are
 *   judged as `stays` too
 */
export function zeroInflatedSeries(
  input: BaselineInput,
  distances: { readonly bounded: boolean } | null = null,
): FittedModel {
  const { values, excluded } = input;
  const { periods, unit } = cyclesFor(input);
  const bounded = distances?.bounded ?? false;
  const weight = teachingWeights(values, excluded);
  const zeroChance = chanceOfZero(values, weight, periods);
  const positive = weight.map((w, i) => Number(w > 0 && values[i] > 0));
  const sizes = values.filter((_, i) => positive[i] === 1);
  const model =
    sizes.length >= ENOUGH.level && !isMostlyOne(sizes)
      ? positivePart(
          values,
          positive,
          periods.filter((period) => sizes.length >= ENOUGH.place * period),
          bounded,
        )
      : fewSizes(values, positive, bounded);
  const [expected, lower, upper] = mixtureQuantiles(zeroChance, model);
  const logZero = zeroChance.map((chance) => log(Math.min(Math.max(chance, 1e-6), 1 - 1e-6)));
  const ranges = { expected, lower, upper, usual: expected, usualLower: lower, usualUpper: upper };
  const z = model.z.map((own, i) => (weight[i] > 0 ? mixtureZ(zeroChance[i], positive[i] > 0 ? own : null) : 0));
  return plainModel({
    kind: "zeros",
    ...ranges,
    z,
    weight,
    stays: [
      ...zeroRuns(
        values.map((value, i) => (weight[i] > 0 ? value : 1)),
        weight,
        logZero,
      ),
      ...newsOf(positive),
      ...(distances === null ? [] : runsAway({ positive, zeroChance, sizeZ: model.z })),
    ],
    unit,
  });
}

/** Whether most sizes are the same, up to the last bits that a difference leaves. */
function isMostlyOne(sizes: Float64Array): boolean {
  const middle = median(sizes);
  const same = sizes.reduce((count, size) => count + Number(Math.abs(size - middle) <= ROUNDING * middle), 0);
  return same > SAME * sizes.length;
}

/** By place in the cycle, each shrunk towards all places by how far they differ beyond chance. */
function chanceOfZero(values: Float64Array, weight: Float64Array, periods: readonly number[]): Float64Array {
  const n = values.length;
  const zero = weight.map((w, i) => Number(w > 0 && values[i] === 0));
  const total = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0);
  let chance = new Float64Array(n).fill((total(zero) + 0.5) / (total(weight) + 1));
  for (const period of periods.slice(0, 2)) {
    const zeros = sumByPlace(zero, period);
    const rows = sumByPlace(weight, period);
    const all = sumByPlace(new Float64Array(n).fill(1), period);
    const base = sumByPlace(chance, period).map((sum, place) => sum / Math.max(all[place], 1));
    const square = (place: number): number =>
      (zeros[place] - rows[place] * base[place]) * (zeros[place] - rows[place] * base[place]);
    const excess =
      total(base.map((share, place) => square(place) / Math.max(rows[place] * share * (1 - share), 1e-9))) / period - 1;
    if (!differs(excess, period)) continue;
    const prior = Math.min(Math.max(total(rows) / period / excess, PRIOR.least), PRIOR.most);
    chance = chance.map((_, i) => (zeros[i % period] + prior * base[i % period]) / (rows[i % period] + prior));
  }
  return chance;
}

/** Normal equivalent under the law of zeros and sizes, from that of the size alone; null for a zero. */
function mixtureZ(zeroChance: number, ofSize: number | null): number {
  if (ofSize === null) return normalQuantileOfLog(Math.min(log(zeroChance), -Math.LN2));
  const above = log1p(-zeroChance) + normalLogTail(ofSize);
  const below = log(zeroChance + (1 - zeroChance) * normalCdf(ofSize));
  return above < below
    ? -normalQuantileOfLog(Math.min(above, -Math.LN2))
    : normalQuantileOfLog(Math.min(below, -Math.LN2));
}

/** Median and ends of the 99 % range of nothing or a size. */
function mixtureQuantiles(
  zeroChance: Float64Array,
  { mean, deviation, degreesOfFreedom, inverse }: SizeModel,
): Float64Array[] {
  const width = deviation / (studentQuantile(0.75, degreesOfFreedom) / QUARTILE);
  return SHARES.map((share) => {
    // Places of a cycle repeat: their quantiles are looked up.
    const known = new Map<number, number>();
    const quantileOf = (chance: number): number => {
      const before = known.get(chance);
      if (before !== undefined) return before;
      const rest = Math.min(Math.max((share - chance) / Math.max(1 - chance, 1e-9), 1e-9), 1 - 1e-9);
      const t = studentQuantile(rest, degreesOfFreedom);
      known.set(chance, t);
      return t;
    };
    return zeroChance.map((chance, i) => (share <= chance ? 0 : inverse(mean[i] + width * quantileOf(chance))));
  });
}
