import type { IncidentFacts, Results, SeriesWindow } from "../src/protocol.js";
import { columnExtremes } from "../shared/column-extremes.js";
import { digitsFor, number, severityLevel } from "../shared/words.js";
import { eventLane, eventMarks } from "./event-marks.js";
import type { KnownEvent } from "./known-events.js";
import type { ThemeColors } from "./theme-colors.js";

export interface ChartInput {
  readonly results: Results;
  readonly window: SeriesWindow;
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly height: number;
  readonly showExpected: boolean;
  readonly showRange: boolean;
  /** Known events to draw under the axis. */
  readonly events: readonly KnownEvent[];
  readonly selected: number | null;
  readonly colors: ThemeColors;
}

/** A figure as Plotly takes it. */
export interface Figure {
  readonly data: Readonly<Record<string, unknown>>[];
  readonly layout: Readonly<Record<string, unknown>>;
}

export const chartMargin = { l: 44, r: 8, t: 22, b: 20 } as const;
const tagWidth = 20;
const mostTags = 60;
/** Marks drawn at once, worst first; every incident keeps its shade and its orange line. */
const mostMarks = 400;

/** Room under the chart: for the axis, and for known events where there are any. */
export const bottomMargin = ({ events }: ChartInput): number => chartMargin.b + (events.length ? eventLane : 0);

/** The chart of one KPI as a Plotly figure: range, expected, shades, actual, flagged stretches, marks. */
export function chartFigure(input: ChartInput): Figure {
  const { results, window, colors } = input;
  const shown = results.chosen.incidents.filter((incident) => incident.endTime > input.from && incident.startTime < input.to);
  const worst = shown.slice(0, mostMarks);
  const quiet = { hoverinfo: "skip", type: "scatter", mode: "lines", showlegend: false } as const;
  const none = new Float64Array(0);
  const line = visiblePlaces(input);
  const usual = visibleModel(input);
  const model = { ...quiet, x: usual.modelTime, line: { width: 0, color: colors.model } };
  return {
    data: [
      shadeTrace(shown, input),
      { ...model, y: input.showRange ? usual.lower : none },
      { ...model, y: input.showRange ? usual.upper : none, fill: "tonexty", fillcolor: colors.range },
      { ...quiet, x: usual.modelTime, y: input.showExpected ? usual.expected : none, line: { width: 1, color: colors.model, dash: "3px,2px" } },
      { ...quiet, hoverinfo: "none", x: line.map((place) => window.time[place]), y: line.map((place) => window.value[place]), customdata: line.map((place) => window.point[place]), line: { width: 1.25, color: colors.actual }, name: "actual" },
      { ...quiet, ...flaggedStretches(window), line: { width: 2, color: colors.severity } },
      marksTrace(worst, colors),
    ],
    layout: chartLayout(input, worst),
  };
}

/** All shaded stretches as one filled line, so that hundreds cost no more than one. */
function shadeTrace(shown: readonly IncidentFacts[], input: ChartInput): Readonly<Record<string, unknown>> {
  const { selected, colors } = input;
  const x: (number | null)[] = [];
  const y: (number | null)[] = [];
  for (const incident of shown) {
    if (selected === incident.rank) continue;
    const [start, end] = shadeSpan(incident, input);
    x.push(start, start, end, end, start, null);
    y.push(0, 1, 1, 0, 0, null);
  }
  const edge = colors.highContrast ? { width: 1, color: colors.severity, dash: "2px,2px" } : { width: 0 };
  return { type: "scatter", mode: "lines", hoverinfo: "skip", showlegend: false, x, y, yaxis: "y2", fill: "toself", fillcolor: colors.shade, line: edge };
}

/** From half a step before the first point to half a step after the last, at least four pixels wide. */
function shadeSpan({ startTime, endTime }: IncidentFacts, { results, from, to, width }: ChartInput): [number, number] {
  const { dated, cadence } = results.chosen;
  const halfStep = dated ? (cadence?.seconds ?? 0) * 500 : 0.5;
  const extra = Math.max(0, ((to - from) / Math.max(1, width)) * 4 - (endTime - startTime)) / 2;
  return [startTime - halfStep - extra, endTime - halfStep + extra];
}

/** Points to draw: where several share a pixel column, those that shape it, and all that are flagged. */
function visiblePlaces({ window, from, to, width }: ChartInput): number[] {
  const { time, value, flagged } = window;
  const column = (to - from) / Math.max(50, width - chartMargin.l - chartMargin.r);
  const shaping = columnExtremes(value, 0, value.length, (place) => Math.floor((time[place] - from) / column));
  const places: number[] = [];
  let next = 0;
  for (let place = 0; place < value.length; place++) {
    const shapes = shaping[next] === place;
    if (shapes) next++;
    if (shapes || flagged[place]) places.push(place);
  }
  return places;
}

