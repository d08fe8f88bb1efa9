import { longestNote } from "../longest-note.js";
import type { AnalysisName, ExportFormat, FeedbackChange, PageMessage, RevealHow, Tuning } from "./index.js";

const exportFormats: readonly ExportFormat[] = [
  "anomaliesCsv",
  "annotatedCsv",
  "html",
  "png",
  "svg",
  "markdown",
  "json",
  "typescript",
];
const analyses: readonly AnalysisName[] = [
  "overview",
  "dial",
  "compare",
  "compareWeighing",
  "compareAll",
  "stability",
  "profile",
];

const reveals: readonly RevealHow[] = ["follow", "show", "go"];

type Raw = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);
const isFinite = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isCount = (value: unknown): value is number => isFinite(value) && Number.isInteger(value) && value >= 0;
const isText = (value: unknown, longest = 1000): value is string =>
  typeof value === "string" && value.length <= longest;
const oneOf = <Word extends string>(words: readonly Word[], value: unknown): value is Word =>
  (words as readonly unknown[]).includes(value);

function isTuning(value: unknown): value is Partial<Tuning> {
  if (!isRecord(value)) return false;
  const { mode, consensus, sensitivity, detectors, rules } = value;
  return (
    (mode === undefined || oneOf(["auto", "vote"], mode)) &&
    (consensus === undefined || (isCount(consensus) && consensus >= 1)) &&
    (sensitivity === undefined || (isFinite(sensitivity) && sensitivity >= 0 && sensitivity <= 100)) &&
    (detectors === undefined ||
      (Array.isArray(detectors) && detectors.length <= 100 && detectors.every((id) => isText(id, 100)))) &&
    (rules === undefined || isRecord(rules))
  );
}

function isVerdictChange(value: unknown): value is FeedbackChange {
  if (!isRecord(value)) return false;
  const { verdict, note, ...more } = value;
  return (
    Object.keys(more).length === 0 &&
    (verdict === undefined || verdict === null || oneOf(["expected", "real"], verdict)) &&
    (note === undefined || note === null || (isText(note, longestNote) && note.trim() !== ""))
  );
}

/** One check a message type: whatever is not listed here never reaches the host's code. */
const checks: Readonly<Record<PageMessage["type"], (message: Raw) => boolean>> = {
  ready: () => true,
  window: (m) =>
    isFinite(m.from) && isFinite(m.to) && m.from < m.to && isCount(m.buckets) && m.buckets >= 1 && m.buckets <= 20_000,
  detail: (m) => isCount(m.point),
  moment: (m) => isCount(m.place),
  analyse: (m) => oneOf(analyses, m.name),
  choose: (m) => isCount(m.index),
  rethreshold: (m) => isTuning(m.tuning),
  configure: (m) =>
    isRecord(m.changes) &&
    Object.keys(m.changes).length <= 20 &&
    Object.keys(m.changes).every((path) => isText(path, 200)),
  override: (m) =>
    isRecord(m.overrides) &&
    Object.keys(m.overrides).length <= 200 &&
    Object.keys(m.overrides).every((path) => isText(path, 200)),
  run: () => true,
  cancel: () => true,
  reveal: (m) => isCount(m.line) && m.line >= 1 && oneOf(reveals, m.how),
  revealPoint: (m) => isCount(m.point) && oneOf(reveals, m.how),
  export: (m) => oneOf(exportFormats, m.format) && isText(m.image, 50_000_000),
  verdict: (m) => isCount(m.point) && isVerdictChange(m.change),
  saveConfiguration: () => true,
  openConfiguration: () => true,
  copy: (m) => isText(m.text, 100_000),
  notebook: () => true,
  openFile: (m) => isText(m.uri, 10_000),
  sample: () => true,
  drawn: (m) => oneOf(["line", "results", "rethreshold"], m.what) && isFinite(m.milliseconds),
  fault: (m) => isText(m.message, 10_000),
};

/** The message when it is one the page may send, undefined otherwise: a page is never trusted. */
export function pageMessage(raw: unknown): PageMessage | undefined {
  if (!isRecord(raw) || typeof raw.type !== "string" || !Object.hasOwn(checks, raw.type)) return undefined;
  return checks[raw.type as PageMessage["type"]](raw) ? (raw as unknown as PageMessage) : undefined;
}
