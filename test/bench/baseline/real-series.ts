import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Step } from "../../../kernel-lib/src/baseline/types.js";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";
import { seriesOf } from "../../../kernel-lib/src/io/series.js";
import { kpiNames, type Table } from "../../../kernel-lib/src/table.js";
import { labelledMoments } from "../accuracy/labelled-files.js";
import { DAY, HOUR, WEEK, type MadeSeries } from "./business-series.js";

/** Columns that are taken of one file. */
const COLUMNS = 3;
/** Rows that a series has at least, and the share of them that is known. */
const LEAST_ROWS = 60;
const LEAST_KNOWN = 0.9;
/** Share of the known rows that one value may have: what always is the same is told without a model. */
const MOST_SAME = 0.5;
/** Known rows of a series that a change of the level is planted in, and the share of them above 0. */
const CHANGEABLE_ROWS = 120;
const ABOVE = 0.98;
/** Days of hours from which on they are seen as days too. */
const ALSO_DAYS = 400;

/**
 * The series of the CSV files of folders and of the folders in them: the first columns of each, of the first key where there is
 * one, by month, week, day or hour (finer ones as means of hours), with few rows missing. What looks like a code for "no value" is
 * missing; of the same series in two files there is one. A folder's `labels.json` tells which moments are abnormal.
 */
export function realSeries(folders: readonly string[]): MadeSeries[] {
  return folders
    .flatMap((folder) => {
      const labels = existsSync(join(folder, "labels.json")) ? labelledMoments(folder) : {};
      return readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".csv"))
        .map((file) => ({ file: join(folder, file), spans: labels[file] ?? [] }));
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .flatMap(({ file, spans }) => seriesIn(file).map((series) => withLabels(series, spans)))
    .filter(({ values, step }, place, all) => {
      const first = all.findIndex((other) => other.step === step && isSame(other.values, values));
      return first === place;
    });
}

/** @param spans first and last moment of what is abnormal, in milliseconds */
function withLabels(series: MadeSeries, spans: readonly (readonly [number, number])[]): MadeSeries {
  const { times, step } = series;
  const end = (row: number): number => times[row] + (typeof step === "number" ? step : 31 * DAY);
  const labelled = Uint8Array.from(times, (time, row) =>
    Number(spans.some(([from, to]) => 1000 * end(row) > from && 1000 * time <= to)),
  );
  return { ...series, labelled };
}

const isSame = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && a.every((value, row) => Object.is(value, b[row]));

/** Whether a level that is a multiple of what it was can be told: enough rows that are no month, nearly all above 0. */
export function isChangeable({ step, values }: MadeSeries): boolean {
  const known = values.filter(Number.isFinite);
  const above = known.filter((value) => value > 0);
  return step !== "month" && known.length >= CHANGEABLE_ROWS && above.length >= ABOVE * known.length;
}

function seriesIn(file: string): MadeSeries[] {
  const table = readTable(readFileSync(file, "utf8"));
  if (table.time === null) return [];
  return kpiNames(table)
    .slice(0, COLUMNS)
    .flatMap((kpi) => {
      const { time, values, cadence } = seriesOf(table, kpi);
      if (cadence?.seconds == null) return [];
      const dated = [...time.keys()].filter((row) => Number.isFinite(time[row]));
      const seconds = Float64Array.from(dated, (row) => time[row] / 1000);
      const step = stepOf(cadence.seconds);
      const span = seconds[seconds.length - 1] - seconds[0];
      const steps: Step[] = step === HOUR && span > ALSO_DAYS * DAY ? [HOUR, DAY] : [step];
      const code = codeOf(table, kpi);
      const known = Float64Array.from(dated, (row) => (values[row] === code ? NaN : values[row]));
      return steps.map((each) => onGrid(`${file} ${kpi}`, each, seconds, known)).filter(isFilled);
    });
}

/** The value that probably means that there is none; null without one. */
function codeOf({ warnings }: Table, kpi: string): number | null {
  for (const warning of warnings)
    if (warning.code === "possible_missing_value_code" && warning.column === kpi) return Number(warning.facts.value);
  return null;
}

function stepOf(seconds: number): Step {
  if (seconds >= 27 * DAY) return "month";
  if (seconds >= WEEK) return WEEK;
  return seconds >= DAY ? DAY : HOUR;
}

/** Means by steps from the first moment on. */
function onGrid(name: string, step: Step, moments: Float64Array, values: Float64Array): MadeSeries {
  const { rowOf, timeOf } = typeof step === "number" ? evenGrid(step, moments[0]) : monthGrid(moments[0]);
  const rows = rowOf(moments[moments.length - 1]) + 1;
  const [sums, counts] = [new Float64Array(rows), new Float64Array(rows)];
  values.forEach((value, i) => {
    if (!Number.isFinite(value)) return;
    sums[rowOf(moments[i])] += value;
    counts[rowOf(moments[i])]++;
  });
  const times = Float64Array.from({ length: rows }, (_, i) => timeOf(i));
  return { name, step, times, values: sums.map((sum, i) => (counts[i] > 0 ? sum / counts[i] : NaN)) };
}

interface Grid {
  readonly rowOf: (moment: number) => number;
  readonly timeOf: (row: number) => number;
}

/** Weeks begin on the day of the first row, hours and days with themselves. */
function evenGrid(step: number, first: number): Grid {
  const unit = Math.min(step, DAY);
  const start = Math.floor(first / unit) * unit;
  return { rowOf: (moment) => Math.floor((moment - start) / step), timeOf: (row) => start + step * row };
}

function monthGrid(first: number): Grid {
  const monthOf = (moment: number): number => {
    const date = new Date(moment * 1000);
    return 12 * date.getUTCFullYear() + date.getUTCMonth();
  };
  const start = monthOf(first);
  return { rowOf: (moment) => monthOf(moment) - start, timeOf: (row) => Date.UTC(0, start + row, 1) / 1000 };
}

function isFilled({ values }: MadeSeries): boolean {
  const known = values.filter(Number.isFinite);
  const counts = new Map<number, number>();
  for (const value of known) counts.set(value, (counts.get(value) ?? 0) + 1);
  const same = Math.max(...counts.values());
  return values.length >= LEAST_ROWS && known.length >= LEAST_KNOWN * values.length && same <= MOST_SAME * known.length;
}
