import type { Results, SeriesWindow } from "../../shared/protocol/index.js";
import { columnExtremes } from "../../shared/column-extremes.js";
import { digitsFor, number } from "../../shared/words.js";
import { axisRoom, chartMargin } from "./axis-room.js";
import { eventLane, eventMarks } from "./event-marks.js";

import { timeWords } from "../state/model.js";
import type { ChartInput } from "./chart-input.js";
import { gapsBetween } from "./paths.js";

/** A figure as Plotly takes it. */
export interface Figure {
  readonly data: Readonly<Record<string, unknown>>[];
  readonly layout: Readonly<Record<string, unknown>>;
}

/** Room under the chart: for the axis, and for known events where there are any. */
export const bottomMargin = (input: ChartInput): number => axisRoom(input) + (input.events.length ? eventLane : 0);

/** The chart of one KPI as a Plotly figure: range, expected, actual. The incidents are another layer, which changes alone (`incident-layer.tsx`). */
export function chartFigure(input: ChartInput): Figure {
  const { window, colors } = input;
  const quiet = { hoverinfo: "skip", type: "scatter", mode: "lines", showlegend: false } as const;
  const none = new Float64Array(0);
  const line = brokenAtGaps(visiblePlaces(input), input);
  const usual = visibleModel(input);
  const model = { ...quiet, x: usual.modelTime, line: { width: 0, color: colors.model } };
  return {
    data: [
      { ...model, y: input.showRange ? usual.lower : none },
      { ...model, y: input.showRange ? usual.upper : none, fill: "tonexty", fillcolor: colors.range },
      {
        ...quiet,
        x: usual.modelTime,
        y: input.showExpected ? usual.expected : none,
        line: { width: 1, color: colors.model, dash: "3px,2px" },
      },
      {
        ...quiet,
        hoverinfo: "none",
        x: line.map((place) => window.time[place] ?? null),
        y: line.map((place) => window.value[place] ?? null),
        customdata: line.map((place) => window.point[place] ?? null),
        line: { width: 1.25, color: colors.actual },
        name: "actual",
      },
    ],
    layout: chartLayout(input),
  };
}

/** Points to draw: where several share a pixel column, those that shape it. Those kept for an incident's sake are in the layer above, so that a new cut leaves the line as it is. */
function visiblePlaces({ window: { time, value, flagged }, from, to, width }: ChartInput): number[] {
  const column = (to - from) / Math.max(50, width - chartMargin.l - chartMargin.r);
  const line = Array.from(flagged.keys()).filter((place) => flagged[place] < 2);
  const shaping = columnExtremes(
    Float64Array.from(line, (place) => value[place]),
    0,
    line.length,
    (at) => Math.floor((time[line[at]] - from) / column),
  );
  return shaping.map((at) => line[at]);
}

/** No place (-1) between two points with a stretch without values between them. */
function brokenAtGaps(line: readonly number[], { window: { time }, results }: ChartInput): number[] {
  const isGap = gapsBetween(results.chosen.gaps);
  return line.flatMap((place, at) => (at > 0 && isGap(time[line[at - 1]], time[place]) ? [-1, place] : [place]));
}

type Model = Pick<SeriesWindow, "modelTime" | "expected" | "lower" | "upper">;

/** Expected value and widest range of each pixel column: in a wide window several of its columns share one. */
function visibleModel({ window, from, to, width }: ChartInput): Model {
  const perPixel =
    (window.modelTime.length * (to - from)) /
    (window.to - window.from || 1) /
    Math.max(50, width - chartMargin.l - chartMargin.r);
  const size = Math.floor(perPixel);
  if (!(size > 1)) return window;
  const cells = Math.ceil(window.modelTime.length / size);
  const of = (values: Float64Array, best: (part: Float64Array) => number): Float64Array =>
    Float64Array.from({ length: cells }, (_, cell) => best(values.subarray(cell * size, (cell + 1) * size)));
  const middle = (part: Float64Array): number => part[part.length >> 1];
  return {
    modelTime: of(window.modelTime, middle),
    expected: of(window.expected, middle),
    lower: of(window.lower, (part) => extreme(part, -1)),
    upper: of(window.upper, (part) => extreme(part, 1)),
  };
}

/** The lowest (-1) or highest (1) number, NaN when there is none. */
function extreme(part: Float64Array, side: -1 | 1): number {
  let most = NaN;
  for (const value of part) if (!(side * value <= side * most) && !Number.isNaN(value)) most = value;
  return most;
}

function chartLayout(input: ChartInput): Figure["layout"] {
  const { results, from, to, width, height, colors } = input;
  const axis = {
    color: colors.dim,
    linecolor: colors.axis,
    tickcolor: colors.axis,
    zeroline: false,
    tickfont: { size: 11, color: colors.dim },
    automargin: false,
  };
  const [low, high] = valueRange(input);
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
    xaxis: {
      ...axis,
      type: results.chosen.dated ? "date" : "linear",
      range: [from, to],
      showgrid: false,
      showline: true,
      ticks: "outside",
      ticklen: 4,
      nticks: Math.max(3, Math.floor(width / 110)),
      tickformatstops: results.chosen.dated ? tickFormats(timeWords(results).years) : undefined,
      hoverformat: "",
    },
    yaxis: {
      ...axis,
      range: [low, high],
      fixedrange: true,
      gridcolor: colors.quiet,
      nticks: Math.max(4, Math.floor(height / 45)),
      tickformat: valueFormat(Math.max(Math.abs(low), Math.abs(high)), results.chosen.decimals),
      separatethousands: true,
      exponentformat: "B",
    },
    separators: `${number(1.5, 1)[1]}${number(10_000)[2]}`,
    shapes: known.shapes,
    annotations: known.annotations,
  };
}

/** Numbers of six digits and more do not fit beside the axis: 120k, 1.2M, 10B, by the exponent format. */
const valueFormat = (largest: number, decimals: number): string | undefined =>
  largest < 100_000 && decimals === 0 ? ",~f" : undefined;

/**
 * How days, months and years stand on an axis, by the distance of its ticks.
 *
 * @param years whether a second line is to tell the year, at the first tick and wherever it changes
 */
export const tickFormats = (years: boolean): readonly object[] => {
  const year = years ? "\n%Y" : "";
  return [
    { dtickrange: [null, 1000], value: `%H:%M:%S.%L${year}` },
    { dtickrange: [1000, 60_000], value: `%H:%M:%S${year}` },
    { dtickrange: [60_000, 86_400_000], value: `%-d %b, %H:%M${year}` },
    { dtickrange: [86_400_000, "M1"], value: `%-d %b${year}` },
    { dtickrange: ["M1", "M12"], value: years ? `%b${year}` : "%b %Y" },
    { dtickrange: ["M12", null], value: "%Y" },
  ];
};

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
  return [
    Math.max(bandLow, low - reach / 2) - Math.max(pad, least),
    Math.min(bandHigh, high + reach / 2) + Math.max(pad, least),
  ];
}

/** Whether the points at hand are too coarse for, or do not reach over, what is to be shown. */
export function needsWindow(
  window: SeriesWindow,
  results: Results,
  from: number,
  to: number,
  columns: number,
): boolean {
  if (window.from > from + 1e-9 && window.from > results.chosen.start) return true;
  if (window.to < to - 1e-9 && window.to < results.chosen.end) return true;
  const whole = window.point.length ? window.point[window.point.length - 1] - window.point[0] + 1 : 0;
  if (window.point.length >= whole && window.modelTime.length >= whole) return false;
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
