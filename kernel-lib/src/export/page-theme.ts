import type { Figure } from "../display/figure.js";
import { figureToSvg } from "../display/make-figure.js";
import { palette, templates } from "../display/palette.js";

const { light, dark } = templates;

/** A colour of figures, and what a page shows in its place on a light and on a dark screen. */
interface PageColor {
  readonly drawn: string;
  readonly light: string;
  readonly dark: string;
}

/** The page's own colours, and those of the results panel for what was measured, what was expected and what is not normal. */
const COLORS: Readonly<Record<string, PageColor>> = {
  page: { drawn: light.layout.paper_bgcolor, light: light.layout.paper_bgcolor, dark: dark.layout.paper_bgcolor },
  text: { drawn: light.layout.font.color, light: light.layout.font.color, dark: dark.layout.font.color },
  grid: {
    drawn: light.layout.xaxis.gridcolor!,
    light: light.layout.xaxis.gridcolor!,
    dark: dark.layout.xaxis.gridcolor!,
  },
  rule: {
    drawn: light.layout.xaxis.linecolor!,
    light: light.layout.xaxis.linecolor!,
    dark: dark.layout.xaxis.linecolor!,
  },
  anomaly: { drawn: palette.anomaly, light: "#b75d00", dark: "#e8912d" },
  expected: { drawn: palette.expected, light: "#0063d3", dark: "#59a4f9" },
  usual: { drawn: palette.usual, light: "rgba(0, 99, 211, 0.24)", dark: "rgba(89, 164, 249, 0.24)" },
  actual: { drawn: palette.actual, light: "#3b3b3b", dark: "#cccccc" },
};

const variables = (which: "light" | "dark"): string =>
  Object.entries(COLORS)
    .map(([name, colors]) => `--${name}:${colors[which]}`)
    .join(";");

/** Style of a page that goes with the screen: light, or dark where the reader's browser is. */
export const PAGE_STYLE: string = `:root{color-scheme:light dark;${variables("light")}}
@media (prefers-color-scheme:dark){:root{${variables("dark")}}}
body{font:14px/1.5 system-ui,sans-serif;margin:24px auto;max-width:960px;padding:0 16px;color:var(--text);background:var(--page)}
h1{font-size:20px}h2{font-size:16px;margin-top:32px}svg{max-width:100%;height:auto;margin:12px 0}section{overflow-x:auto}p{white-space:pre-line}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:4px 12px 4px 0;border-bottom:1px solid var(--grid);vertical-align:top}
footer{margin-top:32px;opacity:.75;font-size:12px}`;

/** A figure as a picture for such a page: its ground, text, lines and marks take the page's colours. */
export function pageSvg(figure: Figure): string {
  return Object.entries(COLORS).reduce(
    (svg, [name, { drawn }]) => svg.replaceAll(`="${drawn}"`, `="var(--${name})"`),
    figureToSvg(figure),
  );
}
