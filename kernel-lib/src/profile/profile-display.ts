import { wholePercent } from "../display/whole-percent.js";
import { recordTableHtml, recordTableText, shortNumber, type RecordTable } from "../display/record-table.js";
import { escapeMarkup } from "../display/scene-svg.js";
import type { MimeBundle } from "../display/with-display.js";
import type { KpiProfile } from "./kpi-profile.js";
import type { Profile } from "./profile.js";

/** A profile in a notebook or a terminal: words first, then a line of numbers for each KPI. */
export function profileDisplay(profile: Profile): MimeBundle {
  const table = kpiTable(profile);
  const lists = [
    { title: "To look at", lines: profile.alerts },
    { title: "Detection will assume", lines: profile.assumptions },
  ].filter(({ lines }) => lines.length > 0);
  const html = lists
    .map(
      ({ title, lines }) =>
        `<p><b>${title}</b></p><ul>${lines.map((line) => `<li>${escapeMarkup(line)}</li>`).join("")}</ul>`,
    )
    .join("");
  const text = lists.map(({ title, lines }) => `${title}:\n${lines.map((line) => `- ${line}`).join("\n")}`);
  return { "text/html": recordTableHtml(table) + html, "text/plain": [recordTableText(table), ...text].join("\n\n") };
}

/** Millions and more in three digits and a letter, so that a table stays narrow. */
const compact: Intl.NumberFormat = new Intl.NumberFormat("en-US", { notation: "compact", maximumSignificantDigits: 3 });

function kpiTable({ summary, kpis }: Profile): RecordTable {
  const keyed = kpis.some(({ series }) => series !== "");
  const shown = kpis.slice(0, 20);
  return {
    caption: summary,
    header: [
      "KPI",
      ...(keyed ? ["series"] : []),
      "course",
      "missing",
      "min",
      "median",
      "max",
      "spread",
      "seasons",
      "trend",
    ],
    rows: shown.map((kpi) => [
      kpi.kpi,
      ...(keyed ? [kpi.series] : []),
      kpi.spark,
      String(kpi.missing),
      ...[kpi.min, kpi.median, kpi.max, kpi.spread].map((value) =>
        Math.abs(value) >= 1e6 ? compact.format(value) : shortNumber(value),
      ),
      seasonText(kpi),
      trendText(kpi),
    ]),
    numbers: keyed ? [3, 4, 5, 6, 7] : [2, 3, 4, 5, 6],
    ...(shown.length < kpis.length ? { note: `The first ${shown.length} of ${kpis.length} series.` } : {}),
  };
}

function seasonText({ seasons }: KpiProfile): string {
  return seasons.length === 0
    ? "none"
    : seasons.map(({ label, strength }) => `${label} ${wholePercent(strength)}`).join(", ");
}

function trendText({ trend }: KpiProfile): string {
  return trend.direction === "none" ? "none" : `${trend.direction} by ${compact.format(Math.abs(trend.change))}`;
}
