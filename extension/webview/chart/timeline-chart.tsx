import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { IncidentFacts, Results, SeriesWindow } from "../../shared/protocol/index.js";
import { momentText, number } from "../../shared/words.js";
import { t } from "../../shared/translate.js";
import { chartFigure, chartMargin, needsWindow, valueDigits, type Figure } from "./chart-figure.js";
import type { ChartInput } from "./chart-input.js";
import { pictured } from "./chart-picture.js";
import { chartScale } from "./chart-scale.js";
import { FirstLine } from "./first-line.js";
import { knownEvents } from "./known-events.js";
import { thresholdWaited, post } from "../state/host.js";
import { IncidentLayer } from "./incident-layer.js";
import { clampRange, selectedIncident, timeWords, type Action, type Model } from "../state/model.js";
import { plotlyLocale } from "./plotly-locale.js";
import { loadPlotly, type PlotlyLibrary } from "./plotly.js";
import { same } from "../state/deep-equal.js";
import { themeColors } from "./theme-colors.js";
import { tooltipLines } from "./tooltip-lines.js";

interface ChartProps {
  readonly model: Model;
  readonly results: Results;
  readonly width: number;
  readonly height: number;
  readonly dispatch: (action: Action) => void;
}

/** A plot that Plotly has taken over. */
interface PlotDiv extends HTMLDivElement {
  on?(event: string, listener: (data: PlotEvent) => unknown): void;
}

interface PlotEvent {
  readonly points?: readonly { readonly customdata: unknown; readonly x: unknown }[];
  readonly event?: MouseEvent;
  readonly [key: string]: unknown;
}

const keyZoom = 0.2;
const keyPan = 0.1;
/** Pixels beside a mark that still mean the mark. */
const markReach = 5;
/** What was last told to the host: of which run the line is drawn, and how its results were cut, null until all are there. */
let told: { readonly run: number; readonly cut: string | null } = { run: 0, cut: null };

/** The KPI's line with what is expected, the incidents shaded and marked. Wheel zooms, drag pans, double click shows all. */
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
    "{0}, {1} rows, {2} to {3}, {4} incidents shaded. The table below holds the same facts.",
    chosen.kpi,
    number(chosen.points),
    momentText(chosen.start, words),
    momentText(chosen.end - 1, words),
    chosen.incidents.length,
  );
  return (
    <div class="plotarea" style={{ height: `${height}px` }}>
      <div class="unit" aria-hidden="true">
        {chosen.kpi}
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
      {hovered && <Tip window={window} results={results} hovered={hovered} width={width} />}
    </div>
  );
}

/** Tells the host, once it is on screen, that the first line, all results or a new cut are drawn. */
function tellDrawn({ run, tuning }: Results, ready: boolean): void {
  const cut = JSON.stringify(tuning);
  const before = told.run === run ? told : null;
  told = { run, cut: ready ? cut : null };
  if (!before) onScreen(() => post({ type: "drawn", what: "line", milliseconds: 0 }));
  if (!ready || before?.cut === cut) return;
  if (before?.cut) onScreen(() => post({ type: "drawn", what: "rethreshold", milliseconds: thresholdWaited() ?? 0 }));
  else onScreen(() => post({ type: "drawn", what: "results", milliseconds: 0 }));
}

/** After the next frame is painted; a hidden page paints none. */
function onScreen(tell: () => void): void {
  if (document.hidden) tell();
  else requestAnimationFrame(() => setTimeout(tell));
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
      scrollZoom: true,
      doubleClick: false,
      showTips: false,
      responsive: false,
      locale: plotlyLocale(plotly),
    } as never,
  );
}

/** Asks for the points in view, and as much again on both sides so that a pan finds something. */
function askForWindow(
  window: SeriesWindow,
  results: Results,
  from: number,
  to: number,
  columns: number,
): (() => void) | undefined {
  if (!needsWindow(window, results, from, to, columns)) return undefined;
  const span = to - from;
  const timer = setTimeout(
    () => post({ type: "window", from: from - span, to: to + span, buckets: Math.min(20_000, columns * 3) }),
    60,
  );
  return () => clearTimeout(timer);
}

interface Latest {
  readonly current: { readonly model: Model; readonly results: Results; readonly dispatch: (action: Action) => void };
}

/** The point of the line under the mouse, and the one that is meant: where a mark is beside it, that of the mark. */
interface Hovered {
  readonly point: number;
  readonly meant: number;
  /** Pixels from the chart's left edge. */
  readonly x: number;
}

/** What a person is dragging or wheeling Plotly's axis to. */
interface Moved {
  /** In view until the model knows it. */
  readonly range?: readonly [number, number];
  /** Ended moves: after each Plotly is told the range it ended in, which may be the one before. */
  readonly times: number;
}

