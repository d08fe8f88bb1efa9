import { render } from "preact";
import { incidentsText, seriesText } from "../../../shared/words.js";
import { chartFigure } from "../chart-figure.js";
import type { ChartInput } from "../chart-input.js";
import { chartScale } from "../chart-scale.js";
import { IncidentLayer } from "../incident-layer.js";
import { pngOf, svgAddress } from "./picture.js";
import { plotlyLocale } from "../plotly/plotly-locale.js";
import { loadPlotly } from "../plotly/plotly.js";
import { pictureColors } from "../theme-colors.js";

/** Room for the name of the KPI. */
const titleRoom = 26;

let shown: ChartInput | null = null;

/** Tells what the chart shows: that is what a picture will be of. */
export function pictured(chart: ChartInput): void {
  shown = chart;
}

/** The chart as it was last shown, as a picture in the light theme for documents: a data URL, empty before the first chart. */
export async function chartPicture(format: "png" | "svg"): Promise<string> {
  if (!shown) return "";
  const input = { ...shown, colors: pictureColors() };
  const { data, layout } = chartFigure(input);
  const { width, height } = input;
  const title = { text: titleOf(input), font: { size: 13 }, x: 0.01, xanchor: "left" };
  const margin = layout.margin as { readonly t: number };
  const Plotly = await loadPlotly();
  const figure = {
    data,
    layout: {
      ...layout,
      paper_bgcolor: "#ffffff",
      plot_bgcolor: "#ffffff",
      title,
      margin: { ...margin, t: margin.t + titleRoom },
    },
  };
  const size = { width, height: height + titleRoom };
  const address = await Plotly.toImage({ ...figure, config: { locale: plotlyLocale(Plotly) } } as never, {
    format: "svg",
    ...size,
  });
  const plot = decodeURIComponent(address.slice(address.indexOf(",") + 1));
  const whole = svgAddress(withLayer(plot, input));
  return format === "svg" ? whole : (await pngOf(whole, size)).toDataURL("image/png");
}

/** Away from the panel a picture has to say what it is of. */
function titleOf({ results: { file, chosen, key } }: ChartInput): string {
  const parts = [seriesText({ ...chosen, kpi: chosen.axis }, key), incidentsText(chosen.incidents.length), file.name];
  return parts.join(" \u00b7 ").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Plotly's picture with the incidents over it. */
function withLayer(plot: string, input: ChartInput): string {
  const holder = document.createElementNS("http://www.w3.org/2000/svg", "g");
  render(<IncidentLayer input={input} scale={chartScale(input)} />, holder);
  const layer = new XMLSerializer().serializeToString(holder.firstElementChild!);
  render(null, holder);
  const end = plot.lastIndexOf("</svg>");
  return `${plot.slice(0, end)}<g transform="translate(0 ${titleRoom})">${layer}</g></svg>`;
}
