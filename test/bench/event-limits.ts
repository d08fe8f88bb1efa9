import { baseline } from "../../kernel-lib/src/baseline/baseline.js";
import { EVENT_LIMITS } from "../../kernel-lib/src/baseline/long/long-problem.js";
import type { EventLimits } from "../../kernel-lib/src/baseline/types.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { nullSeries, OTHER_LENGTHS } from "./generated/null-series.js";
import { correlatedNoise } from "./generated/noise.js";
import { wildNullSeries } from "./generated/wild-null-series.js";

/*
 * npm run bench -- event-limits [SERIES] [SEED]: finds the two limits of the model that say where an event ends and how a series
 * always moves begins (`EVENT_LIMITS`), on generated series of fixed seeds. The rule, the same for both: of the values at which
 * series without events are as often silent as at the most silent value, but for one standard error, the one that finds most
 * events; of equals the one that lets most series alone, then the smallest. The same series are seen at both values, so the
 * error is that of the series on which the two differ (McNemar 1947). Not all of it was fixed beforehand: the first set of
 * events told no values apart and was made harder, and the paired error came after a run of 48 series.
 */

const SEED = 1701;
const HOUR = 3600;
const DAY = 24 * HOUR;
const UNITS = [0, 1, 2, 3, 4, 6, 8, 14];
const SLOWER = [0, 12, 25, 50, 100, 200, 400];

interface Item {
  readonly name: string;
  readonly values: Float64Array;
  readonly step: number;
  /** First row of the event, and the row after its last; null for none. */
  readonly event: readonly [number, number] | null;
}

export function run([count = "96", seed = String(SEED)]: string[]): void {
  const [series, start] = [Number(count), Number(seed)];
  const calm = [...calmSeries(series, start), ...wandering(series, start)];
  const hours = calm.filter(({ step }) => step === HOUR);
  console.log(`seed ${start}; ${hours.length} calm series of hours, ${calm.length} of all steps`);
  const units = choose(
    "units without a jump",
    UNITS.map((unitsWithoutJump) => ({ ...EVENT_LIMITS, unitsWithoutJump })),
    ({ unitsWithoutJump }) => unitsWithoutJump,
    hours,
    softEvents(series, start),
  );
  choose(
    "times slower than the memory",
    SLOWER.map((slower) => ({ ...units, slower })),
    ({ slower }) => slower,
    calm,
    longEvents(series, start),
  );
}

/** Tells silence and recall at each value, and returns the one that the rule takes. */
function choose(
  name: string,
  candidates: readonly EventLimits[],
  valueOf: (limits: EventLimits) => number,
  calm: readonly Item[],
  eventful: readonly Item[],
): EventLimits {
  const rated = candidates.map((limits) => ({ limits, silent: 0, found: 0, calm: [] as boolean[] }));
  const ends = [candidates[0], candidates[candidates.length - 1]];
  const rate = (counts: (limits: EventLimits) => boolean, of: "silent" | "found"): void => {
    const [first, last] = ends.map(counts);
    rated.forEach((each, k) => {
      const own = k === 0 ? first : k === rated.length - 1 || first === last ? last : counts(each.limits);
      if (own) each[of]++;
      if (of === "silent") each.calm.push(own);
    });
  };
  for (const item of calm) rate((limits) => findings(item, limits).length === 0, "silent");
  for (const item of eventful) rate((limits) => isCovered(item.event!, findings(item, limits)), "found");
  const most = rated.reduce((a, b) => (b.silent > a.silent ? b : a));
  const allowed = rated.filter((each) => {
    const differ = each.calm.filter((own, k) => own !== most.calm[k]).length;
    return most.silent - each.silent <= Math.sqrt(differ);
  });
  const best = allowed.reduce((a, b) => (b.found > a.found || (b.found === a.found && b.silent > a.silent) ? b : a));
  for (const { limits, silent, found } of rated)
    console.log(
      `${name} ${valueOf(limits)}: silent ${silent} of ${calm.length}, events found ${found} of ${eventful.length}${limits === best.limits ? " <- taken" : ""}`,
    );
  return best.limits;
}

