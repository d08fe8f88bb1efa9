import { availableParallelism } from "node:os";
import {
  compare,
  comparisonWithWords,
  detectors,
  InputError,
  palette,
  plots,
  profile,
  profileWithWords,
  stability,
  stabilityWithWords,
  type Compute,
  type Plot,
  type PlotInput,
  type SeriesRunner,
} from "kpi-anomaly";
import type { AnalysisName, LibraryFigure } from "../../shared/protocol/index.js";
import { writableConfig } from "./facts/writable-config.js";
import type { Analysed, AnalysisInput } from "./library.js";
import { libraryLanguage, says } from "./library-words.js";

/** Repeats of each kind of refit: few, since a person waits for them. */
const refits = 2;

/** Points from which threads for the refits are worth starting. */
const worthThreads = 500;

/** Where an analysis may run: the heavy loops of one series, and many series side by side. */
export interface Threads {
  readonly compute: Compute;
  readonly runSeries: SeriesRunner;
}

type Analysis = (input: AnalysisInput, threads: Threads) => Analysed | Promise<Analysed>;

/** The views that the library computes, each with the figures its register has for such a result. */
export const analyses: Readonly<Record<Exclude<AnalysisName, "overview" | "dial">, Analysis>> = {
  compare: ({ report, series }) => ({
    value: comparisonWithWords(compare(report, report.series[series]), libraryLanguage()),
    confidences: [],
  }),
  compareWeighing: ({ report, series }) => {
    const weighing = Object.entries(detectors).flatMap(([id, { share }]) => (share ? [id] : []));
    const value = compare(report, report.series[series], { detectors: weighing });
    return { value: comparisonWithWords(value, libraryLanguage()), confidences: [] };
  },
  compareAll: ({ report, series }) => ({
    value: comparisonWithWords(compare(report, report.series[series], { all: true }), libraryLanguage()),
    confidences: [],
  }),
  profile: ({ table, report, series }) => {
    const value = profile(table, writableConfig(report));
    const told = profileWithWords(value, libraryLanguage());
    const named = told.kpis.map((kpi) => ({
      ...kpi,
      seasons: kpi.seasons.map((season) => ({ ...season, label: says.period(season.label) })),
    }));
    return {
      value: {
        value: { ...told, kpis: named },
        figures: figuresFor("profile", value, report.series[series]),
      },
      confidences: [],
    };
  },
  stability: async ({ table, report, series, signal, progress }, { compute, runSeries }) => {
    const { kpi } = report.series[series];
    const config = { ...writableConfig(report), columns: { ...report.config.columns, kpis: [kpi] } };
    const spread =
      report.series[series].values.length >= worthThreads ? { runSeries, concurrency: availableParallelism() } : {};
    const value = await stability(table, config, { runs: refits, signal, progress, compute, ...spread });
    const confidences = value.series.flatMap((one, place) =>
      one.anomalies.map(({ peak, confidence }) => ({
        kpi: one.kpi,
        series: one.series,
        peakTime: value.report.series[place].time[peak],
        confidence,
      })),
    );
    const { refits: counts, series: found } = value;
    return {
      value: {
        value: stabilityWithWords({ refits: counts, series: found }, libraryLanguage()),
        figures: figuresFor("stability", value, report.series[series]),
      },
      confidences,
    };
  },
};

/** Draws every plot of the register that takes such an input; one that cannot draw this KPI is left out. */
function figuresFor(
  input: PlotInput,
  value: unknown,
  { kpi, series }: { kpi: string; series: string },
): LibraryFigure[] {
  const fitting = Object.values(plots as unknown as Readonly<Record<string, Plot<unknown>>>).filter(
    (plot) => plot.input === input,
  );
  return fitting.flatMap((plot) => {
    try {
      const { data, layout, alternative } = plot.draw(value, {
        kpi,
        ...(series === "" ? {} : { series }),
        language: libraryLanguage(),
      });
      return [
        {
          title: says.name(plot.title),
          summary: says.name(plot.summary),
          colors: { line: palette.line, anomaly: palette.anomaly },
          data,
          layout: layout as LibraryFigure["layout"],
          alternative,
        },
      ];
    } catch (error) {
      if (error instanceof InputError) return [];
      throw error;
    }
  });
}
