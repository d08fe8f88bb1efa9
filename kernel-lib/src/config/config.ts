import type {
  ColumnsConfig,
  Configuration,
  EntryConfig,
  AggregateConfig,
  ReadConfig,
  RuleConfig,
  SegmentsConfig,
} from "./config.generated.js";

export type {
  AggregateConfig,
  ColumnsConfig,
  EntryConfig,
  EventConfig,
  NamedPeriod,
  ReadConfig,
  RuleConfig,
  SegmentsConfig,
} from "./config.generated.js";

/**
 * Everything a run depends on besides the file. The same object is written as YAML or JSON, in VS Code's settings,
 * in a notebook and on the command line. All parts are optional; `resolveConfig` fills in what is missing.
 */
export type Config = Configuration;

/** How many detectors must agree (vote), or let the combined score decide (auto). */
export type Mode = NonNullable<Config["mode"]>;

/** A stretch of the calendar that records are put together by. Weeks start on Monday (ISO 8601). */
export type Period = NonNullable<AggregateConfig["by"]>;

/** How many values become one. `count`: cells that are not missing; `distinct`: different values among them. */
export type Aggregation = NonNullable<AggregateConfig["how"]>[string];

/** The periods after which a series repeats as a person set them; empty: it does not repeat. Null: to be found in the data. */
export type SeasonChoice = Exclude<Config["season"], undefined>;

/** A section with nothing left open. */
export type Filled<Section> = { readonly [Key in keyof Section]-?: Exclude<Section[Key], undefined> };

/** A configuration with nothing left open. */
export interface ResolvedConfig
  extends Filled<Omit<Config, "columns" | "read" | "aggregate" | "segments" | "rules" | "features" | "detectors">> {
  readonly columns: Filled<ColumnsConfig>;
  readonly read: Filled<ReadConfig>;
  readonly aggregate: Filled<AggregateConfig>;
  readonly segments: Filled<SegmentsConfig>;
  readonly rules: Readonly<Record<string, Filled<RuleConfig>>>;
  readonly features: Readonly<Record<string, ResolvedEntry>>;
  readonly detectors: Readonly<Record<string, ResolvedEntry>>;
}

/** Settings of one register entry with nothing left open. */
export interface ResolvedEntry extends Required<Pick<EntryConfig, "enabled">> {
  readonly params: Readonly<Record<string, unknown>>;
}
