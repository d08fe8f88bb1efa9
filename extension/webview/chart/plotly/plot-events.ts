import type { IncidentFacts, Results } from "../../../shared/protocol/index.js";
import { post } from "../../state/host.js";
import { clampRange, zoomed, type Action, type Model } from "../../state/model.js";
import { chartMargin } from "../axis-room.js";
import { listenToPinch } from "./pinch.js";

/** Pixels beside a mark that still mean the mark. */
const markReach = 5;
const keyZoom = 0.2;
const keyPan = 0.1;
/** Milliseconds in which a second click makes a double click of the first. */
const doubleClick = 350;

/** A plot that Plotly has taken over. */
export interface PlotDiv extends HTMLDivElement {
  on?(event: string, listener: (data: PlotEvent) => unknown): void;
}

interface PlotEvent {
  readonly points?: readonly { readonly customdata: unknown; readonly x: unknown }[];
  readonly event?: MouseEvent;
  readonly [key: string]: unknown;
}

export interface Latest {
  readonly current: { readonly model: Model; readonly results: Results; readonly dispatch: (action: Action) => void };
}

/** The point of the line under the mouse, and the one that is meant: where a mark is beside it, that of the mark. */
export interface Hovered {
  readonly point: number;
  readonly meant: number;
  /** Pixels from the chart's left edge. */
  readonly x: number;
}

/** What a person is dragging or wheeling Plotly's axis to. */
export interface Moved {
  /** In view until the model knows it. */
  readonly range?: readonly [number, number];
  /** Ended moves: after each Plotly is told the range it ended in, which may be the one before. */
  readonly times: number;
}

/** Wires the plot to the model: hover, click, drag, wheel. */
export function listen(
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
  let click: ReturnType<typeof setTimeout> | undefined;
  let doubled = -Infinity;
  div.on?.("plotly_doubleclick", () => {
    clearTimeout(click);
    doubled = performance.now();
    latest.current.dispatch({ do: "set", part: { range: null, zoomedFrom: undefined } });
  });
  // One click waits whether it is the first of two, which only show everything again.
  div.on?.("plotly_click", ({ points }) => {
    clearTimeout(click);
    // Plotly tells the second click too, after it has told that there were two.
    if (!points?.length || performance.now() - doubled < doubleClick) return;
    const [point, time] = [Number(points[0].customdata), axisValue(points[0].x)];
    click = setTimeout(() => clicked(latest, point, time), doubleClick);
  });
  div.addEventListener("wheel", (event) => wheeled(event, div, latest.current), { passive: false });
  listenToPinch(div, () => {
    const began = latest.current;
    return (about, scale) => zoomAbout(about, scale, div, began);
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

/** Selects an incident by the rank on top of the chart. */
export function selectRank({ current }: Latest, rank: number): void {
  const incident = current.results.chosen.incidents.find((candidate) => candidate.rank === rank);
  if (!incident) return;
  current.dispatch({ do: "select", incident, open: true });
  post({ type: "reveal", line: incident.line, how: "follow" });
}

/** With Ctrl (and a pinch on a touch pad, which says it has Ctrl) the wheel zooms about the pointer; without, it scrolls the page. */
function wheeled(event: WheelEvent, div: HTMLElement, latest: Latest["current"]): void {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  zoomAbout(event.clientX, Math.exp(Math.max(-100, Math.min(100, event.deltaY)) / 300), div, latest);
}

/** Makes the time in view longer (a scale above 1) or shorter; what is at a place in pixels of the window stays there. */
function zoomAbout(
  about: number,
  scale: number,
  div: HTMLElement,
  { model, results, dispatch }: Latest["current"],
): void {
  const box = div.getBoundingClientRect();
  const place = (about - box.left - chartMargin.l) / Math.max(1, box.width - chartMargin.l - chartMargin.r);
  const range = zoomed(results, model.range, Math.max(0, Math.min(1, place)), scale);
  if (range !== undefined) dispatch({ do: "set", part: { range } });
}

/** A click inside an incident, or on its mark, selects it; anywhere it follows in the CSV where that shows. */
function clicked({ current }: Latest, point: number, time: number): void {
  const near = incidentNear(current, point, time);
  if (near) current.dispatch({ do: "select", incident: near.incident, open: true });
  post({ type: "revealPoint", point: near?.at ?? point, how: "follow" });
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

/** Arrows pan, plus and minus zoom, 0 shows all. */
export function keyed(event: KeyboardEvent, { model, results, dispatch }: Latest["current"]): void {
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
