import type { Template } from "./figure.js";

/** A page is light or dark. */
export type Theme = "light" | "dark";

/**
 * Colours of marks. Each stands out from a white and from a near-black page (contrast of 3 to 1 or more, the limit of
 * WCAG 2.2, 1.4.11), so a figure stays readable when only its template is changed. Meaning never hangs on colour alone.
 */
export const palette = {
  line: "#3b82c4",
  /** The only warm colour that says "look here", as in the results panel. */
  anomaly: "#c8690c",
  /** What was measured, beside what the model says of it. */
  actual: "#6b7280",
  band: "rgba(120, 140, 165, 0.28)",
  /** What the model says, in the blue of the panel: the value it expects and the usual range. */
  expected: "#3b82c4",
  usual: "rgba(59, 130, 196, 0.24)",
  muted: "#85898f",
  good: "#2e9968",
  warning: "#c2761c",
  series: ["#3b82c4", "#c2761c", "#2e9968", "#a06bd6", "#1f94a6", "#d6569b", "#8c8a2c", "#85898f"],
} as const;

/** From "none" to "all" on both pages: a grey that recedes, then ever stronger blue. */
export const sequentialScale: readonly (readonly [number, string])[] = [
  [0, "rgba(128, 140, 155, 0.12)"],
  [0.5, "rgba(59, 130, 196, 0.45)"],
  [1, "rgba(59, 130, 196, 0.9)"],
];

/** From -1 over nothing to +1: orange, clear, blue. */
export const divergingScale: readonly (readonly [number, string])[] = [
  [0, "rgba(194, 118, 28, 0.9)"],
  [0.5, "rgba(128, 140, 155, 0.1)"],
  [1, "rgba(59, 130, 196, 0.9)"],
];

function template(paper: string, font: string, grid: string, line: string): Template {
  const axis = { gridcolor: grid, linecolor: line, zerolinecolor: line };
  return {
    layout: {
      paper_bgcolor: paper,
      plot_bgcolor: paper,
      font: { color: font, family: "DejaVu Sans, Segoe UI, Helvetica, Arial, sans-serif", size: 12 },
      colorway: palette.series,
      xaxis: axis,
      yaxis: axis,
    },
  };
}

/** Plotly templates for a light and a dark page. Give one as `layout.template` to recolour any of our figures. */
export const templates: Readonly<Record<Theme, Template>> = {
  light: template("#ffffff", "#2b2f36", "#e6e8eb", "#b9bec6"),
  dark: template("#1f1f1f", "#d7dae0", "#353941", "#5b626d"),
};
