import { normalQuantileOfLog } from "../../numeric/distributions/normal.js";
import { studentLogTail } from "../../numeric/distributions/student.js";
import { exp, log } from "../../numeric/math.js";
import type { SizeModel } from "./positive-part.js";

/** Before any was seen: sizes differ by a factor of e, as if three had told so. */
const PRIOR = { sizes: 3, deviation: 1 };
/** The tail is never taken for shorter than Student's with so many degrees of freedom: sizes are long-tailed oftener than not. */
const MOST_DEGREES = 5;
/** That of a distance from a bound, which the other end of the scale limits: what a tail is taken for before rows tell (`tail.ts`). */
const BOUNDED_DEGREES = 15;

/**
 * Sizes too few for a level: each against the mean and spread of the logarithms of all OTHERS, by the predictive law of normal
 * numbers with unknown spread. O(n).
 *
 * @param bounded whether they are distances from a bound, such as from 100 %
 */
export function fewSizes(values: Float64Array, positive: Float64Array, bounded = false): SizeModel {
  const mostDegrees = bounded ? BOUNDED_DEGREES : MOST_DEGREES;
  const logs = values.filter((_, i) => positive[i] > 0).map(log);
  const count = logs.length;
  const centre = count > 0 ? logs.reduce((sum, value) => sum + value, 0) / count : 0;
  const squares = logs.reduce((sum, value) => sum + (value - centre) * (value - centre), 0);
  const ofOthers = (value: number): number => {
    const others = count - 1;
    if (others < 1) return 0;
    const mean = centre - (value - centre) / others;
    // The sum of squares about the mean of the others, by the difference that leaving one out makes.
    const rest = Math.max(0, squares - ((value - centre) * (value - centre) * count) / others);
    const freedom = others - 1 + PRIOR.sizes;
    const spread = Math.sqrt(((rest + PRIOR.sizes * PRIOR.deviation * PRIOR.deviation) / freedom) * (1 + 1 / others));
    const t = (value - mean) / spread;
    return -Math.sign(t) * normalQuantileOfLog(studentLogTail(Math.abs(t), Math.min(freedom, mostDegrees)));
  };
  const freedom = Math.max(0, count - 1) + PRIOR.sizes;
  return {
    mean: new Float64Array(values.length).fill(centre),
    deviation: Math.sqrt((squares + PRIOR.sizes * PRIOR.deviation * PRIOR.deviation) / freedom),
    z: values.map((value, i) => (positive[i] > 0 ? ofOthers(log(value)) : 0)),
    degreesOfFreedom: mostDegrees,
    inverse: exp,
  };
}
