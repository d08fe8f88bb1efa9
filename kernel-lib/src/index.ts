/** The public door of `kpi-anomaly`. Named re-exports under headings, nothing else. */

// Errors
export {
  InputError,
  type InputErrorCode,
  type InputErrorJson,
  type InputProblem,
  type InputProblemFacts,
  type InputProblemKind,
} from "./errors.js";
export type { ConfigFault, YamlFault } from "./config-fault.js";
export type { EventPlace, FilePart, JsonFault, OtherFile } from "./input-problems.js";
export { configFaultText, errorText } from "./words/error.js";

// Reading
export { readTable } from "./door.js";
export type { ReadOptions } from "./io/read-table.js";
export { readRecords, type RawRecords } from "./io/text/records.js";
export { inspect, type Inspection } from "./io/inspect.js";
export { keyValues, seriesOf } from "./io/series.js";
export {
  cellText,
  columnNamed,
  kpiNames,
  type Cadence,
  type Column,
  type ColumnRole,
  type NumberColumn,
  type Segmentation,
  type Series,
  type Source,
  type Table,
  type TextColumn,
  type TimeColumn,
  type Warning,
  type WarningCode,
  type WarningFacts,
} from "./table.js";

// Detecting
export { detect, rethreshold } from "./door.js";
export { addVotes } from "./evaluate/add-votes.js";
export { countSeries } from "./detect.js";
export type { DetectHooks, Part, SeriesRunner } from "./detect.js";
export { createFitCache, type FitCache, type SeriesFits } from "./fit-cache.js";
export type { Progress, ProgressFacts, ProgressKind, ProgressStep, ProgressStepOf } from "./progress.js";
export { longRun, type LongRun } from "./evaluate/long-run.js";
export { analyseSeries, type SeriesAnalysis, type SeriesHooks, type SeriesTask } from "./analyse-series.js";
export type { ThresholdChange } from "./rethreshold.js";
export type { AssumptionFacts, AssumptionId, AssumptionOf, KpiName } from "./assumption.js";
export type { SkipCode, SkipFacts, SkipReason, SkipReasonOf } from "./skip-reason.js";
export type {
  Assumption,
  Detection,
  Explanation,
  FeatureAttribution,
  FeatureShare,
  Incident,
  IncidentKind,
  MissingStretch,
  NormalChange,
  NormalFacts,
  NormalFinding,
  Pattern,
  ScoreTops,
  Report,
  SeriesReport,
  Stillness,
} from "./report.js";

// What is normal
export type {
  Baseline,
  DateEffect,
  DateKey,
  ExpectedRanges,
  Finding,
  FindingKind,
  LevelChange,
  Season as SeasonOfBaseline,
  SeriesKind,
  Standout,
  TransformName,
  Undated,
} from "./baseline/types.js";

// Configuration
export type {
  AggregateConfig,
  Aggregation,
  ColumnsConfig,
  Config,
  EntryConfig,
  EventConfig,
  Filled,
  Mode,
  NamedPeriod,
  Period,
  ReadConfig,
  ResolvedConfig,
  ResolvedEntry,
  RuleConfig,
  SeasonChoice,
  SegmentsConfig,
} from "./config/config.js";
export type { Configuration } from "./config/config.generated.js";
export { defaultYaml } from "./config/default-yaml.js";
export { configFileProblems, parseConfig, type ConfigFileProblem } from "./config/parse-config.js";
export { commandLineOptions, settingOptions, type OfferedOption } from "./config/offered-options.js";
export { type CommandLineOption, type OptionNode } from "./config/options/option.js";
export { readOptions } from "./config/reading-options.js";
export { open, read } from "./door.js";
export type { FileReading } from "./io/read-file.js";
export { resolveConfig } from "./config/resolve-config.js";
export { noRules, type KpiRules, type SilencingRule } from "./decide/incident/kpi-rules.js";
export { configSchema, type JsonSchema } from "./config/schema.js";

// Detectors and features: the registers, and what it takes to make one's own
export { detectors } from "./detectors/index.js";
export {
  defineDetector,
  type Companion,
  type Detector,
  type FitContext,
  type Sample,
  type SampleSize,
  type Attribution,
  type Scorer,
  type ScoreWeight,
  type Skipped,
  type Threshold,
} from "./detectors/detector.js";
export type { Rhythm, Season } from "./season/season.js";
export { levelsOfChange, type ExpectedSeries } from "./season/facts/normal-facts.js";
export type { CycleBaseline } from "./season/cycle-baseline.js";
export type { RegularGrid } from "./season/even-grid.js";
export type { TooFewToJudge } from "./season/too-few-to-judge.js";
export type { TestedPeriod } from "./season/candidate-periods.js";
export { features } from "./features/index.js";
export {
  defineFeature,
  type CalendarRecipe,
  type ChangeRecipe,
  type Feature,
  type FeatureColumn,
  type FeatureMatrix,
  type LagRecipe,
  type Recipe,
  type RollingRecipe,
} from "./features/feature.js";
export { featureMatrix, type FeatureChoice } from "./features/matrix/feature-matrix.js";
export { paramValues, type Param, type ParamSchema, type ParamValues } from "./config/params.js";
export type { Compute } from "./numeric/compute.js";
export type { Checkpoint } from "./numeric/checkpoint.js";
export type { MissingEngine } from "./numeric/wasm/missing-engine.js";
export type { RowSource } from "./numeric/row-source.js";
export type { Workspace } from "./numeric/wasm/workspace.js";
export { createRandom, type Random } from "./numeric/random.js";

