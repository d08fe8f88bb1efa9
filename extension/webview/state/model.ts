import type {
  AnalysisAnswer,
  AnalysisName,
  DetectorFacts,
  FileRows,
  FixFacts,
  HostMessage,
  IncidentDetail,
  IncidentFacts,
  MomentCard,
  PageState,
  Results,
  SeriesWindow,
  SettingsFacts,
  WhyLine,
} from "../../shared/protocol/index.js";
import type { TimeWords } from "../../shared/words.js";
import { same } from "./deep-equal.js";
import { rowText } from "./row-text.js";

export type Layer = "expected" | "range" | "events" | "score";
export type SortKey =
  | "rank"
  | "severity"
  | "startTime"
  | "kind"
  | "actual"
  | "expected"
  | "off"
  | "lasted"
  | "confidence";

/** Everything the page shows is a function of this. */
export interface Model {
  readonly state: PageState;
  readonly uri: string;
  readonly view: string;
  /** Whether a person (or what was kept of an earlier look) chose the view; else the first results choose it. */
  readonly placed: boolean;
  readonly settings: SettingsFacts | null;
  /** The fix that was applied last: what was found before, and the changes there were. */
  readonly applied: {
    readonly fix: FixFacts;
    /** The run it was suggested by. */
    readonly run: number;
    readonly before: string;
    readonly overrides: SettingsFacts["overrides"];
  } | null;
  /** A sentence of the host, until the person has closed it. */
  readonly told: string;
  /** The line that a person asked about, and why it is flagged or not. */
  readonly why: WhyLine | null;
  /** Place of the moment whose card is open on the overview, and the card. */
  readonly moment: number | null;
  readonly card: MomentCard | null;
  readonly layers: Readonly<Record<Layer, boolean>>;
  /** A time inside the selected incident: ranks may change, times do not. */
  readonly selected: number | null;
  readonly open: boolean;
  /** What to select as soon as the results of this KPI are there. */
  readonly wanted: { readonly index: number; readonly time: number } | null;
  /** What the chart shows; null for all. */
  readonly range: readonly [number, number] | null;
  /** What it showed before an incident was chosen, for the way back; undefined when there is none. */
  readonly zoomedFrom: readonly [number, number] | null | undefined;
  readonly window: SeriesWindow | null;
  readonly detail: { readonly point: number; readonly detail: IncidentDetail } | null;
  readonly sort: SortKey;
  readonly ascending: boolean;
  readonly filter: string;
  readonly shown: number;
  readonly popup: "assumed" | "export" | "kpi" | null;
  /** Which of the assumptions is being edited, by its id or its place in the list. */
  readonly editing: string | number | null;
  /** Records around a row that was asked for, of a file that no editor shows. */
  readonly rows: FileRows | null;
  readonly analyses: Readonly<Partial<Record<AnalysisName, AnalysisAnswer | "asked">>>;
  /** Raised when VS Code's colours change: charts read them anew. */
  readonly theme: number;
}

export type Action =
  | { readonly do: "message"; readonly message: HostMessage }
  | { readonly do: "set"; readonly part: Partial<Model> }
  | { readonly do: "select"; readonly incident: IncidentFacts; readonly open: boolean }
  | { readonly do: "step"; readonly by: 1 | -1 }
  | { readonly do: "back" }
  | { readonly do: "asked"; readonly name: AnalysisName };

export const firstRows = 10;

export const initialModel: Model = {
  state: { kind: "empty" },
  uri: "",
  view: "timeline",
  placed: false,
  settings: null,
  applied: null,
  told: "",
  why: null,
  moment: null,
  card: null,
  layers: { expected: true, range: true, events: true, score: false },
  selected: null,
  open: false,
  wanted: null,
  range: null,
  zoomedFrom: undefined,
  window: null,
  detail: null,
  sort: "rank",
  ascending: true,
  filter: "",
  shown: firstRows,
  popup: null,
  editing: null,
  rows: null,
  analyses: {},
  theme: 0,
};

export function resultsOf(model: Model): Results | null {
  return "results" in model.state ? model.state.results : null;
}

/** The incident the selected time is in. */
export function selectedIncident(model: Model): IncidentFacts | undefined {
  const time = model.selected;
  return time === null
    ? undefined
    : resultsOf(model)?.chosen.incidents.find(
        (incident) => incident.startTime <= time && time < Math.max(incident.endTime, incident.peakTime + 1e-9),
      );
}

