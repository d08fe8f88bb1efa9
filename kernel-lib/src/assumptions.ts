import { wholePercent } from "./display/whole-percent.js";
import type { ResolvedConfig } from "./config/config.js";
import type { MissingEngine } from "./numeric/wasm/missing-engine.js";
import { acceptedWords, refusedLabels } from "./season/period-words.js";
import type { Assumption, SeriesReport } from "./report.js";
import { kpiNames, type Table } from "./table.js";

/** Everything a run took for granted, in words, so that the user can correct it. */
// eslint-disable-next-line max-lines-per-function -- one idea; to be taken apart
export function assumptions(
  table: Table,
  config: ResolvedConfig,
  series: readonly SeriesReport[],
  missingEngine: MissingEngine | null = null,
): Assumption[] {
  const { time, cadence, key, aggregated, segments } = table;
  const unjudged = Math.max(0, ...series.map((one) => one.notJudged));
  return [
    {
      id: "date",
      text: time
        ? `The date is ${time.columns.join(" + ")}, read as ${time.format}.`
        : "There is no date column; the record number stands in for time.",
      option: "columns.date",
    },
    { id: "kpis", text: `The KPIs are ${listed([...new Set(series.map((one) => one.kpi))])}.`, option: "columns.kpis" },
    ...tooMany(table, config),
    ...(aggregated
      ? [
          {
            id: "aggregate",
            text: config.aggregate.by
              ? `Records are put together by ${config.aggregate.by}.`
              : "Records of the same time are put together.",
            option: "aggregate.by",
          },
        ]
      : []),
    ...(segments
      ? [
          {
            id: "segments",
            text: `Each value of ${segments.keys.join(" and ")} is a segment, "${segments.total}" is the whole.`,
            option: "columns.segments",
          },
        ]
      : key === null
        ? []
        : [{ id: "key", text: `Each value of ${key} is a series of its own.`, option: "columns.key" }]),
    ...(cadence === null
      ? []
      : [
          {
            id: "cadence",
            text: `The cadence is ${cadence.label}; ${wholePercent(cadence.regularity)} of the steps are exactly that.`,
          },
        ]),
    ...seasons(series, config),
    config.mode === "auto"
      ? { id: "mode", text: `The combined score decides, at sensitivity ${config.sensitivity}.`, option: "sensitivity" }
      : {
          id: "mode",
          text: `A row is an anomaly when ${config.consensus} ${config.consensus === 1 ? "detector says so" : "detectors agree"}.`,
          option: "consensus",
        },
    ...(config.events.length > 0
      ? [
          {
            id: "events",
            text: `${config.events.length} known events are expected, never an anomaly.`,
            option: "events",
          },
        ]
      : []),
    ...(config.baseline === "past"
      ? [{ id: "baseline", text: "What is expected is taken from earlier rows only.", option: "baseline" }]
      : []),
    ...(unjudged === 0
      ? []
      : [
          { id: "notJudged", text: `${unjudged} rows are not judged: warm-up of lags and windows, or missing values.` },
        ]),
    ...skipped(series),
    ...(missingEngine
      ? [
          {
            id: "engine",
            text: `${MISSING_ENGINE[missingEngine]}, so the slower way of computing was taken; the results are the same.`,
          },
        ]
      : []),
    { id: "seed", text: `The seed is ${config.seed}.`, option: "seed" },
  ];
}

const MISSING_ENGINE: Readonly<Record<MissingEngine, string>> = {
  webAssembly: "There is no WebAssembly here",
  features: "WebAssembly has no SIMD or no shared memory here",
  permission: "WebAssembly is not allowed here",
  memory: "There was not enough memory for WebAssembly",
};

/** The seasons of all KPIs in one sentence: KPIs that have the same ones are told together. */
function seasons(series: readonly SeriesReport[], { season: byHand }: ResolvedConfig): Assumption[] {
  const judged = series.filter(({ pattern }) => pattern && (byHand !== null || pattern.periods.length > 0));
  if (judged.length === 0) return [];
  const byAnswer = new Map<string, string[]>();
  for (const one of judged) {
    const labels = acceptedWords(one.pattern!.periods).join(", ");
    byAnswer.set(labels, [...(byAnswer.get(labels) ?? []), seriesName(one)]);
  }
  const told = [...byAnswer]
    .sort(([a], [b]) => Number(a === "") - Number(b === ""))
    .map(([labels, names]) => `${labels === "" ? "none" : labels}${byAnswer.size > 1 ? ` in ${listed(names)}` : ""}`);
  const onlyNone = byAnswer.size === 1 && byAnswer.has("");
  const periods = judged.flatMap((one) => one.pattern!.periods);
  const shown = new Set(periods.filter(({ accepted, contained }) => accepted || contained).map(({ label }) => label));
  const refused = [...new Set(refusedLabels(periods))].filter((label) => !shown.has(label));
  const text = byHand
    ? `The season is set by hand: ${byHand.join(", ") || "none"}; in use: ${told.join("; ")}.`
    : `${onlyNone ? "There is no season" : `The seasons are ${told.join("; ")}`}${refused.length > 0 ? `; looked for and not found: ${refused.join(", ")}` : ""}.`;
  return [{ id: "seasons", text, option: "season" }];
}

function seriesName({ kpi, series }: SeriesReport): string {
  return series === "" ? kpi : `${kpi} of ${series}`;
}

function tooMany(table: Table, { columns, mostKpis }: ResolvedConfig): Assumption[] {
  const there = kpiNames(table).length;
  return columns.kpis === null && there > mostKpis
    ? [{ id: "mostKpis", text: `The file has ${there} KPIs; the first ${mostKpis} are analysed.`, option: "mostKpis" }]
    : [];
}

/** Which detectors did not run and why; on which series, where others were judged. Those with the same reason on the same series are told together. */
function skipped(series: readonly SeriesReport[]): Assumption[] {
  const told = new Map<string, { why: string; title: string; on: string[] }>();
  for (const one of series) {
    for (const { title, skipped: why } of one.detections) {
      if (why === null) continue;
      const known = told.get(`${title} ${why}`) ?? { why, title, on: [] };
      known.on.push(seriesName(one));
      told.set(`${title} ${why}`, known);
    }
  }
  const together = new Map<string, { why: string; titles: string[]; on: string[] }>();
  for (const { why, title, on } of told.values()) {
    const same = JSON.stringify([why, on]);
    const known = together.get(same) ?? { why, titles: [], on };
    known.titles.push(title);
    together.set(same, known);
  }
  return [...together.values()].map(({ why, titles, on }) => ({
    id: "skipped",
    text: `${listed(titles)} did not run${on.length < series.length ? ` on ${listed(on)}` : ""}: ${why}`,
  }));
}

const MOST_NAMES = 10;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(", ");
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}
