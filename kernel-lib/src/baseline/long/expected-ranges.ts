import { nearUnknown } from "../events.js";
import type { Bridge } from "../memory/memory.js";
import { median } from "../noise/spread.js";
import type { Tail } from "../noise/tail.js";
import type { ExpectedRanges } from "../types.js";
import { seasonShare } from "./leave-one-out.js";
import type { LongStages } from "./long-stages.js";

/** How far rows are from what their neighbours say. */
export interface BesideNeighbours {
  /** In units of `size`. */
  readonly tail: Tail;
  /** By row, in units of the spread that neighbours leave. */
  readonly size: Float64Array;
}

/** What the other rows say about each. */
export interface Neighbourhood {
  readonly around: Bridge;
  /** How far rows are from level, season and dates alone. */
  readonly tail: Tail;
  /** Whether the memory was learnt from distances to a fit that did not see the row, and not from plain residuals. */
  readonly isWidened: boolean;
  readonly beside: BesideNeighbours;
}

/** 99 % of a normal distribution lie within so many deviations. */
const RANGE = 2.5758;
/** The deviation that 97 % of normal sizes lie below. */
const FAR = 2.17;

/**
 * What is expected of each row, by level, season and dates, and what is usual there, by its neighbours too, each with the range
 * that 99 % of such rows lie in. A row that taught nothing has a season that did not follow it, so it deviates further than those
 * around it, by one over the share that their seasons left. O(n).
 */
export function expectedRanges(
  { series, clean, judged, plan, hat, gaps, problem }: LongStages,
  mean: Float64Array,
  { around, tail, isWidened, beside }: Neighbourhood,
): ExpectedRanges {
  const { n, unit, periods } = problem;
  const { transform } = series;
  const [low, high] = [tail.fromNormal(-RANGE), tail.fromNormal(RANGE)];
  const [lowBeside, highBeside] = [beside.tail.fromNormal(-RANGE), beside.tail.fromNormal(RANGE)];
  const gapFactor = Math.max(gaps.middle, gaps.far / Math.abs(tail.fromNormal(FAR)));
  const gap = nearUnknown(clean.clean, unit);
  const untaught = 1 / (1 - seasonShare(n, periods, plan));
  const rest = median(around.rest);
  const column = (): Float64Array => new Float64Array(n);
  const ranges = {
    expected: column(),
    lower: column(),
    upper: column(),
    usual: column(),
    usualLower: column(),
    usualUpper: column(),
  };
  for (let i = 0; i < n; i++) {
    const isOut = !(judged.weight[i] > 0) || clean.event[i] === 1;
    const noise = clean.noise[i];
    const away = 1 + (gapFactor - 1) * gap[i];
    const own = isOut ? 1 / Math.sqrt(1 - hat[i]) : 1;
    const width = noise * Math.max(own, away);
    const further = isOut ? untaught * (isWidened ? Math.sqrt(1 - hat[i]) : 1) : 1;
    const usual = mean[i] + around.mean[i] * noise * further;
    const told = toldByNeighbours(rest, around.rest[i]);
    const left = noise * around.rest[i] * Math.max(own + told * (further - own), away);
    ranges.expected[i] = transform.inverse(mean[i]);
    ranges.lower[i] = transform.inverse(mean[i] + low * width);
    ranges.upper[i] = transform.inverse(mean[i] + high * width);
    ranges.usual[i] = transform.inverse(usual);
    ranges.usualLower[i] = transform.inverse(
      usual + left * (low + told * Math.min(0, lowBeside * beside.size[i] - low)),
    );
    ranges.usualUpper[i] = transform.inverse(
      usual + left * (high + told * Math.max(0, highBeside * beside.size[i] - high)),
    );
  }
  return ranges;
}

/**
 * Share of the variance that neighbours tell, at a row that is as near to them as most: what they leave is then distributed like
 * the surprises after them, which reach further than the deviations themselves. Far from known rows they tell nothing.
 */
function toldByNeighbours(usual: number, here: number): number {
  if (!(usual < 1)) return 0;
  const far = Math.max(0, Math.min(1, (here - usual) / (1 - usual)));
  return (1 - far) * (1 - usual * usual);
}
