import { createRandom } from "../../../../kernel-lib/src/numeric/random.js";
import { evenSeries, type LabelledSeries } from "../labelled-series.js";
import { changingAmplitude } from "./changing-amplitude.js";
import { clockShifted } from "./clock-shifted.js";
import { doubledDay } from "./doubled-day.js";
import { frequentSpikes } from "./frequent-spikes.js";
import { holidayMoved } from "./holiday-moved.js";
import { jitteredRecurringSpikes } from "./jittered-recurring-spikes.js";
import type { Kind } from "./kind.js";
import { levelDependentNoise } from "./level-dependent-noise.js";
import { lowCounts } from "./low-counts.js";
import { moderateSpikes } from "./moderate-spikes.js";
import { negativeValue } from "./negative-value.js";
import { promotionBump } from "./promotion-bump.js";
import { slowLeak } from "./slow-leak.js";
import { unitChange } from "./unit-change.js";
import { weekdaysSwapped } from "./weekdays-swapped.js";

/** THE REGISTER of kinds of events that have series of their own, so that recall can be told by kind. */
export const kinds: Readonly<Record<string, Kind>> = {
  "holiday moved": holidayMoved,
  "clock shifted by an hour": clockShifted,
  "weekdays swapped": weekdaysSwapped,
  "promotion bump": promotionBump,
  "slow leak": slowLeak,
  "doubled day": doubledDay,
  "unit change": unitChange,
  "negative value": negativeValue,
  "spike or dip of 4 to 8 deviations": moderateSpikes,
  "frequent spikes": frequentSpikes,
  "jittered recurring spikes": jitteredRecurringSpikes,
  "changing amplitude": changingAmplitude,
  "noise that grows with the level": levelDependentNoise,
  "low counts": lowCounts,
};

/** So many seeded series of each kind, each named by its kind. */
export function kindSeries(each: number, seed: number): (LabelledSeries & { readonly kind: string })[] {
  return Object.entries(kinds).flatMap(([kind, make]) =>
    Array.from({ length: each }, (_, k) => {
      const { values, labels, step, cycle } = make(createRandom(seed).fork(`kinds/${kind}/${k}`));
      const name = `${kind}, ${k}`;
      return { kind, name, series: evenSeries(name, values, step), labels, window: cycle };
    }),
  );
}
