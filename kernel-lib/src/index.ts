/** The public door of `kpi-anomaly`. Named re-exports under headings, nothing else. */

// Errors
export { InputError, type InputErrorCode } from "./errors.js";

// Tables and series
export { cellText, columnNamed, kpiNames, type Cadence, type Column, type ColumnRole, type NumberColumn, type Series, type Source, type Table, type TextColumn, type TimeColumn, type Warning, type WarningCode } from "./table.js";

// Results
export type { Assumption, Detection, Incident, Report, SeriesReport } from "./report.js";

// Configuration
export type { ColumnsConfig, Config, EntryConfig, Mode, ReadConfig, ResolvedConfig, ResolvedEntry } from "./config/config.js";
export { paramValues, type Param, type ParamSchema, type ParamValues } from "./config/params.js";

// Making your own detector or feature
export { defineDetector, type Detector, type FitContext, type Sample, type Scorer, type Skipped, type Threshold } from "./detectors/detector.js";
export { defineFeature, type Feature, type FeatureColumn, type FeatureMatrix } from "./features/feature.js";
export { createRandom, type Random } from "./numeric/random.js";
