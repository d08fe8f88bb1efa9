import type { AxisScale } from "./axis-scale.js";
import type { BarTrace, Coordinate, HeatmapTrace, Marker, ScatterTrace, Trace } from "./figure.js";
import { parseColor, type AreaMark, type LineMark, type Mark, type TextMark } from "./scene.js";
import { regularPolygon } from "./raster/stroke.js";

/** What the marks of a trace depend on besides the trace. */
export interface TraceContext {
  readonly x: AxisScale;
  readonly y: AxisScale;
  /** For what has no colour of its own. */
  readonly color: string;
  readonly textColor: string;
  /** The trace before this one, for bands. */
  readonly previous: Trace | undefined;
  /** Place among the bars that stand side by side, and how many there are. */
  readonly group: readonly [number, number];
}

/** Draws one trace. */
export function traceMarks(trace: Trace, context: TraceContext): Mark[] {
  if (trace.type === "heatmap") return heatmapMarks(trace, context);
  return trace.type === "bar" ? barMarks(trace, context) : scatterMarks(trace, context);
}

/** `#rrggbb` or `rgb()` with less than full opacity. */
export function fade(color: string, opacity: number = 1): string {
  if (opacity === 1) return color;
  const [red, green, blue, own] = parseColor(color);
  return `rgba(${red}, ${green}, ${blue}, ${own * opacity})`;
}

/** Dash lengths in pixels for Plotly's names. */
export function dashLengths(dash: "solid" | "dash" | "dot" | undefined, width: number): readonly number[] {
  return dash === "dash" ? [6, 4] : dash === "dot" ? [Math.max(1.5, width), 3] : [];
}

/** Points with both coordinates known, in unbroken runs, in pixels. */
function runs(trace: ScatterTrace, { x, y }: TraceContext): number[][] {
  const found: number[][] = [];
  let run: number[] = [];
  trace.x.forEach((value, index) => {
    const px = x.place(value);
    const py = y.place(trace.y[index]);
    if (Number.isFinite(px) && Number.isFinite(py)) {
      if (trace.line?.shape === "hv" && run.length > 0) run.push(px, run.at(-1)!);
      if (run.length === 0) found.push(run);
      run.push(px, py);
    } else run = [];
  });
  return found;
}

function scatterMarks(trace: ScatterTrace, context: TraceContext): Mark[] {
  const marks: Mark[] = [];
  const color = fade(trace.line?.color ?? context.color, trace.opacity);
  if (trace.fill) marks.push(...fillMarks(trace, context));
  if (trace.mode.includes("lines")) {
    const width = trace.line?.width ?? 2;
    if (width > 0)
      for (const points of runs(trace, context))
        marks.push({ kind: "line", points, stroke: color, width, dash: dashLengths(trace.line?.dash, width) });
  }
  if (trace.mode.includes("markers")) {
    trace.x.forEach((value, index) => {
      const [px, py] = [context.x.place(value), context.y.place(trace.y[index])];
      if (Number.isFinite(px) && Number.isFinite(py))
        marks.push(...symbolMarks(trace.marker ?? {}, index, px, py, context.color, trace.opacity));
    });
  }
  if (trace.mode === "text")
    trace.x.forEach((value, index) =>
      marks.push(
        label(
          trace.text?.[index] ?? "",
          context.x.place(value),
          context.y.place(trace.y[index]) + 4,
          context.textColor,
          trace.textposition?.endsWith("right") ? "start" : "middle",
        ),
      ),
    );
  return marks;
}

function fillMarks(trace: ScatterTrace, context: TraceContext): AreaMark[] {
  const fill = trace.fillcolor ?? fade(trace.line?.color ?? context.color, 0.35);
  const { previous, y } = context;
  if (trace.fill === "tozeroy" || previous?.type !== "scatter") {
    const zero = y.place(Math.max(y.range[0], Math.min(y.range[1], 0)));
    return runs(trace, context).map((run) => ({
      kind: "area",
      fill,
      rings: [[...run, run.at(-2)!, zero, run[0], zero]],
    }));
  }
  const below = runs(previous, context);
  return runs(trace, context).flatMap((run, index) => {
    const back = below[index];
    return back ? [{ kind: "area" as const, fill, rings: [[...run, ...reversedPairs(back)]] }] : [];
  });
}

function reversedPairs(points: readonly number[]): number[] {
  const turned: number[] = [];
  for (let i = points.length - 2; i >= 0; i -= 2) turned.push(points[i], points[i + 1]);
  return turned;
}

/** The mark of one point, also used in the legend. */
export function symbolMarks(
  marker: Marker,
  index: number,
  x: number,
  y: number,
  fallback: string,
  opacity: number = 1,
): Mark[] {
  const pick = <Value>(value: Value | readonly Value[] | undefined): Value | undefined =>
    Array.isArray(value) ? (value as readonly Value[])[index] : (value as Value | undefined);
  const fill = fade(pick<string>(marker.color) ?? fallback, opacity);
  const radius = (pick<number>(marker.size) ?? 6) / 2;
  const area = (...rings: number[][]): AreaMark => ({ kind: "area", fill, rings });
  const line = (...points: number[]): LineMark => ({
    kind: "line",
    points,
    stroke: fill,
    width: marker.line?.width ?? 2,
    dash: [],
  });
  switch (marker.symbol) {
    case "circle-open":
      return [
        area(
          regularPolygon(x, y, radius, 20),
          reversedPairs(regularPolygon(x, y, radius - (marker.line?.width ?? 1.6), 20)),
        ),
      ];
    case "diamond":
      return [area(regularPolygon(x, y, radius * 1.25, 4))];
    case "square":
      return [area(regularPolygon(x, y, radius * 1.4, 4, Math.PI / 4))];
    case "x":
      return [
        line(x - radius, y - radius, x + radius, y + radius),
        line(x - radius, y + radius, x + radius, y - radius),
      ];
    case "line-ns":
      return [line(x, y - radius, x, y + radius)];
    default:
      return [area(regularPolygon(x, y, radius, 16))];
  }
}

