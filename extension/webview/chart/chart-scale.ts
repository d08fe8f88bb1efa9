import { shareBetween } from "./paths.js";
import { bottomMargin, valueRange } from "./chart-figure.js";
import { chartMargin } from "./axis-room.js";
import type { ChartInput } from "./chart-input.js";

/** Where times and values are in the chart, in pixels from its upper left corner: the same place Plotly gives them. */
export interface ChartScale {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly from: number;
  readonly to: number;
  /** Lowest and highest value on the axis. */
  readonly low: number;
  readonly high: number;
  x(time: number): number;
  y(value: number): number;
}

/** @param range what is in view while a pan or zoom goes on; what the chart was drawn for when left out */
export function chartScale(input: ChartInput, range: readonly [number, number] = [input.from, input.to]): ChartScale {
  const { width, height } = input;
  const [left, right, top, bottom] = [
    chartMargin.l,
    width - chartMargin.r,
    chartMargin.t,
    height - bottomMargin(input),
  ];
  const [from, to] = range;
  const [low, high] = valueRange(input);
  return {
    left,
    right,
    top,
    bottom,
    from,
    to,
    low,
    high,
    x: (time) => left + ((time - from) / (to - from || 1)) * (right - left),
    y: (value) => bottom - shareBetween(value, low, high) * (bottom - top),
  };
}
