import { log10 } from "../numeric/math.js";
import { heldFinite } from "../numeric/scaling/usual-size.js";
import type { Axis, Coordinate, Figure, Trace } from "./figure.js";
import { dateTicks, numberTicks, type Tick } from "./ticks.js";

/** Where the values of one axis stand on the page. */
export interface AxisScale {
  /** Plotly's short name: `x`, `y2` … */
  readonly id: string;
  readonly axis: Axis;
  /** Pixels of the axis' two ends, low value first. */
  readonly ends: readonly [number, number];
  /** Values at the two ends; positions 0, 1, 2 … on a category axis. */
  readonly range: readonly [number, number];
  readonly ticks: readonly Tick[];
  readonly place: (value: Coordinate) => number;
}

/** How far a value lies between the two ends of a range, 0 to 1; quarters keep the widest range from overflowing. */
export function shareOf(value: number, [low, high]: readonly [number, number]): number {
  if (Number.isFinite(high - low) && Number.isFinite(value - low)) return (value - low) / (high - low);
  return (value / 4 - low / 4) / (high / 4 - low / 4);
}

/** The values a trace puts on an axis, and whether it needs room beyond them. */
interface Extent {
  readonly values: readonly Coordinate[];
  readonly cells: boolean;
  readonly fromZero: boolean;
}

/** Plotly's short names of the axes of a figure, in the order of its layout. */
export function axisIds(figure: Figure, letter: "x" | "y"): string[] {
  const named = Object.keys(figure.layout)
    .filter((key) => key.startsWith(`${letter}axis`))
    .map((key) => `${letter}${key.slice(5)}`);
  return named.length > 0 ? named : [letter];
}

/** The settings of an axis by its short name. */
export function axisOf(figure: Figure, id: string): Axis {
  return figure.layout[`${id[0]}axis${id.slice(1)}` as "xaxis"] ?? {};
}

/**
 * Places one axis.
 *
 * @param ends pixels of its low and its high end before its `domain` and direction are applied
 */
export function axisScale(figure: Figure, id: string, ends: readonly [number, number]): AxisScale {
  const axis = axisOf(figure, id);
  const extents = extentsOn(figure, id, axis);
  const categories =
    axis.type === "category"
      ? [
          ...new Set(
            extents
              .flatMap(({ values }) => values)
              .filter((value) => value !== null)
              .map(String),
          ),
        ]
      : null;
  const number = (value: Coordinate): number => {
    if (value === null) return NaN;
    if (categories) return typeof value === "number" ? value : categories.indexOf(value);
    return axis.type === "log" ? log10(Number(value)) : Number(value);
  };
  const range = axis.range ?? (categories ? ([-0.5, categories.length - 0.5] as const) : rangeOf(extents, number));
  const [from, to] = axis.domain ?? [0, 1];
  const placed: [number, number] = [ends[0] + (ends[1] - ends[0]) * from, ends[0] + (ends[1] - ends[0]) * to];
  if (axis.autorange === "reversed") placed.reverse();
  const place = (value: Coordinate): number => placed[0] + shareOf(number(value), range) * (placed[1] - placed[0]);
  return {
    id,
    axis,
    ends: placed,
    range,
    ticks: ticksOf(axis, range, Math.abs(placed[1] - placed[0]), categories, id, number),
    place,
  };
}

function extentsOn(figure: Figure, id: string, axis: Axis): Extent[] {
  const letter = id[0] as "x" | "y";
  const shared = (other: string): boolean =>
    other === id ||
    other === axis.matches ||
    axisOf(figure, other).matches === id ||
    (axis.matches !== undefined && axisOf(figure, other).matches === axis.matches);
  return figure.data
    .filter(
      (trace) => trace.visible !== false && trace.visible !== "legendonly" && shared(trace[`${letter}axis`] ?? letter),
    )
    .map((trace) => extentOf(trace, letter));
}

function extentOf(trace: Trace, letter: "x" | "y"): Extent {
  const along = trace.type === "bar" && (trace.orientation === "h") === (letter === "y");
  return {
    values: trace[letter],
    cells: trace.type === "heatmap" || along,
    fromZero:
      (trace.type === "bar" && !along) || (trace.type === "scatter" && trace.fill === "tozeroy" && letter === "y"),
  };
}

function rangeOf(extents: readonly Extent[], number: (value: Coordinate) => number): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  let margin = 0.04;
  for (const { values, cells, fromZero } of extents) {
    const numbers = values.map(number).filter(Number.isFinite);
    const room = cells && numbers.length > 0 ? smallestStep(numbers) / 2 : 0;
    if (cells) margin = 0;
    for (const value of numbers) {
      low = Math.min(low, value - room);
      high = Math.max(high, value + room);
    }
    if (fromZero && numbers.length > 0) [low, high] = [Math.min(low, 0), Math.max(high, 0)];
  }
  if (!(low <= high)) return [0, 1];
  // Where one is nothing beside the value, an axis of width two would have none.
  if (low === high) return around(low, Math.abs(low) < 1e15 ? 1 : Math.abs(low) * 0.04);
  const room = (high / 2 - low / 2) * 2 * margin;
  return [heldFinite(low - room), heldFinite(high + room)];
}

function around(value: number, room: number): readonly [number, number] {
  return [heldFinite(value - room), heldFinite(value + room)];
}

function smallestStep(numbers: readonly number[]): number {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  let step = Infinity;
  for (let i = 1; i < sorted.length; i++) step = Math.min(step, sorted[i] - sorted[i - 1]);
  return Number.isFinite(step) ? step : 1;
}

function ticksOf(
  axis: Axis,
  range: readonly [number, number],
  pixels: number,
  categories: readonly string[] | null,
  id: string,
  number: (value: Coordinate) => number,
): Tick[] {
  const inside = ({ at }: Tick): boolean => at >= range[0] && at <= range[1];
  if (axis.tickvals)
    return axis.tickvals
      .map((value, index) => ({ at: number(value), label: axis.ticktext?.[index] ?? String(value) }))
      .filter(inside);
  if (categories) return categories.map((label, at) => ({ at, label })).filter(inside);
  const count = Math.max(2, pixels / (id.startsWith("x") ? 90 : 45));
  if (axis.type === "date") return dateTicks(range[0], range[1], count);
  if (axis.type !== "log")
    return numberTicks(range[0], range[1], count).map((tick) =>
      axis.tickformat?.endsWith("%") ? { at: tick.at, label: `${Math.round(tick.at * 100)}%` } : tick,
    );
  const powers = Array.from(
    { length: Math.max(0, Math.floor(range[1]) - Math.ceil(range[0]) + 1) },
    (_, index) => Math.ceil(range[0]) + index,
  );
  return powers.map((at) => ({ at, label: numberTicks(Number(`1e${at}`), Number(`1e${at}`) * 2, 1)[0].label }));
}
