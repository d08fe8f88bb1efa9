/** How many detectors must agree (vote), or let the combined score decide (auto). */
export type Mode = "auto" | "vote";

/** Which columns to use. Anything left out is found in the file. */
export interface ColumnsConfig {
  /** Date column; two names joined by `+` when date and time are apart. */
  readonly date?: string | null;
  /** KPI columns, in the order to show them. */
  readonly kpis?: readonly string[] | null;
  /** Column that splits a long-format file into one series a value. */
  readonly key?: string | null;
}

/** How to read the file where guessing is not wanted. */
export interface ReadConfig {
  readonly delimiter?: string | null;
  readonly decimal?: "." | "," | null;
  /** Date format, for example `DD/MM/YYYY HH:mm`. */
  readonly dateFormat?: string | null;
  /** Cells that mean "no value", besides the usual ones. */
  readonly missing?: readonly string[];
}

/** Settings of one detector or feature: `enabled` and its own options by name. */
export interface EntryConfig {
  readonly enabled?: boolean;
  readonly [option: string]: unknown;
}

/**
 * Everything a run depends on besides the file. The same object is written as YAML or JSON, in VS Code's settings,
 * in a notebook and on the command line. All parts are optional; `resolveConfig` fills in what is missing.
 */
export interface Config {
  readonly columns?: ColumnsConfig;
  readonly read?: ReadConfig;
  readonly mode?: Mode;
  /** Detectors that must agree in `vote`: 1 sensitive, 2 balanced, 3 strict, any number up to all. */
  readonly consensus?: number;
  /** At most this share of rows is ever flagged by one detector; a cap, never a quota. */
  readonly contamination?: number;
  readonly seed?: number;
  /** Flagged rows at most this many points apart are one incident. */
  readonly incidentGap?: number;
  /** Feature settings by id of the feature register. */
  readonly features?: Readonly<Record<string, EntryConfig>>;
  /** Detector settings by id of the detector register. */
  readonly detectors?: Readonly<Record<string, EntryConfig>>;
}

/** A configuration with nothing left open. */
export interface ResolvedConfig {
  readonly columns: { readonly date: string | null; readonly kpis: readonly string[] | null; readonly key: string | null };
  readonly read: { readonly delimiter: string | null; readonly decimal: "." | "," | null; readonly dateFormat: string | null; readonly missing: readonly string[] };
  readonly mode: Mode;
  readonly consensus: number;
  readonly contamination: number;
  readonly seed: number;
  readonly incidentGap: number;
  readonly features: Readonly<Record<string, ResolvedEntry>>;
  readonly detectors: Readonly<Record<string, ResolvedEntry>>;
}

/** Settings of one register entry with nothing left open. */
export interface ResolvedEntry {
  readonly enabled: boolean;
  readonly params: Readonly<Record<string, unknown>>;
}
