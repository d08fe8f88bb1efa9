import type { Findings } from "../api.js";
import { t } from "../../shared/translate.js";
import { digitsFor, foundText, number } from "../../shared/words.js";

/** What the workspace home knows of a file that was analysed. Kept as JSON. */
export interface FileSummary {
  /** The last values of its first KPI, as block characters. */
  readonly spark: string;
  readonly kpi: string;
  readonly last: string;
  readonly found: string;
  /** Each incident by KPI, series and beginning: ranks change, these do not. */
  readonly incidents: readonly string[];
}

const blocks = "▁▂▃▄▅▆▇█";
/** Values that a line in the side bar has room for. */
const mostBlocks = 8;

/** What is kept of an analysis. */
export function summaryOf({ results, incidents }: Findings): FileSummary {
  const { chosen } = results;
  const values = [...chosen.whole.value].filter((value) => Number.isFinite(value));
  const last = values.at(-1) ?? NaN;
  return {
    spark: sparkText(values),
    kpi: chosen.kpi,
    last: Number.isFinite(last) ? number(last, digitsFor(chosen.decimals, last)) : "",
    found: foundText(results),
    incidents: incidents
      .filter(({ hushed }) => !hushed)
      .map(({ kpi, series, startTime }) => JSON.stringify([kpi, series, startTime])),
  };
}

/** A course as block characters, its latest part last; each stands for the mean of as many values. */
export function sparkText(values: readonly number[]): string {
  const count = Math.min(mostBlocks, values.length);
  const means = Array.from({ length: count }, (_, place) => {
    const part = values.slice(
      Math.floor((place * values.length) / count),
      Math.floor(((place + 1) * values.length) / count),
    );
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
  const [low, high] = [Math.min(...means), Math.max(...means)];
  const level = (value: number): number => (high > low ? Math.round(((value - low) / (high - low)) * 7) : 3);
  return means.map((mean) => blocks[level(mean)]).join("");
}

/** Incidents that were not there when somebody last looked; none before the first look. */
export function newSince(summary: FileSummary, seen: readonly string[] | undefined): number {
  return seen === undefined ? 0 : summary.incidents.filter((incident) => !seen.includes(incident)).length;
}

/** `1 new since yesterday · ▂▃▅ 1,234 · 2 incidents`: a narrow side bar cuts off the end, so what is new stands first. */
export function summaryText(summary: FileSummary, fresh: number, since: string): string {
  const news = fresh > 0 ? [t({ en: "{0} new since {1}", de: "{0} neu seit {1}" }, number(fresh), since)] : [];
  return [...news, `${summary.spark} ${summary.last}`.trim(), summary.found].join(" \u00b7 ");
}

/** `today, 14:05`, `yesterday`, else the date. */
export function sinceText(then: number, now: number, language: string): string {
  const dayOf = (time: number): number => new Date(time).setHours(0, 0, 0, 0);
  const days = Math.round((dayOf(now) - dayOf(then)) / 86_400_000);
  if (days === 0) return new Date(then).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
  if (days === 1) return t({ en: "yesterday", de: "gestern" });
  return new Date(then).toLocaleDateString(language, { day: "numeric", month: "short", year: "numeric" });
}
