import type { Config } from "../../config/config.js";
import { detect } from "../../detect.js";
import type { Progress } from "../../progress.js";
import type { Detector } from "../../detectors/detector.js";
import { InputError } from "../../errors.js";
import type { Compute } from "../../numeric/compute.js";
import type { Report, SeriesReport } from "../../report.js";
import { countUpTo } from "../../numeric/order/lower-bound.js";
import { reshape } from "../../reshape/reshape.js";
import type { Table } from "../../table.js";
import { recordTimes, timeSpan } from "../changed-table.js";
import { pastTable } from "./past-table.js";
import { seriesBacktest, type SeriesBacktest } from "./series-backtest.js";

/** What a backtest can be told. */
export interface BacktestOptions {
  /** Moments at which one looks, evenly spread over the time after the first `warmUp`, each when a record came in; 20 when left out. */
  readonly looks?: number;
  /** Share of the file that is past before the first look, 0 to 1; 0.5 when left out. */
  readonly warmUp?: number;
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
  /** Detectors of one's own, by id, beside the built-in ones. */
  readonly detectors?: Readonly<Record<string, Detector>>;
  /** Where heavy loops run; this thread alone when left out. */
  readonly compute?: Compute;
}

/** What would have been known when, had the detection run again and again as the file grew. */
export interface Backtest {
  readonly kind: "backtest";
  /** The run on the whole file: hindsight. */
  readonly report: Report;
  /** Moments at which one looked, in milliseconds since 1970-01-01 (record number without dates). */
  readonly looks: readonly number[];
  readonly series: readonly SeriesBacktest[];
  /** Usual step as in `Cadence.label`; empty in a file without dates. */
  readonly cadence: string;
}

/**
 * Runs the detection at each of a number of moments on nothing but the records up to then, and compares what was known
 * live with hindsight. `door.ts` tells the rest.
 */
export async function backtest(given: Table, config: Config = {}, options: BacktestOptions = {}): Promise<Backtest> {
  const table = reshape(given, config);
  const { signal, progress, detectors, compute } = options;
  const looks = lookMoments(table, options.looks ?? 20, options.warmUp ?? 0.5);
  const run = (part: Table): Promise<Report> => detect(part, config, { signal, detectors, compute });
  progress?.({ step: { kind: "wholeFile", facts: {} }, fraction: 0 });
  const report = await run(table);
  const past: SeriesReport[][] = report.series.map(() => []);
  for (const [index, moment] of looks.entries()) {
    signal?.throwIfAborted();
    progress?.({
      step: { kind: "look", facts: { look: index + 1, of: looks.length } },
      fraction: (index + 1) / (looks.length + 1),
    });
    const then = await run(pastTable(table, moment));
    report.series.forEach((series, position) => {
      const same = then.series.find(({ kpi, series: key }) => kpi === series.kpi && key === series.series);
      if (same) past[position][index] = same;
    });
  }
  progress?.({ step: { kind: "done", facts: {} }, fraction: 1 });
  const series = report.series.map((each, position) =>
    seriesBacktest(each, looks, past[position], report.config.incidentGap),
  );
  return {
    kind: "backtest",
    report,
    looks,
    series,
    cadence: report.date ? (report.cadence?.label ?? "irregular") : "",
  };
}

function lookMoments(table: Table, count: number, warmUp: number): number[] {
  if (!(count >= 1) || !(warmUp >= 0 && warmUp < 1)) throw new InputError("backtest_options", { looks: count, warmUp });
  const times = recordTimes(table)
    .filter((time) => !Number.isNaN(time))
    .sort();
  if (times.length < 10) throw new InputError("backtest_rows", { rows: times.length, needed: 10 });
  const [first, last] = timeSpan(table);
  const start = first + warmUp * (last - first);
  const moments = Array.from({ length: count }, (_, look) =>
    look === count - 1 ? last : start + ((look + 1) / count) * (last - start),
  );
  // Between two records nothing new is seen: a look is when the last record before it came in.
  return [...new Set(moments.map((moment) => times[countUpTo(times, moment) - 1]))];
}
