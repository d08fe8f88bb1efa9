import { expect, test } from "vitest";
import { baseline } from "../../../kernel-lib/src/baseline/baseline.js";
import { EVENT_LIMITS } from "../../../kernel-lib/src/baseline/long/long-problem.js";
import type { EventLimits } from "../../../kernel-lib/src/baseline/types.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const HOUR = 3600;
const EVENT = [600, 740];

/** Hours that remember; for six days their level is 22 % lower, and it takes twelve hours to get there and back. */
function soft(seed: number): Float64Array {
  const random = createRandom(`soft ${seed}`);
  let memory = 0;
  return Float64Array.from({ length: 1200 }, (_, i) => {
    memory = 0.93 * memory + Math.sqrt(1 - 0.93 * 0.93) * random.normal();
    const course = Math.max(0, Math.min(1, (i - EVENT[0]) / 12, (EVENT[1] - i) / 12));
    const day = 1 + 0.2 * Math.sin((2 * Math.PI * i) / 24);
    return 500 * day * (1 + 0.04 * memory + 0.01 * random.normal()) * (1 - 0.22 * course);
  });
}

function isTold(seed: number, limits: EventLimits): boolean {
  const { changes } = baseline({ values: soft(seed), step: HOUR, times: null, excluded: null, limits });
  return changes.some(({ row, end }) => end !== null && row < EVENT[1] && end > EVENT[0]);
}

test("an event of days in hours that comes and goes over several rows is told without a jump", () => {
  const seeds = Array.from({ length: 12 }, (_, seed) => seed);
  const told = (limits: EventLimits): number => seeds.filter((seed) => isTold(seed, limits)).length;
  expect(told(EVENT_LIMITS)).toBe(12);
  expect(told({ ...EVENT_LIMITS, unitsWithoutJump: 0 })).toBeLessThan(10);
});
