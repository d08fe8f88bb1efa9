import { useEffect, useRef } from "preact/hooks";
import type { LibraryFigure } from "../../shared/protocol/index.js";
import { number } from "../../shared/words.js";
import { tickFormats } from "../chart/chart-figure.js";
import { plotlyLocale } from "../chart/plotly/plotly-locale.js";
import { loadPlotly } from "../chart/plotly/plotly.js";
import { themeColors } from "../chart/theme-colors.js";
import { isEmptyFigure } from "./empty-figure.js";

/** The library's figures, in the colours of the theme, as wide as the panel lets them be. */
export function Figures({ figures, theme }: { figures: readonly LibraryFigure[]; theme: number }): preact.JSX.Element {
  return (
    <div class="figures">
      {figures.map((figure) => (
        <figure key={figure.title}>
          <h2>{figure.title}</h2>
          <p class="dim">{figure.summary}</p>
          {isEmptyFigure(figure) ? <p>{figure.alternative}</p> : <Drawing figure={figure} theme={theme} />}
        </figure>
      ))}
    </div>
  );
}

function Drawing({ figure, theme }: { figure: LibraryFigure; theme: number }): preact.JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const div = box.current;
    if (!div) return undefined;
    let gone = false;
    const draw = async (): Promise<void> => {
      const Plotly = await loadPlotly();
      if (!gone && div.clientWidth > 50)
        await Plotly.react(
          div,
          recolored(figure) as never,
          themed(figure.layout, div.clientWidth) as never,
          { displayModeBar: false, responsive: false, locale: plotlyLocale(Plotly) } as never,
        );
    };
    void draw();
    const observer = new ResizeObserver(() => void draw());
    observer.observe(div);
    return () => {
      gone = true;
      observer.disconnect();
      void loadPlotly().then((Plotly) => Plotly.purge(div));
    };
  }, [figure, theme]);
  return <div ref={box} role="img" aria-label={figure.alternative} />;
}

/** The traces with the theme's colours for line and anomaly, and text that can be read on them. */
function recolored({ data, colors }: LibraryFigure): readonly object[] {
  const { model, severity, text } = themeColors();
  const swapped = JSON.parse(
    JSON.stringify(data)
      .replaceAll(JSON.stringify(colors.line), JSON.stringify(model))
      .replaceAll(JSON.stringify(colors.anomaly), JSON.stringify(severity)),
  ) as { type?: string }[];
  return swapped.map((trace) => (trace.type === "heatmap" ? { ...trace, textfont: { color: text } } : trace));
}

/** Room above a figure, whose title stands outside it: for the names of its parts. */
const topMargin = 28;

/** The layout on VS Code's colours: page, text, grid of every axis. */
function themed(layout: LibraryFigure["layout"], width: number): Readonly<Record<string, unknown>> {
  const { text, dim, quiet, axis, font } = themeColors();
  const colored: Record<string, unknown> = {
    ...layout,
    template: undefined,
    title: undefined,
    margin: { ...(layout.margin as object | undefined), t: topMargin },
    width,
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { family: font, size: 11, color: text },
    separators: `${number(1.5, 1)[1]}${number(10_000)[2]}`,
  };
  for (const key of new Set(["xaxis", "yaxis", ...Object.keys(layout).filter((name) => /^[xy]axis\d*$/.test(name))])) {
    const given = (layout[key] ?? {}) as { readonly type?: string; readonly title?: object };
    const dates =
      given.type === "date"
        ? { tickformatstops: tickFormats, nticks: Math.max(3, Math.floor(width / 110)) }
        : { separatethousands: true };
    colored[key] = {
      ...dates,
      ...given,
      title: { ...given.title, font: { size: 11, color: dim } },
      color: dim,
      gridcolor: quiet,
      linecolor: axis,
      zerolinecolor: axis,
    };
  }
  return colored;
}