// Figures
export * as plots from "./plots/index.js";
export { axisTitle, definePlot, type Plot, type PlotInput, type PlotOptions } from "./plots/plot.js";
export type {
  Annotation,
  Axis,
  AxisColors,
  BarTrace,
  Coordinate,
  Figure,
  HeatmapTrace,
  Layout,
  Marker,
  ScatterTrace,
  Shape,
  Template,
  Trace,
} from "./display/figure.js";
export { figureToPng, figureToSvg, makeFigure, type FigureOptions } from "./display/make-figure.js";
export { listing, type Listing } from "./display/listing.js";
export { palette, templates, type Theme } from "./display/palette.js";
export { withDisplay, type MimeBundle } from "./display/with-display.js";
export { displayOf, show } from "./words/display.js";

// Judging a result
export { backtest, compare, contributions, inject, stability, suggest, sweep, whyAt } from "./door.js";
export type { CompareOptions, ComparedDetector, Comparison, PairMatrix } from "./evaluate/comparison/compare.js";
export { labelMetrics, type LabelMetrics } from "./evaluate/label-metrics.js";
export type { AgreementVerdict, FlaggedBy } from "./evaluate/comparison/agreement.js";
export type { Stability, StabilityOptions } from "./evaluate/stability/stability.js";
export { refitKinds, type RefitInput, type RefitKind, type RefitKindId } from "./evaluate/stability/refit-kinds.js";
export type {
  AnomalyConfidence,
  DetectorStability,
  Grade,
  SeriesStability,
} from "./evaluate/stability/series-stability.js";
export { sampleOf } from "./evaluate/sample-of.js";
export { profile } from "./door.js";
export { holidaysOf, type Holiday } from "./events/holidays.js";
export type { Profile } from "./profile/profile.js";
export type { Alert, AlertFacts, AlertOf } from "./profile/alerts.js";
export type { CalendarBox, CalendarGroups, CalendarPart } from "./profile/analyses/calendar-groups.js";
export type { Insight, InsightFacts, InsightOf } from "./profile/analyses/insights.js";
export type { ChangeOfLevel } from "./profile/analyses/level-changes.js";
export type { NoiseByCalendar } from "./profile/analyses/noise-by-calendar.js";
export type { MissingPattern } from "./profile/analyses/missing-pattern.js";
export type { Kpss, Stationarity } from "./profile/analyses/stationarity.js";
export type { DickeyFuller } from "./profile/analyses/unit-root.js";
export type { YearOverlay } from "./profile/analyses/year-overlay.js";
export type { StandsOut } from "./profile/stands-out.js";
export type { KpiProfile } from "./profile/kpi-profile.js";
export type { Correlation } from "./profile/correlations.js";
export type { Course } from "./profile/course.js";
export type { FlatRun } from "./profile/flat-runs.js";
export type { Histogram } from "./profile/histogram.js";
export type { LevelShift } from "./profile/level-shifts.js";
export type { SeasonFound } from "./profile/season-found.js";
export type { Gap, TimeProfile } from "./profile/time-profile.js";
export type { Trend } from "./profile/trend.js";
export type { VoteSet } from "./evaluate/comparison/vote-sets.js";
export type { Backtest, BacktestOptions } from "./evaluate/backtest/backtest.js";
export type { KnownWhen, LiveAlarm, SeriesBacktest } from "./evaluate/backtest/series-backtest.js";
export type { Injection, InjectOptions, Recall } from "./evaluate/injection/inject.js";
export type { PlantedEvent } from "./evaluate/injection/plant-events.js";
export {
  injectionKinds,
  type InjectionKind,
  type InjectionKindId,
  type Planting,
} from "./evaluate/injection/injection-kinds.js";
export type { Sweep, SweepOptions } from "./evaluate/sweep/sweep.js";
export type { SweepPoint } from "./evaluate/sweep/sweep-point.js";
export type { DetectorSuggestion, SuggestEvidence, Suggestion, SuggestReason } from "./evaluate/suggest.js";
export { fixes, type Fix, type FixFacts, type FixKind, type FixOf } from "./evaluate/fixes.js";
export type { ReturningDate } from "./evaluate/returning-dates.js";
export type { AutoOptions } from "./decide/incident/auto-decision.js";
export { parseFeedback, feedbackText, withFeedback, type Feedback } from "./decide/incident/feedback.js";
export { whyNotFlagged, type AskedSeries, type WhyNot, type WhyNotReason } from "./decide/incident/why-not.js";
export { neededSensitivity, type Place, type WhyAt, type WhyReason } from "./evaluate/why-at.js";
export {
  areaUnderPrecisionRecall,
  areaUnderRoc,
  eventMetrics,
  labelRuns,
  rowMetrics,
  volumeUnderPrecisionRecall,
  type EventMetrics,
  type Range,
  type RowMetrics,
} from "./evaluate/metrics.js";

