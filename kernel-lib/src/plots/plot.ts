import type { Titled, Translations } from "../translations.js";
import type { Annotation, Axis, Figure } from "../display/figure.js";
import type { FigureOptions } from "../display/make-figure.js";
import { InputError } from "../errors.js";
import type { Report, SeriesReport } from "../report.js";
import type { Language } from "../words/language.js";

/** What every plot can be told. */
export interface PlotOptions extends FigureOptions {
  /** KPI to draw; the first one when left out. */
  readonly kpi?: string;
  /** Value of the key column, for a file that holds many series. */
  readonly series?: string;
  /** Language of titles, axes and the sentence that stands for the figure; English when left out. */
  readonly language?: Language;
  /** Most points drawn of a long line; its extremes and its anomalies are always kept. 4000 when left out. */
  readonly maxPoints?: number;
}

/** What a plot draws. */
export type PlotInput = "report" | "profile" | "sample" | "stability" | "backtest" | "injection" | "sweep";

/**
 * A way to look at a result. Adding one = its file, one line in `plots/index.ts`, its test. It returns plain data;
 * nothing is drawn on a screen here.
 */
export interface Plot<Input = Report, Options extends PlotOptions = PlotOptions> {
  /** As shown in a list of plots. */
  readonly title: string;
  /** One sentence: which question it answers. */
  readonly summary: string;
  /** Both in the other languages; one of one's own does without. */
  readonly translations?: Translations<Titled>;
  readonly input: PlotInput;
  draw(input: Input, options?: Options): Figure;
}

/**
 * Checks a plot's shape at compile time; returns it unchanged.
 *
 * @example
 * const lengths = definePlot<Report>({
 *   title: "Lengths",
 *   summary: "How long are the series?",
 *   input: "report",
 *   draw: ({ series: all }) =>
 *     makeFigure([{ type: "bar", x: all.map(({ kpi }) => kpi), y: all.map(({ values }) => values.length) }], {}, "Lengths."),
 * });
 */
export function definePlot<Input, Options extends PlotOptions = PlotOptions>(
  plot: Plot<Input, Options>,
): Plot<Input, Options> {
  return plot;
}

/**
 * The entries of a result that the options name, all of them when they name none.
 * @throws InputError `bad_option` with the names there are
 */
export function namedEntries<Entry extends { readonly kpi: string; readonly series: string }>(
  entries: readonly Entry[],
  { kpi, series }: PlotOptions,
): readonly Entry[] {
  const found = entries.filter(
    (entry) => (kpi === undefined || entry.kpi === kpi) && (series === undefined || entry.series === series),
  );
  if (found.length > 0) return found;
  const names = entries.slice(0, 10).map(seriesTitle);
  throw new InputError("no_series", { kpi: kpi ?? null, key: series ?? null, names });
}

/**
 * The series of a report that the options name.
 * @throws InputError `bad_option` with the names there are
 */
export function namedSeries(report: Report, options: PlotOptions = {}): SeriesReport {
  return namedEntries(report.series, options)[0];
}

/** How a series is named in titles: the KPI, and the key's value where there is one. */
export function seriesTitle({ kpi, series }: Pick<SeriesReport, "kpi" | "series">): string {
  return series === "" ? kpi : `${kpi} · ${series}`;
}

/**
 * How the axis of a KPI's values is named: `energy (kWh)`; a name that tells its unit already stands alone.
 *
 * @example
 * console.log(axisTitle({ kpi: "energy", unit: "kWh" })); // "energy (kWh)"
 */
export function axisTitle({ kpi, unit }: { readonly kpi: string; readonly unit?: string }): string {
  return unit === undefined || tellsUnit(kpi, unit) ? kpi : `${kpi} (${unit})`;
}

/** The unit alone as the title of an axis in a row of charts that is headed by what it shows, as an entry to spread. */
export function unitTitle({ unit }: { readonly unit?: string }): Pick<Axis, "title"> {
  return unit === undefined ? {} : { title: { text: unit } };
}

/** What signs are called in names of columns. */
const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  "%": ["pct", "percent", "percentage", "prozent", "perc"],
  "€": ["eur", "euro", "euros"],
  $: ["usd", "dollar", "dollars"],
  "£": ["gbp", "pound", "pounds", "pfund"],
  "¥": ["jpy", "yen", "cny", "yuan", "rmb"],
  "₹": ["inr", "rupee", "rupees", "rs"],
  "°C": ["celsius", "degc"],
  "°F": ["fahrenheit", "degf"],
};

/** Whether a name holds the unit as a word of its own: `energy_kWh`, `price in EUR`, `sizeMiB`. */
function tellsUnit(name: string, unit: string): boolean {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}%°/]+/u);
  const small = unit.toLowerCase();
  if (words.includes(small) || (SPOKEN[unit] ?? []).some((word) => words.includes(word))) return true;
  const letters = /^\p{L}+$/u.test(unit);
  if (!letters) return name.toLowerCase().includes(small);
  return (
    unit.length > 1 && name.endsWith(unit) && /\p{Ll}$/u.test(name.slice(0, -unit.length)) && /^\p{Lu}/u.test(unit)
  );
}

/** A number or, where nothing is known, a hole in the line. */
export function known(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(7)) : null;
}

/** Name of the axis of a row of small charts: `y`, `y2` … */
export function rowAxis(row: number): string {
  return row === 0 ? "y" : `y${row + 1}`;
}

/** The part of the page that a row of small charts takes, leaving room for a heading above it. */
export function rowDomain(row: number, rows: number): readonly [number, number] {
  const height = 1 / rows;
  return [Math.max(0, 1 - (row + 0.8) * height), 1 - row * height];
}

/** The heading of a row of small charts. */
export function rowHeading(text: string, row: number): Annotation {
  return {
    text,
    xref: "paper",
    yref: `${rowAxis(row)} domain`,
    x: 0.002,
    y: 1,
    xanchor: "left",
    yanchor: "bottom",
    showarrow: false,
    font: { size: 11 },
  };
}

/** The vertical axes of rows of small charts, by Plotly's names. */
export function rowAxes(rows: number, axis: Axis = {}): Record<`yaxis${string}`, Axis> {
  return Object.fromEntries(
    Array.from({ length: rows }, (_, row) => [
      `yaxis${row === 0 ? "" : row + 1}`,
      { ...axis, domain: rowDomain(row, rows), anchor: "x" },
    ]),
  );
}
