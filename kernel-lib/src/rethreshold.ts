import { decisionOptions } from "./analyse-series.js";
import { redecided } from "./assumptions.js";
import type { Config, ResolvedConfig, RuleConfig } from "./config/config.js";
import type { DecisionOption } from "./config/config.generated.js";
import { configSchema, type JsonSchema } from "./config/schema.js";
import { validateConfig } from "./config/validate-config.js";
import { decideMany } from "./decide/across-series/decide-many.js";
import { noRules } from "./decide/incident/kpi-rules.js";
import { InputError } from "./errors.js";
import type { Incident, Report, SeriesReport } from "./report.js";

/** What can be changed about a finished report without fitting anything again. */
export interface ThresholdChange extends Pick<Config, Exclude<DecisionOption, "votes"> | "contamination"> {
  /** Detectors that must agree; without a mode beside it, it asks for `vote`. */
  readonly consensus?: number;
  /** False alarms to be expected, as `1 per month`, instead of a sensitivity; null: by the sensitivity again. */
  readonly falseAlarms?: string | null;
  /** Ids of the detectors that may vote; the others keep their scores. */
  readonly detectors?: readonly string[];
}

/** Decides again from the stored scores. `door.ts` tells the rest. */
export function rethreshold(report: Report, changes: ThresholdChange): Report {
  const { detectors, rules, ...options } = changes;
  const vote = changes.mode === undefined && changes.consensus !== undefined ? { mode: "vote" as const } : {};
  const bySensitivity =
    changes.sensitivity !== undefined && changes.falseAlarms === undefined ? { falseAlarms: null } : {};
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const [problem] = validateConfig(rules ? { ...given, rules } : given, schemaOfChanges());
  if (problem) throw new InputError("config", { fault: problem.fault });
  const config: ResolvedConfig = {
    ...report.config,
    ...vote,
    ...bySensitivity,
    ...given,
    rules: rules ? withDefaults(rules) : report.config.rules,
  };
  const series = decideMany(
    report.series.map((one) => withVoters(one, detectors)),
    (kpi) => decisionOptions(config, kpi),
  ).map((decided, index) => withRelations(decided, report.series[index].incidents));
  return { ...report, config, series, assumptions: redecided(report.assumptions, config, series) };
}

/** Made once: a slider asks again and again. */
let schema: JsonSchema | undefined;

function schemaOfChanges(): JsonSchema {
  return (schema ??= configSchema());
}

function withVoters(series: SeriesReport, voters: readonly string[] | undefined): SeriesReport {
  return voters
    ? {
        ...series,
        detections: series.detections.map((detection) => ({
          ...detection,
          votes: voters.includes(detection.detector),
        })),
      }
    : series;
}

/** Which KPIs an incident comes from hangs on its peak, and was told by the run over all of them: nothing that is decided again. */
function withRelations(series: SeriesReport, before: readonly Incident[]): SeriesReport {
  const told = before.filter(({ explanation }) => explanation?.relation);
  if (told.length === 0) return series;
  const relations = new Map(told.map(({ peak, explanation }) => [peak, explanation?.relation]));
  const incidents = series.incidents.map((incident) => {
    const relation = relations.get(incident.peak);
    return relation && incident.explanation
      ? { ...incident, explanation: { ...incident.explanation, relation } }
      : incident;
  });
  return { ...series, incidents };
}

function withDefaults(rules: Readonly<Record<string, RuleConfig>>): ResolvedConfig["rules"] {
  return Object.fromEntries(Object.entries(rules).map(([kpi, rule]) => [kpi, { ...noRules, ...rule }]));
}