function listen(
  div: PlotDiv,
  latest: Latest,
  setHovered: (hovered: Hovered | null) => void,
  setMoved: (next: (before: Moved) => Moved) => void,
): void {
  const setRange = (event: PlotEvent): void => {
    const { results, dispatch } = latest.current;
    const range = rangeOf(event);
    if (!range) return;
    setMoved(({ times }) => ({ times: times + 1 }));
    dispatch({ do: "set", part: { range: clampRange(results, range[0], range[1] - range[0]) } });
  };
  div.on?.("plotly_relayout", setRange);
  div.on?.("plotly_relayouting", (event) => {
    const range = rangeOf(event);
    if (range) setMoved(({ times }) => ({ times, range }));
  });
  div.on?.("plotly_doubleclick", () => latest.current.dispatch({ do: "set", part: { range: null } }));
  div.on?.("plotly_click", ({ points }) => {
    if (points?.length) clicked(latest, Number(points[0].customdata), axisValue(points[0].x));
  });
  div.on?.("plotly_hover", ({ points, event }) => {
    if (!points?.length || !event) return;
    const point = Number(points[0].customdata);
    setHovered({
      point,
      meant: incidentNear(latest.current, point, axisValue(points[0].x))?.at ?? point,
      x: event.clientX - div.getBoundingClientRect().left,
    });
  });
  div.on?.("plotly_unhover", () => setHovered(null));
}

/** Plotly tells dates as text without a zone: they are UTC. */
function axisValue(value: unknown): number {
  if (typeof value === "number") return value;
  return Date.parse(`${String(value).replace(" ", "T")}${String(value).length > 10 ? "" : "T00:00"}Z`);
}

function rangeOf(event: PlotEvent): [number, number] | null {
  const from = axisValue(event["xaxis.range[0]"] ?? NaN);
  const to = axisValue(event["xaxis.range[1]"] ?? NaN);
  return Number.isFinite(from) && Number.isFinite(to) && from < to ? [from, to] : null;
}

function selectRank({ current }: Latest, rank: number): void {
  const incident = current.results.chosen.incidents.find((candidate) => candidate.rank === rank);
  if (!incident) return;
  current.dispatch({ do: "select", incident, open: true });
  post({ type: "reveal", line: incident.line, how: "show" });
}

/** A click inside an incident, or on its mark, selects it; anywhere it shows the line in the CSV editor. */
function clicked({ current }: Latest, point: number, time: number): void {
  const near = incidentNear(current, point, time);
  if (near) current.dispatch({ do: "select", incident: near.incident, open: true });
  post({ type: "revealPoint", point: near?.at ?? point });
}

/** The incident a point is in, or whose mark is beside it; `at` is the point of it that is meant. */
function incidentNear(
  { model, results }: Latest["current"],
  point: number,
  time: number,
): { readonly incident: IncidentFacts; readonly at: number } | undefined {
  const { incidents, start, end } = results.chosen;
  const inside = incidents.find((candidate) => candidate.start <= point && point <= candidate.end);
  if (inside) return { incident: inside, at: point };
  const [from, to] = model.range ?? [start, end];
  const reach = ((to - from) / Math.max(1, window.innerWidth)) * markReach;
  const beside = incidents.find((candidate) => Math.abs(candidate.peakTime - time) <= reach);
  return beside && { incident: beside, at: beside.peak };
}

function keyed(event: KeyboardEvent, { model, results, dispatch }: Latest["current"]): void {
  const [from, to] = model.range ?? [results.chosen.start, results.chosen.end];
  const span = to - from;
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-keyPan, 1],
    ArrowRight: [keyPan, 1],
    "+": [keyZoom / 2, 1 - keyZoom],
    "=": [keyZoom / 2, 1 - keyZoom],
    "-": [-keyZoom / 2 / (1 - keyZoom), 1 / (1 - keyZoom)],
  };
  if (event.key === "0") dispatch({ do: "set", part: { range: null } });
  else if (Object.hasOwn(moves, event.key)) {
    const [shift, scale] = moves[event.key];
    const least = ((results.chosen.end - results.chosen.start) / Math.max(1, results.chosen.points)) * 10;
    if (span * scale >= least)
      dispatch({ do: "set", part: { range: clampRange(results, from + span * shift, span * scale) } });
  } else return;
  event.preventDefault();
}

function Tip({
  window,
  results,
  hovered,
  width,
}: {
  window: SeriesWindow;
  results: Results;
  hovered: Hovered;
  width: number;
}): preact.JSX.Element | null {
  const [meant, nearest] = [hovered.meant, hovered.point].map((point) =>
    tooltipLines(window, results, point, valueDigits(results)),
  );
  const lines = meant ?? nearest;
  if (!lines) return null;
  const right = hovered.x > width / 2;
  const style = right ? { right: `${width - hovered.x + 12}px` } : { left: `${hovered.x + 12}px` };
  return (
    <div class="tip" role="tooltip" style={style}>
      {lines.map((line, index) => (
        <div key={index}>{line}</div>
      ))}
    </div>
  );
}
