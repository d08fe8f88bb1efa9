import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Results } from "../../shared/protocol/index.js";
import { momentText, number } from "../../shared/words.js";
import { t } from "../../shared/translate.js";
import { askForWindow } from "./ask-for-window.js";
import { chartMargin } from "./axis-room.js";
import { chartFigure, type Figure } from "./chart-figure.js";
import type { ChartInput } from "./chart-input.js";
import { pictured } from "./pictures/chart-picture.js";
import { chartScale } from "./chart-scale.js";
import { ChartTip } from "./chart-tip.js";
import { FirstLine } from "./first-line.js";
import { knownEvents } from "./known-events.js";
import { IncidentLayer } from "./incident-layer.js";
import { keyed, listen, selectRank, type Hovered, type Moved, type PlotDiv } from "./plotly/plot-events.js";
import { selectedIncident, timeWords, type Action, type Model } from "../state/model.js";
import { plotlyLocale } from "./plotly/plotly-locale.js";
import { loadPlotly, type PlotlyLibrary } from "./plotly/plotly.js";
import { same } from "../state/deep-equal.js";
import { onScreen, tellDrawn } from "./tell-drawn.js";
import { themeColors } from "./theme-colors.js";

interface ChartProps {
  readonly model: Model;
  readonly results: Results;
  readonly width: number;
  readonly height: number;
  readonly dispatch: (action: Action) => void;
}

/** The KPI's line with what is expected, the incidents shaded and marked. Ctrl and wheel (or a pinch) zoom, drag pans, double click shows all. */
export function TimelineChart({ model, results, width, height, dispatch }: ChartProps): preact.JSX.Element {
  const plot = useRef<PlotDiv>(null);
  const drawing = useRef<Promise<void>>(null);
  const [plotly, setPlotly] = useState<PlotlyLibrary | null>(null);
  const latest = useRef({ model, results, dispatch });
  latest.current = { model, results, dispatch };
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const [moved, setMoved] = useState<Moved>({ times: 0 });
  const { chosen } = results;
  const [from, to] = model.range ?? [chosen.start, chosen.end];
  const window =
    model.window?.series === chosen.index && model.window.from <= from && model.window.to >= to
      ? model.window
      : chosen.whole;
  const columns = Math.max(50, Math.round(width - chartMargin.l - chartMargin.r));

  useEffect(() => askForWindow(window, results, from, to, columns), [window, results, from, to, columns]);

  const input: ChartInput = useMemo(
    () => ({
      results,
      window,
      from,
      to,
      width,
      height,
      showExpected: model.layers.expected,
      showRange: model.layers.range,
      events: model.layers.events ? knownEvents(results) : [],
      selected: selectedIncident(model)?.rank ?? null,
      colors: themeColors(),
    }),
    [results.run, chosen.incidents, window, from, to, width, height, model.layers, model.selected, model.theme],
  );
  const figure = useSame(useMemo(() => chartFigure(input), [input]));
  useLayoutEffect(() => pictured(input), [input]);
  useLayoutEffect(() => {
    const div = plot.current;
    if (!div || width < 50) return;
    if (!plotly) return onScreen(() => void loadPlotly().then((library) => setPlotly(() => library)));
    const wired = div.on !== undefined;
    drawing.current = draw(plotly, div, figure);
    if (!wired) listen(div, latest, setHovered, setMoved);
  }, [figure, plotly, moved.times]);
  const layer = useMemo(
    () => (
      <IncidentLayer
        input={input}
        scale={chartScale(input, moved.range)}
        onTag={({ rank }) => selectRank(latest, rank)}
      />
    ),
    [input, moved.range],
  );
  useEffect(() => {
    if (!plotly) tellDrawn(results, false);
    else void drawing.current?.then(() => tellDrawn(results, model.state.kind === "ready"));
  }, [input, results, model.state.kind, plotly]);

  const words = timeWords(results);
  const summary = t(
    {
      en: "{0}, {1} rows, {2} to {3}, {4} incidents shaded. The table below holds the same facts.",
      de: "{0}, {1} Zeilen, {2} bis {3}, {4} Vorfälle hinterlegt. Die Tabelle darunter enthält dasselbe.",
    },
    chosen.kpi,
    number(chosen.points),
    momentText(chosen.start, words),
    momentText(chosen.last, words),
    chosen.incidents.length,
  );
  return (
    <div class="plotarea" style={{ height: `${height}px` }}>
      <div class="unit" data-testid="axis-title" aria-hidden="true">
        {chosen.axis}
      </div>
      <div
        ref={plot}
        class="plot"
        data-testid="chart"
        role="img"
        tabIndex={0}
        aria-label={summary}
        onKeyDown={(event) => keyed(event, latest.current)}
        onMouseLeave={() => setHovered(null)}
      />
      {!plotly && width >= 50 && <FirstLine input={input} />}
      {width >= 50 && layer}
      {hovered && <ChartTip window={window} results={results} hovered={hovered} width={width} />}
    </div>
  );
}

/** The figure before as long as the new one shows the same: a new cut then leaves Plotly alone. */
function useSame(figure: Figure): Figure {
  const before = useRef(figure);
  if (!same(before.current, figure)) before.current = figure;
  return before.current;
}

async function draw(plotly: PlotlyLibrary, div: HTMLElement, { data, layout }: Figure): Promise<void> {
  // Copies: Plotly writes into what it is given.
  await plotly.react(
    div,
    data.map((trace) => ({ ...trace })) as never,
    structuredClone(layout) as never,
    {
      displayModeBar: false,
      scrollZoom: false,
      doubleClick: false,
      showTips: false,
      responsive: false,
      locale: plotlyLocale(plotly),
    } as never,
  );
}