// Many KPIs and segments
export { aggregate, type AggregateOptions } from "./reshape/aggregate.js";
export { reshape } from "./reshape/reshape.js";
export { segments, type SegmentOptions } from "./reshape/segments.js";
export {
  moments,
  sharedIncidents,
  type Moment,
  type SharedIncident,
  type SharedMember,
} from "./decide/across-series/shared-incidents.js";
export { isStepped, rankSeries, type SeriesRanking } from "./decide/across-series/series-ranking.js";
export { leadLag, type LeadLag } from "./decide/across-series/lead-lag.js";
export type { Contribution, ContributionOptions, Contributions } from "./evaluate/drivers/contributions.js";
export type { Marginal, Overlap } from "./evaluate/drivers/overlaps.js";
export {
  compareReports,
  type IncidentChange,
  type ReportComparison,
  type SeriesChange,
} from "./evaluate/comparison/compare-reports.js";
export {
  featureDrivers,
  type FeatureDriver,
  type FeatureDriverOptions,
  type FeatureDrivers,
} from "./evaluate/drivers/feature-drivers.js";
export { featureShares, type FeatureShares } from "./evaluate/drivers/feature-shares.js";

// Other libraries' data
export { tableFromArrow, tableFromColumns, tableFromObjects } from "./door.js";
export type { ArrowTable } from "./adapters/table-from-arrow.js";
export type { Columns } from "./adapters/table-from-columns.js";
export { featureRows, pointScores, type FeatureRowsOptions } from "./adapters/feature-rows.js";
export { reportToColumns, tableToColumns, tableToObjects } from "./adapters/table-to-columns.js";

// Words
export type { By, WarningOf, WaysFound } from "./warning.js";
export { languageOf, languages, type Language } from "./words/language.js";
export type { Localized, Titled, Translations } from "./translations.js";
export { promisedFalseAlarms } from "./assumptions.js";
export { assumptionText, falseAlarmText, skipText } from "./words/assumption.js";
export { backtestText, type BacktestFacts } from "./words/analyses/backtest.js";
export { comparisonWithWords, verdictSentences, type ComparisonWithWords } from "./words/analyses/comparison.js";
export { contributionsText } from "./words/analyses/contributions.js";
export { injectionText, type InjectionFacts } from "./words/analyses/injection.js";
export {
  stabilitySentences,
  stabilityText,
  stabilityWithWords,
  type StabilityFacts,
} from "./words/analyses/stability.js";
export { suggestionReason, suggestionText } from "./words/analyses/suggestion.js";
export { sweepText } from "./words/analyses/sweep.js";
export { fixesText, fixText } from "./words/fixes.js";
export type { FixWords } from "./words/catalogue.js";
export { diffText } from "./words/analyses/diff.js";
export { featureReasons, reasonOf, toldKind, toldSpan, type ToldSeries } from "./words/incident.js";
export { longRunText, momentLabel } from "./words/report.js";
export { insightsOf, insightText, type InsightChoice, type InsightWithWords } from "./words/analyses/insights.js";
export { profileSummary, profileWithWords, type ProfileWithWords } from "./words/analyses/profile.js";
export { sharedText, toldMoment } from "./words/shared-incident.js";
export { cadenceText, periodText } from "./words/periods.js";
export { descriptionText, nameText } from "./words/name.js";
export { progressText } from "./words/progress.js";
export { warningText, warningTexts } from "./words/warning.js";
export { whyReason, whyText } from "./words/analyses/why.js";

// Export
export {
  inspectionWithWords,
  type AssumptionWithWords,
  type IncidentWithWords,
  type InspectionWithWords,
  type WarningWithWords,
} from "./words/with-words.js";
export { analysisHtml, type AnalysisSection } from "./export/analysis-html.js";
export { analysisJson } from "./export/analysis-json.js";
export { annotatedCsv } from "./export/annotated-csv.js";
export { anomaliesCsv } from "./export/anomalies-csv.js";
export { cleanCsv } from "./export/clean-csv.js";
export { reportCells } from "./export/report-cells.js";
export { reportHtml } from "./export/report-html.js";
export { reportFromJson, reportToJson } from "./export/report-json.js";
export { reportMarkdown } from "./export/report-markdown.js";
export {
  reportSummary,
  type IncidentSummary,
  type ReportSummary,
  type NormalSummary,
  type SeriesSummary,
  type SharedSummary,
} from "./export/report-summary.js";
export { reportText } from "./export/report-text.js";
export { reportTypescript } from "./export/report-typescript.js";
export { scoresCsv } from "./export/scores/scores-csv.js";
export { scoresParquet } from "./export/scores/scores-parquet.js";

// About
export { version } from "./version.js";