const findings = ({ values, step }: Item, limits: EventLimits): readonly { start: number; end: number }[] =>
  baseline({ values, step, times: null, excluded: null, limits }).findings;

/** Whether findings hold half of the rows of an event at least. */
function isCovered([from, to]: readonly [number, number], found: ReturnType<typeof findings>): boolean {
  let rows = 0;
  for (let row = from; row < to; row++) rows += Number(found.some(({ start, end }) => start <= row && row < end));
  return 2 * rows >= to - from;
}

/** Hours and days of every kind of noise, and of the kinds most like events. */
function calmSeries(count: number, seed: number): Item[] {
  const usual = nullSeries(
    2 * count,
    seed,
    OTHER_LENGTHS.filter(({ name }) => name === "short hourly" || name === "short daily"),
  );
  return asItems([...usual, ...wildNullSeries(2 * count, seed)]).filter(({ step }) => step === HOUR || step === DAY);
}

/** Hours and days that remember much: they wander about their level for hours to weeks. */
function wandering(count: number, seed: number): Item[] {
  return Array.from({ length: 2 * count }, (_, k) => {
    const random = createRandom(seed).fork(`wandering/${k}`);
    return { ...remembering(random, k, 0.05), event: null };
  });
}

const asItems = (all: ReturnType<typeof nullSeries>): Item[] =>
  all.map(({ name, series }) => ({
    name,
    values: series.values,
    step: (series.time[1] - series.time[0]) / 1000,
    event: null,
  }));

type Random = ReturnType<typeof createRandom>;

/** Days with a week or hours with a day, and noise that falls to 1/e within 3 to 60 rows. */
function remembering(random: Random, k: number, size: number): Omit<Item, "event"> {
  const [step, cycle] = k % 2 === 0 ? [HOUR, 24] : [DAY, 7];
  const rows = (step === HOUR ? 700 : 400) + random.integer(600);
  const factor = 1 - 1 / (3 * 20 ** random.next());
  const noise = correlatedNoise(random, rows, factor, "normal");
  const values = noise.map(
    (z, i) => 500 * (1 + 0.2 * Math.sin((2 * Math.PI * i) / cycle)) * (1 + size * z + 0.01 * random.normal()),
  );
  return { name: `remembering ${k}`, step, values };
}

/** Hours that remember, with an event of one to seven days that comes and goes over 4 to 16 hours. */
function softEvents(count: number, seed: number): Item[] {
  return Array.from({ length: count }, (_, k) => {
    const random = createRandom(seed).fork(`soft/${k}`);
    const edge = 4 + random.integer(13);
    return withEvent(remembering(random, 2 * k, 0.04), 24 + random.integer(145), edge, random);
  });
}

/** Series that remember, with an event of a half to three units that comes and goes over some rows. */
function longEvents(count: number, seed: number): Item[] {
  return Array.from({ length: count }, (_, k) => {
    const random = createRandom(seed).fork(`long/${k}`);
    const item = remembering(random, k, 0.04);
    const unit = item.step === HOUR ? 24 : 7;
    return withEvent(item, Math.ceil(unit * (0.5 + 2.5 * random.next())), 1 + random.integer(unit / 3), random);
  });
}

function withEvent({ name, step, values }: Omit<Item, "event">, rows: number, edge: number, random: Random): Item {
  const start = Math.floor(values.length * (0.15 + 0.6 * random.next()));
  const size = (random.next() < 0.5 ? -1 : 1) * (0.08 + 0.22 * random.next());
  const course = (i: number): number => Math.max(0, Math.min(1, (i - start) / edge, (start + rows - i) / edge));
  return { name, step, values: values.map((value, i) => value * (1 + size * course(i))), event: [start, start + rows] };
}