/** How to speak of the times of the chosen series. */
export function timeWords(results: Results): TimeWords {
  const { dated, start, end, cadence } = results.chosen;
  return {
    dated,
    step: cadence?.seconds ?? null,
    years: dated && new Date(start).getUTCFullYear() !== new Date(end - 1).getUTCFullYear(),
  };
}

/** The detectors that decide as the results are cut now: those that weigh in `auto`, those that may vote otherwise. */
export function countedDetectors(results: Results): DetectorFacts[] {
  const part = results.tuning.mode === "auto" ? "weighs" : "votes";
  return results.chosen.detectors.filter((detector) => detector.enabled && detector.part === part);
}

/** The next model. The only place where it changes. */
export function reduce(model: Model, action: Action): Model {
  switch (action.do) {
    case "message":
      return receive(model, action.message);
    case "set":
      return { ...model, ...action.part };
    case "select":
      return select(model, action.incident, action.open);
    case "step":
      return step(model, action.by);
    case "asked":
      return { ...model, analyses: { ...model.analyses, [action.name]: "asked" } };
    case "back":
      return back(model);
  }
}

function receive(model: Model, message: HostMessage): Model {
  switch (message.type) {
    case "boot":
      return { ...model, uri: message.uri };
    case "state":
      return withState(model, message.state);
    case "window":
      return { ...model, window: message.window };
    case "detail":
      return { ...model, detail: { point: message.point, detail: message.detail } };
    case "analysis":
      return { ...model, analyses: { ...model.analyses, [message.name]: message.answer } };
    case "rows":
      return { ...model, rows: message.rows, ...(message.go ? { view: "data" } : {}) };
    case "settings":
      return { ...model, settings: message.settings };
    case "moment":
      return { ...model, card: message.card };
    case "why":
      return { ...model, why: message.why };
    case "told":
      return { ...model, told: message.text };
    case "select":
      return selectPoint(model, message.point);
    case "step":
      return step(model, message.by);
    case "progress":
    case "image":
      return model;
  }
}

/** New results: what was asked of old ones is forgotten, what the person chose is kept. */
function withState(model: Model, state: PageState): Model {
  const next = withResults(model, state);
  const { wanted } = model;
  if (!wanted || resultsOf(next)?.chosen.index !== wanted.index) return next;
  const arrived = { ...next, wanted: null, selected: wanted.time, open: true };
  const incident = selectedIncident(arrived);
  return incident ? select(arrived, incident, true) : arrived;
}

function withResults(model: Model, state: PageState): Model {
  const before = resultsOf(model);
  const after = "results" in state ? state.results : null;
  if (before === after) return { ...model, state };
  const sameSeries =
    before?.chosen.kpi === after?.chosen.kpi &&
    before?.chosen.series === after?.chosen.series &&
    before?.chosen.points === after?.chosen.points;
  const sameRun = sameSeries && before?.run === after?.run;
  // A run begins, or is cancelled before it has numbers: the results are those that were there, and not another cut of them.
  if (sameRun && state.kind !== model.state.kind && "fresh" in state && !state.fresh) return { ...model, state };
  const { profile, stability, dial } = model.analyses;
  return {
    ...model,
    state,
    ...(after && !model.placed ? { view: after.several ? "overview" : "timeline" } : {}),
    analyses: sameRun ? { profile, stability, dial } : {},
    rows: sameRun ? model.rows : null,
    // Why a line is flagged holds for one cut of one run, whichever of its KPIs is chosen.
    why: before?.run === after?.run && same(before?.tuning, after?.tuning) ? model.why : null,
    window: null,
    detail: sameSeries ? model.detail : null,
    ...(before && after && !sameSeries ? { range: null, zoomedFrom: undefined, selected: null, open: false } : {}),
  };
}

function select(model: Model, incident: IncidentFacts, open: boolean): Model {
  const rows = visibleIncidents(model);
  const place = rows.findIndex((row) => row.rank === incident.rank);
  return {
    ...model,
    view: "timeline",
    placed: true,
    selected: incident.peakTime,
    open,
    ...zoomTo(model, incident),
    shown: place >= model.shown ? place + 1 : model.shown,
  };
}

