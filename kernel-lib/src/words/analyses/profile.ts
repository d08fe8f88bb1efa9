import { shortNumber, type Block, type RecordTable } from "../../display/record-table.js";
import { seasonGroups, type SeasonGroup } from "../../assumptions.js";
import type { Alert, AlertOf, AlertFacts } from "../../profile/alerts.js";
import type { KpiProfile } from "../../profile/kpi-profile.js";
import type { Profile } from "../../profile/profile.js";
import { assumptionText } from "../assumption.js";
import { insightsOf, type InsightWithWords } from "./insights.js";
import type { Language } from "../language.js";
import { momentScale } from "../moments.js";
import { speechOf } from "../speech.js";
import { warningTexts } from "../warning.js";

/** Lines of numbers that a profile shows of itself. */
const MOST_KPIS = 20;

/** KPIs up to which all that the analyses say of each is listed; of more, what they say of the file. */
const MOST_TOLD = 3;

/** A profile with its sentences, as other programs read it. */
export type ProfileWithWords = Omit<Profile, "alerts" | "assumptions" | "time" | "insights"> & {
  readonly summary: string;
  /** The same, one sentence each. */
  readonly sentences: readonly string[];
  readonly time: Profile["time"] & { readonly text: string };
  readonly alerts: readonly string[];
  readonly insights: readonly InsightWithWords[];
  readonly assumptions: readonly string[];
};

/**
 * What a profile says, one sentence after the other: size, time, seasons, and how much deserves a look.
 *
 * @example
 * console.log(profileSummary(profile(table)).join(" "));
 */
export function profileSummary(profile: Profile, language?: Language): string[] {
  const { words, write } = speechOf(language);
  const { source, records, kpis, key, alerts } = profile;
  return [
    words.profile.size(
      { file: source.file, rows: records, kpis: new Set(kpis.map(({ kpi }) => kpi)).size, key },
      write,
    ),
    timeText(profile, language),
    words.profile.seasons({ found: seasonsFound(kpis) }, write),
    words.profile.alerts({ count: alertTexts(alerts, language).length }, write),
  ];
}

function seasonsFound(kpis: readonly KpiProfile[]): SeasonGroup[] {
  return seasonGroups(
    kpis.map(({ kpi, series, seasons }) => {
      const periods = seasons.map(({ label }) => label);
      const contained = [...new Set(seasons.flatMap((season) => season.contained))].filter(
        (label) => !periods.includes(label),
      );
      return { of: { kpi, series }, periods, contained };
    }),
  );
}

function timeText({ time }: Profile, language?: Language): string {
  const { words, write } = speechOf(language);
  const cadence = time.cadence?.label ?? null;
  const scale = momentScale([time.first, time.last], time.date !== null, cadence ?? "");
  return words.profile.time(
    {
      ...time,
      columns: time.date?.columns ?? [],
      cadence,
      regularity: time.cadence?.regularity ?? NaN,
      scale: { ...scale, year: true },
    },
    write,
  );
}

/** Something that deserves a look, in one sentence. */
export function alertText(alert: Alert, language?: Language): string {
  return told(alert, language);
}

/** All of them, what is true of several columns as one sentence. */
function alertTexts(alerts: readonly Alert[], language?: Language): string[] {
  const warnings = alerts.flatMap((alert) => (alert.kind === "warning" ? [alert.facts.warning] : []));
  const others = alerts.filter(({ kind }) => kind !== "warning");
  return [
    ...warningTexts(warnings, language).map(({ text }) => text),
    ...others.map((alert) => alertText(alert, language)),
  ];
}

function told<Kind extends keyof AlertFacts>({ kind, facts }: AlertOf<Kind>, language?: Language): string {
  const { words, write } = speechOf(language);
  return words.alerts[kind](facts, write);
}

/** A profile as tables and lists: words first, then a line of numbers for each KPI. */
export function profileBlocks(profile: Profile, language?: Language): Block[] {
  const { labels } = speechOf(language).words;
  const { alerts, assumptions, insights } = profileWithWords(profile, language);
  const told = insights.filter(({ kpi }) => kpi === "" || profile.kpis.length <= MOST_TOLD);
  const lists = [
    { title: labels.toLookAt, lines: alerts },
    { title: labels.insights, lines: told.map(({ text }) => text) },
    { title: labels.willAssume, lines: assumptions },
  ];
  return [kpiTable(profile, language), ...lists.filter(({ lines }) => lines.length > 0)];
}

/**
 * The same profile with its sentences.
 *
 * @example
 * const json = JSON.stringify(profileWithWords(profile(table)));
 */
export function profileWithWords(profile: Profile, language?: Language): ProfileWithWords {
  const sentences = profileSummary(profile, language);
  return {
    ...profile,
    summary: sentences.join(" "),
    sentences,
    time: { ...profile.time, text: timeText(profile, language) },
    alerts: alertTexts(profile.alerts, language),
    insights: insightsOf(profile, {}, language),
    assumptions: profile.assumptions.map((assumption) => assumptionText(assumption, language)),
  };
}

function kpiTable(profile: Profile, language?: Language): RecordTable {
  const { words, write } = speechOf(language);
  const { labels, phrases } = words;
  const { kpis } = profile;
  const keyed = kpis.some(({ series }) => series !== "");
  const shown = kpis.slice(0, MOST_KPIS);
  return {
    caption: profileSummary(profile, language).join(" "),
    header: [
      labels.kpi,
      ...(keyed ? [labels.series] : []),
      labels.course,
      labels.missing,
      labels.least,
      labels.median,
      labels.most,
      labels.spread,
      labels.seasons,
      labels.trend,
    ],
    rows: shown.map((kpi) => [
      kpi.kpi,
      ...(keyed ? [kpi.series] : []),
      kpi.spark,
      String(kpi.missing),
      ...[kpi.min, kpi.median, kpi.max, kpi.spread].map((value) => compact(value, write.language)),
      seasonText(kpi, labels.none, write.wholePercent),
      kpi.trend.direction === "none"
        ? labels.none
        : phrases.trendBy(
            { direction: kpi.trend.direction, change: compact(Math.abs(kpi.trend.change), write.language) },
            write,
          ),
    ]),
    numbers: keyed ? [3, 4, 5, 6, 7] : [2, 3, 4, 5, 6],
    ...(shown.length < kpis.length ? { note: phrases.firstOf({ shown: shown.length, of: kpis.length }, write) } : {}),
  };
}

function seasonText({ seasons }: KpiProfile, none: string, percent: (share: number) => string): string {
  return seasons.length === 0 ? none : seasons.map(({ label, strength }) => `${label} ${percent(strength)}`).join(", ");
}

const SCALES = [
  { least: 1e12, en: "T", de: "\u202fBio." },
  { least: 1e9, en: "B", de: "\u202fMrd." },
  { least: 1e6, en: "M", de: "\u202fMio." },
] as const;

/** Millions and more in three digits and a sign, so that a table stays narrow. */
function compact(value: number, language: Language): string {
  const scale = SCALES.find(({ least }) => Math.abs(value) >= least);
  if (!scale) return shortNumber(value, 4, language);
  return `${shortNumber(Number((value / scale.least).toPrecision(3)), 4, language)}${scale[language]}`;
}
