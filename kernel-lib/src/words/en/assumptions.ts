import { periodPerAlarm } from "../analyses/period-per-alarm.js";
import type { AssumptionFacts, KpiName } from "../../assumption.js";
import type { AssumptionSentences } from "../catalogue.js";
import { rowsOf } from "../cycles.js";
import type { Writer } from "../writer.js";
import { skips } from "./skips.js";
import { warnings } from "./warnings.js";

/** What a run takes for granted. */
export const assumptions: AssumptionSentences = {
  date: ({ columns, format }) =>
    columns.length === 0 ? "No date: the row number stands in for time." : `Date: ${columns.join(" + ")} (${format}).`,
  kpis: ({ names }, write) => `${names.length === 1 ? "KPI" : "KPIs"}: ${commas(names, write)}.`,
  mostKpis: ({ there, analysed }, write) =>
    `The file has ${write.count(there)} KPIs; the first ${write.count(analysed)} are analysed.`,
  aggregate: ({ by }) => (by === null ? "Rows of the same time are put together." : `Rows are put together by ${by}.`),
  segments: ({ keys, total }, write) =>
    `Each value of ${write.list(keys)} is a segment, ${write.quoted(total)} is the whole.`,
  key: ({ key }) => `Each value of ${key} is a series of its own.`,
  cadence: ({ label, regularity }, write) => {
    const rate = write.rate(label);
    if (rate === null) return "Values come at irregular intervals.";
    if (regularity === 1) return `One value ${rate}, without exception.`;
    return `One value ${rate}, with exceptions (${write.wholePercent(regularity)} of the steps are exactly that).`;
  },
  seasons: (facts, write) => seasons(facts, write),
  mode: ({ mode, sensitivity, consensus }) =>
    mode === "auto"
      ? `All detectors decide together, at sensitivity ${sensitivity} of 100.`
      : `A point is an anomaly when ${consensus === 1 ? "one detector says so" : `${consensus} detectors agree`}.`,
  falseAlarms: ({ expected, days, kpis }, write) => {
    const where = kpis > 1 ? "In each KPI in which nothing happens" : "In a KPI in which nothing happens";
    const [length, unit] = periodPerAlarm(days / expected);
    if (days > 0 && expected < days)
      return `${where}, about one false alarm in ${write.counted(length, unit, `${unit}s`)} is to be expected at this setting.`;
    return `${where}, about ${write.number(expected)} false alarms are to be expected in so many rows at this setting.`;
  },
  withoutVotes: ({ detectors }, write) =>
    `${write.list(detectors)} did not run: ${detectors.length === 1 ? "it has" : "they have"} no say in this mode.`,
  events: ({ events }, write) =>
    `${write.counted(events, "known event is", "known events are")} expected, never an anomaly.`,
  holidays: ({ place, known }) =>
    known
      ? `The public holidays of ${place} are expected, never an anomaly.`
      : `Dates that return are named after the holidays of ${place}.`,
  baseline: () => "What is expected is taken from earlier values only.",
  notJudged: ({ points }, write) =>
    `${write.counted(points, "point is", "points are")} not judged: values that are missing, or the start of the series, where there is no past to compare with.`,
  skipped: ({ detectors, reason, on }, write) => {
    const where = on.length > 0 ? ` on ${commas(on.map(write.series), write)}` : "";
    const told = skips[reason.code] as (facts: unknown, write: Writer) => string;
    return `${commas(detectors, write)} did not run${where}: ${told(reason.facts, write)}`;
  },
  reading: ({ said }, write) => (warnings[said.code] as (facts: unknown, write: Writer) => string)(said.facts, write),
  engine: ({ missing }) =>
    `${MISSING_ENGINE[missing]}, so the slower way of computing was taken; the results are the same.`,
  verdicts: ({ stretches }, write) =>
    `${write.counted(stretches, "stretch is", "stretches are")} marked as expected and left out.`,
  seed: ({ seed }) => `Random numbers start from seed ${seed}.`,
};

const MISSING_ENGINE = {
  webAssembly: "There is no WebAssembly here",
  features: "WebAssembly has no SIMD or no shared memory here",
  permission: "WebAssembly is not allowed here",
  memory: "There was not enough memory for WebAssembly",
} as const;

function commas(names: readonly string[], write: Writer): string {
  return names.length > 10 ? write.list(names) : names.join(", ");
}

/** Names of periods after "every". */
function period(label: string, write: Writer): string {
  const rows = rowsOf(label);
  return rows === null ? label : `${write.count(rows)} rows`;
}

function seasons({ byHand, found, refused }: AssumptionFacts["seasons"], write: Writer): string {
  const every = (labels: readonly string[]): string =>
    write.list(labels.map((label) => `every ${period(label, write)}`));
  const several = found.length > 1;
  const of = (names: readonly KpiName[]): string => (several ? ` in ${write.list(names.map(write.series))}` : "");
  const within = (labels: readonly string[]): string =>
    labels.length > 0 ? ` (which includes the ${write.list(labels.map((label) => period(label, write)))})` : "";
  const told = found.map(({ periods, contained, of: names }) =>
    periods.length === 0
      ? `no repeating pattern${of(names)}`
      : `${several ? "repeats " : ""}${every(periods)}${within(contained)}${of(names)}`,
  );
  if (byHand !== null)
    return `The season is set by hand: ${byHand.length === 0 ? "none" : write.list(byHand.map((label) => every([label])))}${byHand.length === 0 ? "" : `; in use: ${told.join("; ")}`}.`;
  const none =
    refused.length > 0
      ? `; no pattern found ${write.list(refused.map((label) => `by the ${period(label, write)}`))}`
      : "";
  if (several) return `${capital(told.join("; "))}${none}.`;
  if (found[0].periods.length > 0) return `Repeats ${told[0]}${none}.`;
  return `No repeating pattern${refused.length > 0 ? `: looked for ${every(refused)}` : ""}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
