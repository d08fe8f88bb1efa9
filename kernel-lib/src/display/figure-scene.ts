import { axisIds, axisOf, axisScale, type AxisScale, shareOf } from "./axis-scale.js";
import type { Annotation, Figure, Shape, Trace } from "./figure.js";
import { templates } from "./palette.js";
import type { Mark, Scene } from "./scene.js";
import { textWidth } from "./raster/text-outline.js";
import { box, dashLengths, fade, label, symbolMarks, traceMarks } from "./trace-marks.js";

interface Page {
  readonly figure: Figure;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly scales: ReadonlyMap<string, AxisScale>;
  readonly colors: { readonly paper: string; readonly font: string; readonly grid: string; readonly line: string };
}

/** Lays a figure out as a drawing, close to what Plotly makes of it: what a page shows that cannot run Plotly. */
export function figureScene(figure: Figure): Scene {
  const page = layOut(figure);
  const shown = figure.data.filter((trace) => trace.visible !== false && trace.visible !== "legendonly");
  const bars = shown.filter((trace) => trace.type === "bar");
  const marks: Mark[] = [
    ...grid(page),
    ...shapes(page, "below"),
    ...shown.flatMap((trace, index) => {
      const x = page.scales.get(trace.xaxis ?? "x")!;
      const y = page.scales.get(trace.yaxis ?? "y")!;
      const side = figure.layout.barmode === "group" ? bars.filter((bar) => (bar.yaxis ?? "y") === y.id) : [trace];
      const group = [Math.max(0, side.indexOf(trace as never)), side.length] as const;
      return traceMarks(trace, {
        x,
        y,
        color: traceColor(figure, trace),
        textColor: page.colors.font,
        previous: shown[index - 1],
        group,
      });
    }),
    ...shapes(page, "above"),
    ...axisLabels(page),
    ...(figure.layout.annotations ?? []).flatMap((annotation) => annotationMarks(page, annotation)),
    ...heading(page),
  ];
  return { width: page.width, height: page.height, background: page.colors.paper, marks };
}

function layOut(figure: Figure): Page {
  const { width = 900, height = 420, margin = {}, template = templates.light } = figure.layout;
  const vertical = axisIds(figure, "y");
  const labels = vertical
    .filter((id) => (axisOf(figure, id).anchor ?? "x") === "x" || (axisOf(figure, id).anchor ?? "x").startsWith("x"))
    .map((id) => axisScale(figure, id, [height, 0]));
  const widest = Math.max(
    0,
    ...labels
      .filter(({ axis }) => axis.showticklabels !== false)
      .flatMap(({ ticks }) => ticks.map((tick) => textWidth(tick.label, 11))),
  );
  const titled = labels.some(({ axis }) => axis.title?.text);
  const left = Math.max(margin.l ?? 0, widest + 14 + (titled ? 20 : 0));
  const right = width - (margin.r ?? 20);
  const top = margin.t ?? 40;
  const bottom = height - (margin.b ?? 40);
  const scales = new Map<string, AxisScale>();
  for (const id of axisIds(figure, "x")) scales.set(id, axisScale(figure, id, [left, right]));
  for (const id of vertical) scales.set(id, axisScale(figure, id, [bottom, top]));
  const { paper_bgcolor: paper, font, xaxis } = template.layout;
  return {
    figure,
    width,
    height,
    left,
    right,
    top,
    bottom,
    scales,
    colors: { paper, font: font.color, grid: xaxis.gridcolor, line: xaxis.linecolor },
  };
}

function traceColor(figure: Figure, trace: Trace): string {
  const colors = (figure.layout.template ?? templates.light).layout.colorway;
  return colors[figure.data.indexOf(trace) % colors.length];
}

/** The axis that stands across this one. */
function across(page: Page, scale: AxisScale): AxisScale {
  return page.scales.get(scale.axis.anchor ?? (scale.id.startsWith("x") ? "y" : "x"))!;
}

/** Every axis that something is drawn against together with this one: an axis shared by many rows is ruled through all of them. */
function opposite(page: Page, scale: AxisScale): AxisScale[] {
  const [own, other] = scale.id.startsWith("x") ? (["x", "y"] as const) : (["y", "x"] as const);
  const ids = page.figure.data
    .filter((trace) => (trace[`${own}axis`] ?? own) === scale.id)
    .map((trace) => trace[`${other}axis`] ?? other);
  return [...new Set(ids)].map((id) => page.scales.get(id)!);
}

function grid(page: Page): Mark[] {
  return [...page.scales.values()].flatMap((scale) => {
    if (scale.axis.showgrid === false || scale.axis.type === "category") return [];
    const horizontal = scale.id.startsWith("x");
    return opposite(page, scale).flatMap(({ ends: [from, to] }) =>
      scale.ticks.map(({ at }): Mark => {
        const place = position(scale, at);
        return {
          kind: "line",
          points: horizontal ? [place, from, place, to] : [from, place, to, place],
          stroke: page.colors.grid,
          width: 1,
          dash: [],
        };
      }),
    );
  });
}

/** Ticks are already in the axis' own units (logarithms, category positions). */
function position(scale: AxisScale, at: number): number {
  return scale.ends[0] + shareOf(at, scale.range) * (scale.ends[1] - scale.ends[0]);
}

