import { median } from "../../../kernel-lib/src/baseline/noise/spread.js";
import type { Baseline } from "../../../kernel-lib/src/baseline/types.js";
import { createRandom, type Random } from "../../../kernel-lib/src/numeric/random.js";
import { DAY, dayHours, months, weekDays, type MadeSeries } from "./business-series.js";
import { figure, mean, type Figure } from "./figures.js";
import { modelOf } from "./model-of.js";

/** A series whose rows from `onset` to before `end` are 1 + `size` times what they were. */
interface ChangedSeries extends MadeSeries {
  readonly onset: number;
  readonly end: number;
  readonly size: number;
}

/** Whether the first row ± 1 is right, and whether direction and size ± 15 % are too, and how many lasting changes are told elsewhere. */
interface Told {
  readonly onset: boolean;
  readonly all: boolean;
  /** Whether a change, or else rows that are told as odd, begin there in that direction. */
  readonly isSeen: boolean;
  readonly others: number;
}

const SIZES = [-0.85, -0.6, -0.4, -0.25, 0.3, 0.5, 1];
const REAL_SIZES = [-0.85, -0.5, -0.3, 0.5, 1];
const FAMILIES = ["days", "growing days", "hours", "months"] as const;
/** Rows of a real series that a change is planted in. */
const REAL_ROWS = { hours: 2160, days: 1000 };

/** Level changes in generated business series, of each family `count`, two thirds of them lasting. */
export function generatedChanges(count: number, seed: number): Figure[] {
  const told = FAMILIES.flatMap((family) =>
    Array.from({ length: count }, (_, k) => rate(changed(family, k, createRandom(seed).fork(`change/${family}/${k}`)))),
  );
  return [
    figure(
      "level changes, onset ± 1, direction, size ± 15 % all right",
      mean(told.map(({ all }) => Number(all))),
      0.97,
      `${told.length} generated: ${beside(told)}`,
    ),
  ];
}

/** Level changes planted into stretches of real series, half of them lasting. */
export function realChanges(bases: readonly MadeSeries[], count: number, seed: number): Figure[] {
  const told = Array.from({ length: count }, (_, k) => {
    const random = createRandom(seed).fork(`real change/${k}`);
    return rate(changedStretch(bases[k % bases.length], Math.floor(k / bases.length), random));
  });
  return [
    figure(
      "level changes in real series, onset ± 1 and direction",
      mean(told.map(({ isSeen }) => Number(isSeen))),
      0.65,
      `${count} in ${bases.length} series: ${beside(told)}`,
    ),
    figure("– told as a change, size ± 15 % too", mean(told.map(({ all }) => Number(all))), null, "the same"),
  ];
}

function beside(told: readonly Told[]): string {
  const onset = mean(told.map((one) => Number(one.onset)));
  return `onset ${onset.toFixed(2)}, ${mean(told.map(({ others }) => others)).toFixed(2)} others a series`;
}

function changed(family: (typeof FAMILIES)[number], k: number, random: Random): ChangedSeries {
  const { base, length } = changeable(family, k, random);
  const rows = base.values.length;
  const onset = Math.floor((0.25 + 0.55 * random.next()) * rows);
  const atEnd = family === "months" ? 3 : 14;
  const end = k % 3 < 2 ? rows : Math.min(rows - atEnd, onset + length);
  return plant(base, onset, end, SIZES[random.integer(SIZES.length)]);
}

/** A series, and the rows that a temporary change of it has. */
function changeable(
  family: (typeof FAMILIES)[number],
  k: number,
  random: Random,
): { readonly base: MadeSeries; readonly length: number } {
  if (family === "hours")
    return { base: dayHours(random, 24 * 60, { growth: 0, noise: 0.08 }), length: k % 2 ? 72 : 168 };
  if (family === "months")
    return { base: months(random, 36 + random.integer(25), { growth: 0.05, noise: 0.04 }, "month"), length: 6 };
  const growth = family === "growing days" ? 0.4 : 0;
  return { base: weekDays(random, 730, { growth, noise: 0.06 }), length: k % 2 ? 30 : 90 };
}

function changedStretch(base: MadeSeries, turn: number, random: Random): ChangedSeries {
  const isDaily = base.step === "month" || base.step === "quarter" || base.step >= DAY;
  const rows = Math.min(base.values.length, isDaily ? REAL_ROWS.days : REAL_ROWS.hours);
  const from = random.integer(base.values.length - rows + 1);
  const stretch = {
    ...base,
    times: base.times.slice(from, from + rows),
    values: base.values.slice(from, from + rows),
  };
  const onset = Math.floor((0.25 + 0.5 * random.next()) * rows);
  const end = turn % 2 === 0 ? rows : Math.min(rows - 14, onset + (isDaily ? 30 : 96));
  return plant(stretch, onset, end, REAL_SIZES[random.integer(REAL_SIZES.length)]);
}

function plant(base: MadeSeries, onset: number, end: number, size: number): ChangedSeries {
  const isWhole = base.values.every((value) => Number.isNaN(value) || Number.isInteger(value));
  const values = base.values.map((value, row) => {
    if (row < onset || row >= end) return value;
    return isWhole ? Math.round(value * (1 + size)) : value * (1 + size);
  });
  return { ...base, values, onset, end, size };
}

/** A change of the level that is told, or rows that are told as events and cover most of a temporary one. */
function rate(series: ChangedSeries): Told {
  const { onset, end, size } = series;
  const model = modelOf(series);
  const starts = model.findings.map(({ start }) => start).filter((row) => Math.abs(row - onset) <= 1);
  const near = model.changes.filter(({ row }) => Math.abs(row - onset) <= 1);
  const sizes = near.map(({ from, to }) => to / from - 1);
  if (near.length === 0 && end < series.values.length) sizes.push(...asEvent(series, model));
  const isRight = (told: number): boolean => Math.sign(told) === Math.sign(size);
  return {
    onset: sizes.length > 0,
    isSeen: sizes.some(isRight) || starts.some((row) => isRight(model.z[row])),
    all: sizes.some((told) => isRight(told) && Math.abs((1 + told) / (1 + size) - 1) <= 0.15),
    others: model.changes.filter(
      ({ row, end: back }) => back === null && [onset, end].every((at) => Math.abs(row - at) > 1),
    ).length,
  };
}

/** By how much the rows of a temporary change that are told as events are off, when they begin with it and are most of it. */
function asEvent({ values, onset, end }: ChangedSeries, { findings, expected }: Baseline): number[] {
  const rows: number[] = [];
  for (let row = onset - 1; row <= end; row++)
    if (findings.some((one) => one.start <= row && row < one.end)) rows.push(row);
  if (rows.length <= 0.7 * (end - onset) || Math.abs(rows[0] - onset) > 1) return [];
  return [median(Float64Array.from(rows, (row) => values[row] / expected[row])) - 1];
}