type Model = Pick<SeriesWindow, "modelTime" | "expected" | "lower" | "upper">;

/** Expected value and widest range of each pixel column: in a wide window several of its columns share one. */
function visibleModel({ window, from, to, width }: ChartInput): Model {
  const perPixel = (window.modelTime.length * (to - from)) / (window.to - window.from || 1) / Math.max(50, width - chartMargin.l - chartMargin.r);
  const size = Math.floor(perPixel);
  if (!(size > 1)) return window;
  const cells = Math.ceil(window.modelTime.length / size);
  const of = (values: Float64Array, best: (part: Float64Array) => number): Float64Array => Float64Array.from({ length: cells }, (_, cell) => best(values.subarray(cell * size, (cell + 1) * size)));
  const middle = (part: Float64Array): number => part[part.length >> 1];
  return { modelTime: of(window.modelTime, middle), expected: of(window.expected, middle), lower: of(window.lower, (part) => extreme(part, -1)), upper: of(window.upper, (part) => extreme(part, 1)) };
}

/** The lowest (-1) or highest (1) number, NaN when there is none. */
function extreme(part: Float64Array, side: -1 | 1): number {
  let most = NaN;
  for (const value of part) if (!(side * value <= side * most) && !Number.isNaN(value)) most = value;
  return most;
}

/** The line inside incidents; a break between them. */
function flaggedStretches({ time, value, flagged }: SeriesWindow): { x: (number | null)[]; y: (number | null)[] } {
  const [x, y]: [(number | null)[], (number | null)[]] = [[], []];
  for (let place = 0; place < time.length; place++) {
    if (flagged[place]) {
      x.push(time[place]);
      y.push(value[place]);
    } else if (x.length && x[x.length - 1] !== null) {
      x.push(null);
      y.push(null);
    }
  }
  return { x, y };
}

const symbols = { high: "diamond", mid: "circle", low: "circle-open" } as const;
const sizes = { high: 12, mid: 10, low: 8 } as const;

function marksTrace(shown: readonly IncidentFacts[], colors: ThemeColors): Readonly<Record<string, unknown>> {
  const levels = shown.map((incident) => severityLevel(incident.severity));
  return {
    type: "scatter",
    mode: "markers",
    hoverinfo: "skip",
    showlegend: false,
    name: "incidents",
    x: shown.map((incident) => incident.peakTime),
    y: shown.map((incident) => incident.actual),
    customdata: shown.map((incident) => incident.peak),
    cliponaxis: false,
    marker: {
      symbol: levels.map((level) => symbols[level]),
      size: levels.map((level) => sizes[level]),
      color: colors.severity,
      opacity: shown.map((incident) => (incident.verdict?.verdict === "expected" ? 0.35 : 1)),
      line: { width: levels.map((level) => (level === "low" ? 1.5 : 1)), color: levels.map((level) => (level === "low" ? colors.severity : colors.background)) },
    },
  };
}

function chartLayout(input: ChartInput, shown: readonly IncidentFacts[]): Figure["layout"] {
  const { results, from, to, width, height, colors, selected } = input;
  const axis = { color: colors.dim, linecolor: colors.axis, tickcolor: colors.axis, zeroline: false, tickfont: { size: 11, color: colors.dim }, automargin: false };
  const chosen = shown.find((incident) => incident.rank === selected);
  const decimals = results.chosen.decimals;
  const known = eventMarks(input);
  return {
    width,
    height,
    margin: { ...chartMargin, b: bottomMargin(input) },
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { family: colors.font, size: 11, color: colors.text },
    dragmode: "pan",
    hovermode: "x",
    hoverdistance: -1,
    showlegend: false,
    xaxis: { ...axis, type: results.chosen.dated ? "date" : "linear", range: [from, to], showgrid: false, showline: true, ticks: "outside", ticklen: 4, nticks: Math.max(3, Math.floor(width / 110)), tickformatstops: results.chosen.dated ? tickFormats : undefined, hoverformat: "" },
    yaxis: { ...axis, range: valueRange(input), fixedrange: true, gridcolor: colors.quiet, nticks: Math.max(4, Math.floor(height / 45)), tickformat: decimals === 0 ? ",~f" : undefined, separatethousands: true, exponentformat: "SI" },
    yaxis2: { overlaying: "y", range: [0, 1], visible: false, fixedrange: true },
    separators: `${number(1.5, 1)[1]}${number(10_000)[2]}`,
    shapes: [...(chosen ? [selectedShape(chosen, input)] : []), ...known.shapes],
    annotations: [...rankTags(input, shown), ...known.annotations],
  };
}