function axisLabels(page: Page): Mark[] {
  return [...page.scales.values()].flatMap((scale): Mark[] => {
    const other = across(page, scale);
    const horizontal = scale.id.startsWith("x");
    const side = horizontal ? Math.max(...other.ends) : Math.min(...other.ends);
    const ticks = scale.axis.showticklabels === false ? [] : scale.ticks;
    const room = Math.abs(scale.ends[1] - scale.ends[0]) / Math.max(1, ticks.length);
    const marks: Mark[] = ticks.map(({ at, label: text }) =>
      horizontal
        ? label(
            fit(text, scale.axis.type === "category" ? room : Infinity),
            position(scale, at),
            side + 16,
            page.colors.font,
            "middle",
          )
        : label(text, side - 7, position(scale, at) + 4, page.colors.font, "end"),
    );
    const title = scale.axis.title?.text;
    if (!title) return marks;
    const middle = (scale.ends[0] + scale.ends[1]) / 2;
    if (horizontal) return [...marks, label(title, middle, side + 34, page.colors.font, "middle", 12)];
    return [...marks, { ...label(title, 16, middle, page.colors.font, "middle", 12), upwards: true }];
  });
}

function fit(text: string, room: number): string {
  if (textWidth(text, 11) <= room - 4) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`, 11) > room - 4) kept = kept.slice(0, -1);
  return `${kept}…`;
}

/** A position in data of an axis, in shares of an axis (`y domain`) or of the page (`paper`), in pixels. */
function refer(page: Page, reference: string, letter: "x" | "y", value: Annotation["x"]): number {
  const [id, domain] = reference.split(" ");
  const scale = page.scales.get(id);
  if (scale && !domain) return scale.place(value);
  const [from, to] = scale ? scale.ends : letter === "x" ? [page.left, page.right] : [page.bottom, page.top];
  return from + (to - from) * Number(value);
}

function shapes(page: Page, layer: "below" | "above"): Mark[] {
  const drawn = (page.figure.layout.shapes ?? []).filter((shape) => (shape.layer ?? "above") === layer);
  return drawn.flatMap((shape: Shape): Mark[] => {
    const [x0, x1] = [shape.x0, shape.x1].map((value) => refer(page, shape.xref, "x", value));
    const [y0, y1] = [shape.y0, shape.y1].map((value) => refer(page, shape.yref, "y", value));
    const { color = page.colors.line, width = 1, dash } = shape.line ?? {};
    if (shape.type === "rect")
      return shape.fillcolor ? [box([x0, y0, x1, y1], fade(shape.fillcolor, shape.opacity))] : [];
    return [
      {
        kind: "line",
        points: [x0, y0, x1, y1],
        stroke: fade(color, shape.opacity),
        width,
        dash: dashLengths(dash, width),
      },
    ];
  });
}

function annotationMarks(page: Page, annotation: Annotation): Mark[] {
  const { font = {}, xanchor = "center", yanchor = "middle" } = annotation;
  const size = font.size ?? 12;
  const lines = annotation.text.split("<br>").map((line) => line.replace(/<[^>]+>/g, ""));
  const x = refer(page, annotation.xref, "x", annotation.x);
  const y = refer(page, annotation.yref, "y", annotation.y);
  const height = lines.length * size * 1.3;
  const first = y + size * 0.95 - (yanchor === "top" ? 0 : yanchor === "middle" ? height / 2 : height);
  const anchor = xanchor === "left" ? "start" : xanchor === "right" ? "end" : "middle";
  return lines.map((line, index) =>
    label(line, x, first + index * size * 1.3, font.color ?? page.colors.font, anchor, size),
  );
}

/** Title and, when more than one trace has a name, the legend below it. */
function heading(page: Page): Mark[] {
  const { figure, colors } = page;
  const title = figure.layout.title?.text;
  const marks: Mark[] = title ? [label(title, 12, 24, colors.font, "start", 15)] : [];
  const named = figure.data.filter(
    (trace) => trace.name && trace.showlegend !== false && trace.visible !== false && trace.type !== "heatmap",
  );
  if (figure.layout.showlegend === false || named.length < 2) return marks;
  let x = page.left;
  for (const trace of named) {
    const color = traceColor(figure, trace);
    const y = page.top - 12;
    if (trace.type === "bar")
      marks.push(
        box([x + 4, y - 5, x + 16, y + 5], typeof trace.marker?.color === "string" ? trace.marker.color : color),
      );
    if (trace.type === "scatter" && trace.fill) marks.push(box([x, y - 5, x + 20, y + 5], trace.fillcolor ?? color));
    else if (trace.type === "scatter" && trace.mode.includes("lines"))
      marks.push({
        kind: "line",
        points: [x, y, x + 20, y],
        stroke: trace.line?.color ?? color,
        width: trace.line?.width ?? 2,
        dash: dashLengths(trace.line?.dash, 2),
      });
    if (trace.type === "scatter" && trace.mode.includes("markers"))
      marks.push(...symbolMarks({ ...trace.marker, size: 8 }, 0, x + 10, y, color));
    marks.push(label(trace.name!, x + 26, y + 4, colors.font, "start"));
    x += 26 + textWidth(trace.name!, 11) + 18;
  }
  return marks;
}
