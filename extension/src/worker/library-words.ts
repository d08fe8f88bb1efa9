import {
  assumptionText,
  cadenceText,
  contributionsText,
  errorText,
  falseAlarmText,
  featureReasons,
  languageOf,
  longRunText,
  nameText,
  periodText,
  progressText,
  promisedFalseAlarms,
  reasonOf,
  toldKind,
  skipText,
  warningTexts,
  whyText,
  type Contributions,
  type Incident,
  type InputErrorJson,
  type Language,
  type LongRun,
  type ProgressStep,
  type Report,
  type SeriesReport,
  type WhyAt,
} from "kpi-anomaly";
import { displayLanguage } from "../../shared/translate.js";

/** The language in which the library speaks: VS Code's, where it knows that one. */
export const libraryLanguage = (): Language => languageOf(displayLanguage());

/** What the library says, in VS Code's language. */
export const says = {
  reason: (incident: Incident, series: SeriesReport): string => reasonOf(incident, series, libraryLanguage()),
  features: (incident: Incident, series: SeriesReport): string =>
    featureReasons(incident, series, libraryLanguage()).join(" "),
  kind: (incident: Incident): string => toldKind(incident) ?? "",
  drivers: (found: Contributions): string => contributionsText(found, libraryLanguage()),
  assumption: (assumption: Report["assumptions"][number]): string => assumptionText(assumption, libraryLanguage()),
  warnings: (report: Report): ReturnType<typeof warningTexts> => warningTexts(report.warnings, libraryLanguage()),
  skipped: (reason: NonNullable<SeriesReport["detections"][number]["skipped"]>): string =>
    skipText(reason, libraryLanguage()),
  error: (error: InputErrorJson): { readonly message: string; readonly hint: string } =>
    errorText(error, libraryLanguage()),
  cadence: (label: string): string => cadenceText(label, libraryLanguage()),
  period: (label: string): string => periodText(label, libraryLanguage()),
  /** A title or summary of a detector or a plot. */
  name: (english: string): string => nameText(english, libraryLanguage()),
  progress: (step: ProgressStep): string => progressText(step, libraryLanguage()),
  longRun: (long: LongRun): string => longRunText(long, libraryLanguage(), null),
  falseAlarms: (report: Report): { readonly short: string; readonly told: string } | null => {
    const facts = promisedFalseAlarms(report);
    return (
      facts && {
        short: falseAlarmText(facts, libraryLanguage()),
        told: assumptionText({ id: "falseAlarms", facts }, libraryLanguage()),
      }
    );
  },
  why: (answer: WhyAt): string => whyText(answer, libraryLanguage()),
};