const tickFormats = [
  { dtickrange: [null, 1000], value: "%H:%M:%S.%L" },
  { dtickrange: [1000, 60_000], value: "%H:%M:%S" },
  { dtickrange: [60_000, 86_400_000], value: "%-d %b, %H:%M" },
  { dtickrange: [86_400_000, "M1"], value: "%-d %b" },
  { dtickrange: ["M1", "M12"], value: "%b %Y" },
  { dtickrange: ["M12", null], value: "%Y" },
];

function selectedShape(incident: IncidentFacts, input: ChartInput): Readonly<Record<string, unknown>> {
  const { colors } = input;
  const [x0, x1] = shadeSpan(incident, input);
  return { type: "rect", layer: "below", xref: "x", yref: "paper", x0, x1, y0: 0, y1: 1, fillcolor: colors.shadeSelected, line: { width: colors.highContrast ? 1 : 0, color: colors.severity } };
}

/** Rank numbers on top; where two would touch, the worse incident keeps its own. */
function rankTags(input: ChartInput, shown: readonly IncidentFacts[]): Readonly<Record<string, unknown>>[] {
  const { from, to, width, selected, colors } = input;
  const perPixel = (to - from) / Math.max(1, width - chartMargin.l - chartMargin.r);
  const order = [...shown].sort((a, b) => Number(b.rank === selected) - Number(a.rank === selected) || a.rank - b.rank);
  const placed: { at: number; incident: IncidentFacts }[] = [];
  for (const incident of order) {
    const [start, end] = shadeSpan(incident, input);
    const at = (Math.max(from, start) + Math.min(to, end)) / 2;
    const clear = tagWidth + (String(incident.rank).length - 1) * 7;
    if (placed.length < mostTags && placed.every((other) => Math.abs(other.at - at) / perPixel >= clear)) placed.push({ at, incident });
  }
  return placed.map(({ at, incident }) => {
    const active = incident.rank === selected;
    return {
      x: at, xref: "x", y: 1, yref: "paper", yanchor: "bottom", yshift: 3, showarrow: false, captureevents: true, name: String(incident.rank),
      text: active ? `<b>${incident.rank}</b>` : String(incident.rank),
      font: { size: 11, color: active ? colors.background : colors.text },
      bgcolor: active ? colors.severity : colors.background,
      bordercolor: colors.severity, borderwidth: 1, borderpad: 1.5,
    };
  });
}

/** Lowest to highest of what is in view, a little wider; the usual range may not squeeze the line. */
export function valueRange({ window, from, to, showRange, results }: ChartInput): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < window.time.length; i++) {
    const value = window.value[i];
    if (window.time[i] < from || window.time[i] > to || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [0, 1];
  const reach = high - low || Math.abs(high) || 1;
  let bandLow = low;
  let bandHigh = high;
  for (let i = 0; showRange && i < window.modelTime.length; i++) {
    if (window.modelTime[i] < from || window.modelTime[i] > to) continue;
    if (window.lower[i] < bandLow) bandLow = window.lower[i];
    if (window.upper[i] > bandHigh) bandHigh = window.upper[i];
  }
  const pad = reach * 0.06;
  const least = results.chosen.decimals === 0 ? 0.5 : 0;
  return [Math.max(bandLow, low - reach / 2) - Math.max(pad, least), Math.min(bandHigh, high + reach / 2) + Math.max(pad, least)];
}

/** Whether the points at hand are too coarse for, or do not reach over, what is to be shown. */
export function needsWindow(window: SeriesWindow, results: Results, from: number, to: number, columns: number): boolean {
  if (window.from > from + 1e-9 && window.from > results.chosen.start) return true;
  if (window.to < to - 1e-9 && window.to < results.chosen.end) return true;
  const whole = window.point.length ? window.point[window.point.length - 1] - window.point[0] + 1 : 0;
  if (window.point.length >= whole) return false;
  const share = (to - from) / (window.to - window.from);
  return window.modelTime.length * share < columns * 0.8;
}

const largestOf = new WeakMap<Float64Array, number>();

/** Digits to show of the chosen series' values. Every row of the table asks: the values are looked through once. */
export function valueDigits(results: Results): number {
  const { whole, decimals } = results.chosen;
  let largest = largestOf.get(whole.value);
  if (largest === undefined) {
    largest = 0;
    for (const value of whole.value) if (Math.abs(value) > largest) largest = Math.abs(value);
    largestOf.set(whole.value, largest);
  }
  return digitsFor(decimals, largest);
}