function selectPoint(model: Model, point: number): Model {
  const incident = resultsOf(model)?.chosen.incidents.find(
    (candidate) => candidate.start <= point && point <= candidate.end,
  );
  return incident ? select(model, incident, model.open) : model;
}

function step(model: Model, by: 1 | -1): Model {
  const incidents = resultsOf(model)?.chosen.incidents ?? [];
  if (!incidents.length) return model;
  const now = selectedIncident(model);
  const place = now ? incidents.indexOf(now) + by : by > 0 ? 0 : incidents.length - 1;
  return select(model, incidents[(place + incidents.length) % incidents.length], model.open);
}

/** Points around an incident that show what is usual there, and how often its own length is shown. */
const surroundings = { points: 60, lengths: 8 };

/** The chart's window on an incident with its surroundings; that of a file that shows no more than them stays whole. */
function zoomTo(model: Model, { startTime, endTime }: IncidentFacts): Pick<Model, "range" | "zoomedFrom"> {
  const results = resultsOf(model);
  if (!results) return { range: model.range, zoomedFrom: model.zoomedFrom };
  const { start, end, points } = results.chosen;
  const step = (end - start) / Math.max(1, points);
  const span = Math.max(surroundings.points * step, surroundings.lengths * (endTime - startTime));
  const range = span * 1.5 >= end - start ? null : clampRange(results, (startTime + endTime) / 2 - span / 2, span);
  return { range, zoomedFrom: model.zoomedFrom === undefined ? model.range : model.zoomedFrom };
}

/** Out of the incident that was zoomed to: what was seen before. */
function back(model: Model): Model {
  if (model.zoomedFrom === undefined) return model;
  return { ...model, range: model.zoomedFrom, zoomedFrom: undefined, open: false };
}

/** A window of this width that stays inside the series; null when it is all of it. */
export function clampRange(results: Results, from: number, span: number): Model["range"] {
  const { start, end } = results.chosen;
  if (span >= end - start) return null;
  const clamped = Math.max(start, Math.min(end - span, from));
  return [clamped, clamped + span];
}

/** Points that stay in view however far one zooms in. */
const fewest = 10;

/**
 * A chart's window made wider (above 1) or narrower about a place of it (0 left, 1 right).
 *
 * @returns null for all of the series, undefined where nothing changes
 */
export function zoomed(
  results: Results,
  range: Model["range"],
  place: number,
  scale: number,
): Model["range"] | undefined {
  const { start, end, points } = results.chosen;
  const [from, to] = range ?? [start, end];
  const span = Math.max(((end - start) / Math.max(1, points)) * fewest, (to - from) * scale);
  if (span === to - from || (range === null && scale >= 1)) return undefined;
  return clampRange(results, from + place * (to - from - span), span);
}

const sortValues: Readonly<Record<SortKey, (incident: IncidentFacts) => number | string>> = {
  rank: ({ rank }) => rank,
  severity: ({ severity }) => severity,
  startTime: ({ told }) => told.start,
  kind: ({ kind }) => kind,
  actual: ({ actual }) => actual,
  expected: ({ expected }) => expected,
  off: ({ actual, expected }) => actual / expected - 1,
  lasted: ({ told }) => told.end - told.start,
  confidence: ({ confidence }) => confidence,
};

/** Below 0 when `a` comes first; what is not known comes last, whichever way the others go. */
function inOrder(a: number | string, b: number | string, ascending: boolean): number {
  // VS Code sends null for what is not a number.
  const unknown = (value: number | string | null): boolean => value === null || Number.isNaN(value);
  if (unknown(a) || unknown(b)) return Number(unknown(a)) - Number(unknown(b));
  return (a > b ? 1 : a < b ? -1 : 0) * (ascending ? 1 : -1);
}

/** The incidents as the table lists them: filtered, sorted. */
export function visibleIncidents(model: Model): IncidentFacts[] {
  const incidents = resultsOf(model)?.chosen.incidents ?? [];
  const text = model.filter.trim().toLowerCase();
  const value = sortValues[model.sort];
  const matching = text
    ? incidents.filter((incident) => rowText(incident, resultsOf(model)!).includes(text))
    : [...incidents];
  return matching.sort(
    (a, b) => inOrder(value(a), value(b), model.ascending) || inOrder(a.rank, b.rank, model.ascending),
  );
}
