import type { DateScope } from "../dates/date-keys.js";
import { dateEffects, type DateEffects, type KnownDates } from "../dates/dates.js";
import { withoutTwins } from "../dates/twins.js";
import { bridge } from "../memory/memory.js";
import { fitTail, toNormalColumn } from "../noise/tail.js";
import { ratioOf, residualOf } from "./parts.js";

/** Which rows teach dates, and which are told of them. */
interface TeachingRows {
  readonly weight: Float64Array;
  readonly told?: Float64Array;
}

/** Deviations beyond which a row does not tell what its neighbours remember. */
const FAR = 3;

/** Dates on what neighbouring rows do not explain; `known` are effects that were taken out of `z` before. */
export function effectsOn(
  z: Float64Array,
  { weight, told }: TeachingRows,
  teaching: Float64Array,
  known: Float64Array | null,
  times: Float64Array,
  scope: DateScope,
  before: Omit<KnownDates, "toNormal"> | null = null,
  alone = false,
): DateEffects {
  const { mean, rest } = bridge(z, teaching);
  const ratio = ratioOf(residualOf(z, mean), rest);
  const tail = fitTail(ratio, alone ? withoutTwins(ratio, weight, times, scope) : weight);
  const own = new Float64Array(z.length);
  for (let i = 0; i < z.length; i++) own[i] = (weight[i] > 0 ? z[i] - mean[i] : 0) + (known === null ? 0 : known[i]);
  return dateEffects(
    toNormalColumn(tail, ratioOf(own, rest)),
    own,
    weight,
    times,
    scope,
    told,
    before && { ...before, toNormal: tail.toNormal },
  );
}

export function withoutFar(z: Float64Array, weight: Float64Array): Float64Array {
  const near = weight.slice();
  for (let i = 0; i < z.length; i++) if (!(Math.abs(z[i]) < FAR)) near[i] = 0;
  return near;
}
