import type { Inspection } from "../io/inspect.js";
import type { Assumption, Detection, Incident, Report, SeriesReport } from "../report.js";
import type { SkipReason } from "../skip-reason.js";
import type { Table, Warning } from "../table.js";
import { assumptionText, skipText } from "./assumption.js";
import { reasonOf } from "./incident.js";
import type { Language } from "./language.js";
import { warningText } from "./warning.js";

/** A warning with its sentence, as files and other programs read it. */
export type WarningWithWords = Warning & { readonly message: string };

/** An assumption with its sentence. */
export type AssumptionWithWords = Assumption & { readonly text: string };

/** An incident with its sentence. */
export type IncidentWithWords = Incident & { readonly reason: string };

/** What a detector said, with why it did not run as a sentence and as facts. */
export type DetectionWithWords = Omit<Detection, "skipped"> & {
  readonly skipped: string | null;
  readonly skipReason?: SkipReason;
};

/** Warnings with their sentences. */
export function warningsWithWords(warnings: readonly Warning[], language?: Language): WarningWithWords[] {
  return warnings.map((warning) => ({ message: warningText(warning, language), ...warning }));
}

/** Assumptions with their sentences. */
export function assumptionsWithWords(assumptions: readonly Assumption[], language?: Language): AssumptionWithWords[] {
  return assumptions.map((assumption) => ({ text: assumptionText(assumption, language), ...assumption }));
}

/** How a file was understood, with the sentences of its warnings. */
export type InspectionWithWords = Omit<Inspection, "warnings" | "assumed"> & {
  readonly warnings: readonly WarningWithWords[];
  readonly assumed?: readonly WarningWithWords[];
};

/**
 * How a file was understood, with the sentences of its warnings.
 *
 * @example
 * const json = JSON.stringify(inspectionWithWords(inspect(table)));
 */
export function inspectionWithWords(inspection: Inspection, language?: Language): InspectionWithWords {
  const { assumed, warnings, ...plain } = inspection;
  return {
    ...plain,
    warnings: warningsWithWords(warnings, language),
    ...(assumed ? { assumed: warningsWithWords(assumed, language) } : {}),
  };
}

/** A table with the sentences of its warnings. */
export function tableWithWords(table: Table, language?: Language): object {
  return { ...table, warnings: warningsWithWords(table.warnings, language) };
}

/** A report with its sentences, for files that other programs read. */
export function reportWithWords(report: Report, language?: Language): object {
  return {
    ...report,
    assumptions: assumptionsWithWords(report.assumptions, language),
    warnings: warningsWithWords(report.warnings, language),
    series: report.series.map((series) => ({
      ...series,
      detections: series.detections.map((detection) => detectionWithWords(detection, language)),
      incidents: incidentsWithWords(series, language),
    })),
  };
}

function incidentsWithWords(series: SeriesReport, language?: Language): IncidentWithWords[] {
  return series.incidents.map((incident) => ({ ...incident, reason: reasonOf(incident, series, language) }));
}

function detectionWithWords(detection: Detection, language?: Language): DetectionWithWords {
  const { skipped } = detection;
  return skipped === null
    ? { ...detection, skipped }
    : { ...detection, skipped: skipText(skipped, language), skipReason: skipped };
}

/** The inverse for one value by its key: lists of warnings, assumptions, incidents and detections without their sentences. */
export function withoutWords(key: string, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const list = value as Record<string, unknown>[];
  if (key === "warnings") return list.map(({ message: _, ...warning }) => warning);
  if (key === "assumptions") return list.map(({ text: _, ...assumption }) => assumption);
  if (key === "incidents") return list.map(({ reason: _, ...incident }) => incident);
  if (key === "detections")
    return list.map(({ skipReason, ...detection }) =>
      skipReason === undefined ? detection : { ...detection, skipped: skipReason },
    );
  return value;
}
