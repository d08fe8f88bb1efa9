import type { Figure } from "../display/figure.js";
import type { FigureOptions } from "../display/make-figure.js";
import { InputError } from "../errors.js";
import type { Report, SeriesReport } from "../report.js";

/** What every plot can be told. */
export interface PlotOptions extends FigureOptions {
  /** KPI to draw; the first one when left out. */
  readonly kpi?: string;
  /** Value of the key column, for a file that holds many series. */
  readonly series?: string;
  /** Most points drawn of a long line; its extremes and its anomalies are always kept. 4000 when left out. */
  readonly maxPoints?: number;
}

/** What a plot draws. */
export type PlotInput = "report" | "profile" | "comparison" | "stability" | "backtest" | "injection";

/**
 * A way to look at a result. Adding one = its file, one line in `plots/index.ts`, its test. It returns plain data;
 * nothing is drawn on a screen here.
 */
export interface Plot<Input = Report, Options extends PlotOptions = PlotOptions> {
  /** As shown in a list of plots. */
  readonly title: string;
  /** One sentence: which question it answers. */
  readonly summary: string;
  readonly input: PlotInput;
  draw(input: Input, options?: Options): Figure;
}

/** Checks a plot's shape at compile time; returns it unchanged. */
export function definePlot<Input, Options extends PlotOptions = PlotOptions>(plot: Plot<Input, Options>): Plot<Input, Options> {
  return plot;
}

/**
 * The series of a report that the options name.
 * @throws InputError `bad_option` with the names there are
 */
export function namedSeries(report: Report, options: PlotOptions = {}): SeriesReport {
  const found = report.series.find(({ kpi, series }) => (options.kpi === undefined || kpi === options.kpi) && (options.series === undefined || series === options.series));
  if (found) return found;
  const names = report.series.slice(0, 10).map(seriesTitle);
  const wanted = [options.kpi, options.series].filter((part) => part !== undefined).join(", ");
  throw new InputError("bad_option", `There is no series "${wanted}" in this result; it has ${names.length > 0 ? names.join("; ") : "none"}.`, "Name a kpi, and a series where the file has a key column, as they stand in the file.");
}

/** How a series is named in titles: the KPI, and the key's value where there is one. */
export function seriesTitle({ kpi, series }: Pick<SeriesReport, "kpi" | "series">): string {
  return series === "" ? kpi : `${kpi} · ${series}`;
}
