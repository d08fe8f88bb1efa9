import { createRandom, type Random } from "../../../kernel-lib/src/numeric/random.js";
import {
  dayHours,
  holidayFactor,
  months,
  weekDays,
  weeks,
  yearDays,
  yearHours,
  type MadeSeries,
} from "./business-series.js";
import { digits, figure, mean, type Figure } from "./figures.js";
import { modelOf } from "./model-of.js";

/** A series with one event: its first row and the row after its last. */
interface EventfulSeries extends MadeSeries {
  readonly kind: Kind;
  readonly onset: number;
  readonly end: number;
}

interface Base {
  /** Rows of the unit that an outage has two to four of. */
  readonly unit: number;
  readonly of: (random: Random) => MadeSeries;
}

const NOISE = 0.06;
const KINDS = ["spike", "dip", "zero row", "missing holiday", "outage"] as const;
type Kind = (typeof KINDS)[number];
/** Deviations that spikes and dips are off. */
const SIZES = [4, 6, 10, 20];
const slow = { growth: 0.06, noise: NOISE };
const fast = { growth: 0.3, noise: NOISE };
const YEARLY: Base = { unit: 7, of: (random) => yearDays(random, 1095, { growth: 0.1, noise: NOISE }) };

const BASES: Readonly<Record<string, Base>> = {
  "36 months": { unit: 1, of: (random) => months(random, 36, slow, "month") },
  "60 months": { unit: 1, of: (random) => months(random, 60, slow, "month") },
  "24 quarters": { unit: 1, of: (random) => months(random, 24, slow, "quarter") },
  "150 weeks": { unit: 4, of: (random) => weeks(random, 150, NOISE) },
  "200 days": { unit: 7, of: (random) => weekDays(random, 200, fast) },
  "730 days": { unit: 7, of: (random) => weekDays(random, 730, fast) },
  "1095 days with year and holidays": YEARLY,
  "1440 hours": { unit: 24, of: (random) => dayHours(random, 1440, { growth: 0, noise: NOISE }) },
  "3 years of hours": { unit: 24, of: (random) => yearHours(random, 3 * 8766, { growth: 0.1, noise: NOISE }) },
};
/** The long one is asked a third as often. */
const SELDOM = "3 years of hours";

/** Recall and false findings of one event in each of `count` series a base, and of holidays that are missing. */
export function eventFigures(count: number, seed: number): Figure[] {
  const rated = Object.keys(BASES).flatMap((base) => {
    const times = base === SELDOM ? Math.ceil(count / 3) : count;
    return Array.from({ length: times }, (_, k) => ({ base, k }))
      .filter(({ k }) => BASES[base] === YEARLY || kindOf(k) !== "missing holiday")
      .map(({ base: name, k }) => ({
        base: name,
        ...rate(planted(BASES[name], k, createRandom(seed).fork(`event/${name}/${k}`))),
      }));
  });
  const holidays = Array.from({ length: count }, (_, k) =>
    rate(withEvent(YEARLY, "missing holiday", 0, createRandom(seed).fork(`missing holiday/${k}`))),
  );
  const recall = (of: (one: (typeof rated)[number]) => boolean): number =>
    mean(rated.filter(of).map(({ isFound }) => Number(isFound)));
  const ofBase = (name: string): Figure => {
    const all = rated.filter(({ base }) => base === name);
    return figure(
      `– recall, ${name}`,
      recall(({ base }) => base === name),
      GOALS.get(name) ?? null,
      `${all.length} events`,
    );
  };
  const kinds = KINDS.map((kind) => `${kind} ${digits(recall((one) => one.kind === kind))}`).join(", ");
  return [
    figure(
      "planted events: recall",
      recall(() => true),
      0.82,
      `${rated.length} events: ${kinds}`,
    ),
    figure("– false alarms a series", mean(rated.map((one) => one.wrong)), 0.03, `${rated.length} series`, true),
    ...Object.keys(BASES).map(ofBase),
    figure("– missing holiday", mean(holidays.map(({ isFound }) => Number(isFound))), 1, `${count} of three years`),
  ];
}

const GOALS = new Map([
  ["24 quarters", 0.8],
  ["1095 days with year and holidays", 0.88],
]);

const kindOf = (k: number): Kind => KINDS[k % KINDS.length];

function planted(base: Base, k: number, random: Random): EventfulSeries {
  return withEvent(base, kindOf(k), SIZES[Math.floor(k / KINDS.length) % SIZES.length], random);
}

function withEvent({ unit, of }: Base, kind: Kind, size: number, random: Random): EventfulSeries {
  const series = of(random);
  const rows = series.values.length;
  const onset =
    kind === "missing holiday" ? holidayOf(series, random) : Math.floor((0.15 + 0.75 * random.next()) * (rows - 2));
  const length = unit === 1 ? 2 : unit * (2 + random.integer(3));
  const end = kind === "outage" ? Math.min(rows - 1, onset + length) : onset + 1;
  const factor = factorOf(kind, size, series.times[onset]);
  const values = series.values.map((value, row) => (row >= onset && row < end ? Math.round(value * factor) : value));
  return { ...series, values, kind, onset, end };
}

function factorOf(kind: Kind, size: number, time: number): number {
  if (kind === "spike") return Math.exp(size * NOISE);
  if (kind === "dip") return Math.exp(-size * NOISE);
  return kind === "missing holiday" ? 1 / holidayFactor(time) : 0;
}

/** A day on which the shop is closed, after the first year. */
function holidayOf({ times }: MadeSeries, random: Random): number {
  const days = [...times.keys()].filter((row) => row >= 370 && holidayFactor(times[row]) < 0.6);
  return days[random.integer(days.length)];
}

/** Whether a finding is at the event or beside it, and how many are farther from it than a week of rows. */
function rate(series: EventfulSeries): { readonly kind: Kind; readonly isFound: boolean; readonly wrong: number } {
  const { findings } = modelOf(series);
  const within = (rows: number): number =>
    findings.filter(({ start, end }) => start < series.end + rows && end > series.onset - rows).length;
  return { kind: series.kind, isFound: within(1) > 0, wrong: findings.length - within(7) };
}
