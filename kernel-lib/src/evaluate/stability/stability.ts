import type { Config } from "../../config/config.js";
import { detect, type SeriesRunner } from "../../detect.js";
import type { Progress } from "../../progress.js";
import type { Detector } from "../../detectors/detector.js";
import type { Compute } from "../../numeric/compute.js";
import { createRandom } from "../../numeric/random.js";
import type { Report, SeriesReport } from "../../report.js";
import { reshape } from "../../reshape/reshape.js";
import type { Table } from "../../table.js";
import { refitKinds, type RefitKindId } from "./refit-kinds.js";
import { seriesStability, type RefitOutcome, type SeriesStability } from "./series-stability.js";

/** What a stability analysis can be told. */
export interface StabilityOptions {
  /** Refits of each kind; 8 when left out. */
  readonly runs?: number;
  /** Kinds of refit; all when left out. */
  readonly kinds?: readonly RefitKindId[];
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
  /** Detectors of one's own, by id, beside the built-in ones. */
  readonly detectors?: Readonly<Record<string, Detector>>;
  /** Where heavy loops run; this thread alone when left out. */
  readonly compute?: Compute;
  /** How one detection is run; `detect` itself when left out. */
  readonly run?: (table: Table, config: Config) => Promise<Report>;
  /** Spreads the refits over workers; one after the other on this thread when left out. The result is the same. */
  readonly runSeries?: SeriesRunner;
  /** Refits under way at the same time; 1 when left out. More is of use with workers. */
  readonly concurrency?: number;
}

/** How much of a result would still stand had things come out a little differently. */
export interface Stability {
  readonly kind: "stability";
  /** The run that is put to the test. */
  readonly report: Report;
  /** Refits by kind. */
  readonly refits: Readonly<Partial<Record<RefitKindId, number>>>;
  readonly series: readonly SeriesStability[];
}

interface Job {
  readonly kind: RefitKindId;
  readonly run: number;
}

/**
 * Runs the detection again and again under other seeds, with stretches missing, on blocks drawn anew and with a little
 * noise, with less past and with a feature less, and counts what stays. `door.ts` tells the rest.
 */
export async function stability(given: Table, config: Config = {}, options: StabilityOptions = {}): Promise<Stability> {
  const table = reshape(given, config);
  const { runs = 8, signal, progress, concurrency = 1 } = options;
  const kinds = options.kinds ?? (Object.keys(refitKinds) as RefitKindId[]);
  const run =
    options.run ??
    ((changed: Table, settings: Config) =>
      detect(changed, settings, {
        signal,
        detectors: options.detectors,
        compute: options.compute,
        runSeries: options.runSeries,
        sideBySide: true,
      }));
  progress?.({ step: { kind: "wholeFile", facts: {} }, fraction: 0 });
  const report = await run(table, config);
  const jobs: Job[] = kinds.flatMap((kind) => Array.from({ length: runs }, (_, index) => ({ kind, run: index })));
  const kpis = [...new Set(report.series.map(({ kpi }) => kpi))];
  const outcomes: RefitOutcome[] = [];
  let started = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let next = started++; next < jobs.length; next = started++) {
      signal?.throwIfAborted();
      const { kind, run: index } = jobs[next];
      progress?.({
        step: { kind: "refit", facts: { run: index + 1, of: runs, how: kind } },
        fraction: (done + 1) / (jobs.length + 1),
      });
      const random = createRandom(`${report.config.seed}/stability/${kind}/${index}`);
      const varied = refitKinds[kind].vary({ table, config, kpis, random, run: index, runs });
      outcomes[next] = {
        kind,
        report: await run(varied.table, { ...varied.config, seed: random.integer(0x8000_0000) }),
      };
      done++;
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, concurrency) }, work));
  progress?.({ step: { kind: "done", facts: {} }, fraction: 1 });
  const series = report.series.map((each, position) =>
    seriesStability(
      each,
      outcomes.map((outcome) => ({ kind: outcome.kind, series: matching(outcome.report, each, position) })),
    ),
  );
  return {
    kind: "stability",
    report,
    refits: Object.fromEntries(kinds.map((kind) => [kind, runs])),
    series,
  };
}

/** The same series in a refit: usually at the same position. */
function matching(report: Report, wanted: SeriesReport, position: number): SeriesReport | undefined {
  const same = (series: SeriesReport | undefined): boolean =>
    series?.kpi === wanted.kpi && series.series === wanted.series;
  return same(report.series[position]) ? report.series[position] : report.series.find(same);
}
