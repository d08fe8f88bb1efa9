import { isStepped, keyValues, kpiNames, moments, type Report, type SeriesReport, type Table } from "kpi-anomaly";
import type { KpiFacts, Results, StoredVerdict } from "../../../shared/protocol/index.js";
import { assumptionFacts } from "./assumption-facts.js";
import { fileFacts } from "./file-facts.js";
import { says } from "../library-words.js";
import { offeredRules } from "../lessons.js";
import { newsOf } from "./news.js";
import { stepOf } from "./step-of.js";
import { seriesFacts } from "./series-facts.js";
import type { ViewContext } from "./view-context.js";
import { writableConfig } from "./writable-config.js";

/** The whole report as the page sees it: numbers of one KPI, the rest in lists. */
export function describeReport(report: Report, table: Table, told: ViewContext): Results {
  const chosen = Math.min(told.chosen, report.series.length - 1);
  const step = stepOf(report);
  return {
    run: told.run,
    file: fileFacts(table),
    kpis: report.series.map((series) => kpiFacts(series, step, told.verdicts)),
    key: report.key,
    several: report.series.length > 1 || isSeveral(table, report),
    moments: countMoments(report, step, told.verdicts),
    marked: {
      real: told.verdicts.filter(({ verdict }) => verdict === "real").length,
      expected: told.verdicts.filter(({ verdict }) => verdict === "expected").length,
    },
    fixes: [...told.fixes, ...offeredRules(report.series[chosen], step, told.verdicts, told.tuning.rules)],
    chosen: seriesFacts(report, chosen, told),
    tuning: told.tuning,
    falseAlarms: says.falseAlarms(report),
    assumptions: assumptionFacts(report, table, told.verdicts),
    config: writableConfig(report),
    timings: report.timings,
  };
}

function kpiFacts(series: SeriesReport, step: number, verdicts: readonly StoredVerdict[]): KpiFacts {
  const incidents = newsOf(series, step, verdicts);
  return {
    kpi: series.kpi,
    series: series.series,
    incidents: incidents.length,
    severity: incidents.reduce((worst, incident) => Math.max(worst, incident.severity), 0),
    stepped: isStepped(series),
  };
}

/** Whether a run of this table is about more than one KPI or segment. */
function isSeveral(table: Table, { config }: Report): boolean {
  const kpis = config.columns.kpis?.length ?? Math.min(kpiNames(table).length, config.mostKpis);
  return kpis > 1 || (table.key !== null && keyValues(table).length > 1);
}

/** What a reader counts: moments that are news, each once, in however many KPIs it is. */
function countMoments({ series }: Report, step: number, verdicts: readonly StoredVerdict[]): number {
  if (series.length === 1) return newsOf(series[0], step, verdicts).length;
  return moments(series.map((one) => ({ ...one, incidents: newsOf(one, step, verdicts) }))).length;
}
