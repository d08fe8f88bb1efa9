import type { Axis, Figure, Layout, Template, Trace } from "./figure.js";
import { figureScene } from "./figure-scene.js";
import { templates, type Theme } from "./palette.js";
import { sceneToPng } from "./raster/scene-png.js";
import { sceneToSvg } from "./scene-svg.js";
import { withDisplay, type MimeBundle } from "./with-display.js";

/** How a figure is to look. */
export interface FigureOptions {
  /** Page to draw on; `light` when left out. */
  readonly theme?: Theme;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
}

/** A figure is seen whole on one screen: one of many rows draws them lower. Pixels. */
const TALLEST = 900;

/**
 * Puts traces on a page. The figure is plain data for Plotly and displays itself in a notebook: interactive where Plotly
 * is at hand, else as a picture, else as text.
 *
 * @example
 * const figure = makeFigure([{ type: "bar", x: ["a", "b"], y: [1, 2] }], { title: { text: "Two" } }, "a 1, b 2.");
 */
export function makeFigure(
  data: readonly Trace[],
  layout: Layout,
  alternative: string,
  options: FigureOptions = {},
): Figure {
  const legend = { orientation: "h", x: 0, xanchor: "left", y: 1, yanchor: "bottom" };
  const many =
    layout.showlegend !== false &&
    data.filter((trace) => trace.name !== undefined && trace.showlegend !== false && trace.type !== "heatmap").length >
      1;
  const template = templates[options.theme ?? "light"];
  const figure: Figure = {
    data: data.map((trace) => readable(trace, template)),
    layout: {
      width: options.width ?? 900,
      showlegend: many,
      legend,
      ...withRoomForNames(layout),
      ...(layout.title ? { title: { x: 12 / (options.width ?? 900), xanchor: "left" as const, ...layout.title } } : {}),
      height: options.height ?? Math.min(TALLEST, layout.height ?? 420),
      margin: { l: 60, r: 24, t: many ? 72 : layout.annotations ? 60 : 44, b: 44, ...layout.margin },
      template,
    },
    alternative,
  };
  return withDisplay(figure, () => figureBundle(figure));
}

/** Plotly chooses the colour of text in a cell without looking through the cell at the page; the page's own colour is readable. */
function readable(trace: Trace, { layout }: Template): Trace {
  return trace.type === "heatmap" ? { textfont: { color: layout.font.color }, ...trace } : trace;
}

/** Names on a category axis may be long: the page grows for them. */
function withRoomForNames(layout: Layout): Layout {
  return Object.fromEntries(
    Object.entries(layout).map(([key, value]) => [
      key,
      /^[xy]axis/.test(key) && (value as Axis).type === "category" ? { automargin: true, ...(value as Axis) } : value,
    ]),
  ) as Layout;
}

/**
 * A figure as a PNG picture, two picture pixels for each pixel of the figure.
 *
 * @example
 * const png = await figureToPng(plots.timeline.draw(report));
 */
export function figureToPng(figure: Figure): Uint8Array {
  return sceneToPng(figureScene(figure));
}

/**
 * A figure as an SVG picture with its text alternative.
 *
 * @example
 * const svg = figureToSvg(plots.timeline.draw(report, { theme: "dark" }));
 */
export function figureToSvg(figure: Figure): string {
  return sceneToSvg(figureScene(figure), figure.alternative);
}

function figureBundle(figure: Figure): MimeBundle {
  return {
    "application/vnd.plotly.v1+json": { data: figure.data, layout: figure.layout, config: { displaylogo: false } },
    "image/png": base64(figureToPng(figure)),
    "text/plain": figure.alternative,
  };
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
}