function barMarks(trace: BarTrace, context: TraceContext): Mark[] {
  const horizontal = trace.orientation === "h";
  const [along, across] = horizontal ? [context.y, context.x] : [context.x, context.y];
  const [positions, lengths] = horizontal ? [trace.y, trace.x] : [trace.x, trace.y];
  const places = positions.map((value) => along.place(value));
  const step = Math.min(
    ...places
      .slice(1)
      .map((place, index) => Math.abs(place - places[index]))
      .filter((gap) => gap > 0),
    Math.abs(along.ends[1] - along.ends[0]),
  );
  const unit = Math.abs(along.ends[1] - along.ends[0]) / (along.range[1] - along.range[0]);
  const [place, count] = context.group;
  const zero = across.place(Math.max(across.range[0], 0));
  return places.flatMap((center, index): Mark[] => {
    const length = lengths[index];
    if (length === null || !Number.isFinite(center)) return [];
    const width = Array.isArray(trace.width)
      ? trace.width[index] * unit
      : typeof trace.width === "number"
        ? trace.width * unit
        : (step * 0.8) / count;
    const from = center - (width * count) / 2 + place * width;
    const end = across.place(length);
    const color = trace.marker?.color;
    const fill = fade(typeof color === "string" ? color : (color?.[index] ?? context.color), trace.opacity);
    const bar = box(horizontal ? [zero, from, end, from + width] : [from, zero, from + width, end], fill);
    const text = trace.text?.[index];
    if (!text || trace.textposition === "none") return [bar];
    return [
      bar,
      horizontal
        ? label(text, end + 5, from + width / 2 + 4, context.textColor, "start")
        : label(text, from + width / 2, end - 4, context.textColor, "middle"),
    ];
  });
}

function heatmapMarks(trace: HeatmapTrace, context: TraceContext): Mark[] {
  const { x, y } = context;
  const halfWidth = cellSize(trace.x, x) / 2 - (trace.xgap ?? 0) / 2;
  const halfHeight = cellSize(trace.y, y) / 2 - (trace.ygap ?? 0) / 2;
  const known = trace.z.flat().filter((value): value is number => value !== null && Number.isFinite(value));
  const low = trace.zmin ?? Math.min(...known);
  const high = trace.zmax ?? Math.max(...known);
  return trace.z.flatMap((row, r) =>
    row.flatMap((value, c): Mark[] => {
      if (value === null || !Number.isFinite(value)) return [];
      const [cx, cy] = [x.place(trace.x[c]), y.place(trace.y[r])];
      const cell = box(
        [cx - halfWidth, cy - halfHeight, cx + halfWidth, cy + halfHeight],
        scaleColor(trace.colorscale, high > low ? (value - low) / (high - low) : 0),
      );
      const text = trace.texttemplate ? trace.text?.[r]?.[c] : undefined;
      return text ? [cell, label(text, cx, cy + 4, context.textColor, "middle")] : [cell];
    }),
  );
}

function cellSize(positions: readonly Coordinate[], scale: AxisScale): number {
  const places = positions.map(scale.place).sort((a, b) => a - b);
  let step = Math.abs(scale.ends[1] - scale.ends[0]);
  for (let i = 1; i < places.length; i++)
    if (places[i] > places[i - 1]) step = Math.min(step, places[i] - places[i - 1]);
  return step;
}

/** The colour of a share of the way along a colour scale. */
export function scaleColor(scale: readonly (readonly [number, string])[], share: number): string {
  const upper = Math.max(
    1,
    scale.findIndex(([at]) => at >= share),
  );
  const [[from, first], [to, last]] = [scale[upper - 1], scale[upper]];
  const t = Math.max(0, Math.min(1, (share - from) / (to - from)));
  const [a, b] = [parseColor(first), parseColor(last)];
  const mixed = a.map((value, index) => value + (b[index] - value) * t);
  return `rgba(${mixed.slice(0, 3).map(Math.round).join(", ")}, ${Math.round(mixed[3] * 1000) / 1000})`;
}

/** A filled box between two corners. */
export function box([x0, y0, x1, y1]: readonly number[], fill: string): AreaMark {
  return { kind: "area", fill, rings: [[x0, y0, x1, y0, x1, y1, x0, y1]] };
}

/** A line of text. */
export function label(
  text: string,
  x: number,
  y: number,
  fill: string,
  anchor: TextMark["anchor"],
  size: number = 11,
): TextMark {
  return { kind: "text", text, x, y, size, fill, anchor, upwards: false };
}
