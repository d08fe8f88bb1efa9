import { smoothLevel } from "../level.js";
import { levelOfRows, levelsOf, switchRows } from "./levels-of.js";
import { longStays } from "./long-stays.js";
import { bridge } from "../memory/memory.js";
import { plainModel, teachingWeights } from "../plain-model.js";
import { bisquare, median, scaleAboutZero } from "../noise/spread.js";
import { fitTail } from "../noise/tail.js";
import type { BaselineInput, FittedModel } from "../types.js";

/** Ends of the 99 % range in normal deviations. */
const RANGE = 2.5758;
/** The least spread of a level, in distances from the lowest to the highest. */
const LEAST_SPREAD = 1e-3;
/** Half-power period of what drifts in all levels alike: a share of the rows, but never fewer than so many. */
const DRIFT = { share: 4, least: 60, far: 5 };
/** A row at a switch so far from its level lies between the two. */
const BETWEEN = 2.5;
/** Rows beyond this do not tell the memory. */
const FAR = 4;
const UNIT = 7;

/** For every row its level, the level's middle and spread. */
interface Levels {
  readonly level: Int32Array;
  readonly centres: Float64Array;
  readonly spreads: Float64Array;
}

/**
 * A few levels with noise: the level that a row is on is normal; values are judged by the noise of their level, stays by the
 * others of that level. O(n log n).
 */
export function levelsSeries({ values, step, cycles, excluded }: BaselineInput): FittedModel {
  const n = values.length;
  const known = teachingWeights(values, excluded);
  const taught = values.map((value, i) => (known[i] > 0 ? value : NaN));
  const levels = describeLevels(taught, levelOfRows(taught, levelsOf(taught, step, cycles)));
  const { level, centres, spreads } = levels;
  const { z, drift } = withoutDrift(levels, taught, known);
  const switches = switchRows(level);
  const weight = known.slice();
  for (const row of betweenLevels(levels, switches, values, z)) weight[row] = z[row] = 0;
  const memory = bridge(
    z.map((value, i) => (weight[i] > 0 ? value : NaN)),
    weight.map((w, i) => (Math.abs(z[i]) < FAR ? w : 0)),
    { autoregressive: true },
  );
  const tail = fitTail(z, weight);
  const raw = z.map((value, i) => (weight[i] > 0 ? (value - memory.mean[i]) / memory.rest[i] : 0));
  const scale = scaleAboutZero(raw, weight);
  const innovation = raw.map((value) => value / scale);
  const innovationTail = fitTail(innovation, weight);
  const [low, high] = [tail.fromNormal(-RANGE), tail.fromNormal(RANGE)];
  const at = (shift: (i: number) => number): Float64Array =>
    Float64Array.from(level, (own, i) => centres[own] + (drift[i] + shift(i)) * spreads[own]);
  const starts = [0, ...switches];
  return plainModel({
    kind: "levels",
    expected: at(() => 0),
    lower: at(() => low),
    upper: at(() => high),
    usual: at((i) => memory.mean[i]),
    usualLower: at((i) => memory.mean[i] + low * memory.rest[i]),
    usualUpper: at((i) => memory.mean[i] + high * memory.rest[i]),
    z: z.map((value) => tail.toNormal(value)),
    innovation: innovation.map((value) => innovationTail.toNormal(value)),
    weight,
    stays: longStays({ states: starts.map((start) => level[start]), starts, n, main: null, judgesFew: false }),
    unit: UNIT,
  });
}

function describeLevels(values: Float64Array, level: Int32Array): Levels {
  const count = level.reduce((most, own) => Math.max(most, own), 0) + 1;
  const members = Array.from({ length: count }, (_, own) =>
    values.filter((value, i) => level[i] === own && value === value),
  );
  const centres = Float64Array.from(members, (own) => median(own));
  const spreads = Float64Array.from(members, (own, k) => scaleAboutZero(own.map((value) => value - centres[k])));
  const least = LEAST_SPREAD * (Math.max(...centres) - Math.min(...centres));
  return { level, centres, spreads: spreads.map((spread) => Math.max(spread, least)) };
}

/** Distance of each row from its level in spreads, and the slow drift that was common to all levels, taken out; shrunk by its own uncertainty. */
function withoutDrift(
  { level, centres, spreads }: Levels,
  values: Float64Array,
  known: Float64Array,
): { readonly z: Float64Array; readonly drift: Float64Array } {
  const z = values.map((value, i) => (known[i] > 0 ? (value - centres[level[i]]) / spreads[level[i]] : 0));
  const halfPower = Math.max(DRIFT.least, values.length / DRIFT.share);
  const slow = smoothLevel(
    z,
    known.map((w, i) => w * bisquare(z[i], DRIFT.far)),
    halfPower,
  );
  const mean = slow.reduce((sum, value) => sum + value, 0) / slow.length;
  const variance = slow.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / slow.length;
  const share = Math.max(0, 1 - 1 / (halfPower * 0.3) / Math.max(variance, 1e-9));
  const drift = slow.map((value) => value * share);
  return { z: z.map((value, i) => (known[i] > 0 ? value - drift[i] : 0)), drift };
}

/** Rows at a switch that lie between the two levels and belong to neither. */
function betweenLevels(
  { level, centres }: Levels,
  switches: Int32Array,
  values: Float64Array,
  z: Float64Array,
): number[] {
  const found: number[] = [];
  for (const start of switches) {
    const [low, high] = [centres[level[start - 1]], centres[level[start]]].sort((a, b) => a - b);
    for (const row of [start - 1, start])
      if (values[row] > low && values[row] < high && Math.abs(z[row]) > BETWEEN) found.push(row);
  }
  return found;
}
