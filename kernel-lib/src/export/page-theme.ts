import type { Figure } from "../display/figure.js";
import { figureToSvg } from "../display/make-figure.js";
import { templates } from "../display/palette.js";

const { light, dark } = templates;

/** What a page and its pictures have one colour for, on a light and on a dark screen. */
const COLORS: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  page: [light.layout.paper_bgcolor, dark.layout.paper_bgcolor],
  text: [light.layout.font.color, dark.layout.font.color],
  grid: [light.layout.xaxis.gridcolor!, dark.layout.xaxis.gridcolor!],
  rule: [light.layout.xaxis.linecolor!, dark.layout.xaxis.linecolor!],
};

const variables = (which: 0 | 1): string =>
  Object.entries(COLORS)
    .map(([name, colors]) => `--${name}:${colors[which]}`)
    .join(";");

/** Style of a page that goes with the screen: light, or dark where the reader's browser is. */
export const PAGE_STYLE: string = `:root{color-scheme:light dark;${variables(0)}}
@media (prefers-color-scheme:dark){:root{${variables(1)}}}
body{font:14px/1.5 system-ui,sans-serif;margin:24px auto;max-width:960px;padding:0 16px;color:var(--text);background:var(--page)}
h1{font-size:20px}h2{font-size:16px;margin-top:32px}svg{max-width:100%;height:auto;margin:12px 0}section{overflow-x:auto}p{white-space:pre-line}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:4px 12px 4px 0;border-bottom:1px solid var(--grid);vertical-align:top}
footer{margin-top:32px;opacity:.75;font-size:12px}`;

/** A figure as a picture for such a page: its ground, text and lines take the page's colours. */
export function pageSvg(figure: Figure): string {
  return Object.entries(COLORS).reduce(
    (svg, [name, [color]]) => svg.replaceAll(`="${color}"`, `="var(--${name})"`),
    figureToSvg(figure),
  );
}
