import { FALSE_ALARMS_PATTERN, HOLIDAYS_PATTERN } from "./params.js";
/** A JSON Schema node, as far as configurations use it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly default?: unknown;
}

/** How the command line takes an option: the flag, and how its text becomes the value where the type does not say. */
export interface CommandLineOption {
  /** As commander writes it, for example `--date-format <format>`. */
  readonly flag: string;
  /** `list`: names with commas between. `repeated`: may stand several times. `pairs`: `name=value`, several times. `periods`: as for `season`. */
  readonly as?: "list" | "repeated" | "pairs" | "periods" | "delimiter";
}

/**
 * One node of THE SOURCE of all configuration: JSON Schema, and beside it where the option is offered. Types, `configs/schema.json`,
 * `configs/default.yaml`, the options of the command line and the settings of VS Code are derived from it, so that a new
 * option is one entry here.
 */
export interface OptionNode extends JsonSchema {
  readonly properties?: Readonly<Record<string, OptionNode>>;
  readonly commandLine?: CommandLineOption;
  /** Offered as a setting of VS Code (`kpiAnomaly.<key>`), described there by the key `setting.<key>`. */
  readonly setting?: true;
}

const nullable = (type: string, description: string, more: OptionNode = {}): OptionNode => ({
  type: [type, "null"],
  default: null,
  description,
  ...more,
});

/** An object that knows only these keys. */
export function section(
  description: string,
  properties: Readonly<Record<string, OptionNode>>,
  title?: string,
): OptionNode {
  return { type: "object", ...(title ? { title } : {}), description, additionalProperties: false, properties };
}

const columns: OptionNode = section(
  "Which columns to use; null means: find it in the file.",
  {
    date: nullable("string", "Date column; two names joined by + when date and time are apart.", {
      commandLine: { flag: "--date <column>" },
    }),
    kpis: nullable("array", "KPI columns, in the order to show them.", {
      items: { type: "string" },
      commandLine: { flag: "--kpi <column>", as: "repeated" },
    }),
    key: nullable("string", "Column that splits a long-format file into one series a value.", {
      commandLine: { flag: "--key <column>" },
    }),
    segments: nullable(
      "array",
      "Columns whose values, or combinations of values, become a series each, beside their total.",
      { items: { type: "string" }, minItems: 1, commandLine: { flag: "--segments <columns>", as: "list" } },
    ),
  },
  "ColumnsConfig",
);

const read: OptionNode = section(
  "How to read the file where guessing is not wanted.",
  {
    encoding: nullable("string", "Encoding, for example shift_jis or windows-1250.", {
      minLength: 1,
      commandLine: { flag: "--encoding <name>" },
    }),
    skipRows: nullable("integer", "Lines to skip at the top of the file.", {
      minimum: 0,
      commandLine: { flag: "--skip-rows <n>" },
    }),
    headerRow: nullable("integer", "Line of the file, from 1, that names the columns; 0 when none does.", {
      minimum: 0,
      commandLine: { flag: "--header-row <line>" },
    }),
    sheet: nullable(
      "string",
      "Sheet of a workbook, table of a database, list of a JSON file or file of a ZIP archive.",
      {
        minLength: 1,
        commandLine: { flag: "--sheet <name>" },
      },
    ),
    delimiter: nullable("string", "Delimiter, for example ; or a tab.", {
      minLength: 1,
      maxLength: 1,
      commandLine: { flag: "--delimiter <character>", as: "delimiter" },
    }),
    decimal: nullable("string", "Decimal mark.", {
      enum: [".", ",", null],
      commandLine: { flag: "--decimal <mark>" },
    }),
    dateFormat: nullable("string", "Date format, for example DD/MM/YYYY HH:mm.", {
      commandLine: { flag: "--date-format <format>" },
    }),
    datesAcross: {
      type: "boolean",
      default: false,
      description: "Read columns that are named by moments (years, months, hours) as rows.",
      commandLine: { flag: "--dates-across" },
    },
    missing: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "Cells that mean 'no value', besides the usual ones, for example [\"-999\"].",
      commandLine: { flag: "--missing <value>", as: "repeated" },
    },
  },
  "ReadConfig",
);

const aggregate: OptionNode = section(
  "Put records together before anything is detected, for example transactions by day.",
  {
    by: nullable("string", "Period of the calendar; weeks start on Monday.", {
      enum: ["hour", "day", "week", "month", null],
      commandLine: { flag: "--aggregate <period>" },
    }),
    how: {
      type: "object",
      additionalProperties: { type: "string", enum: ["sum", "mean", "count", "distinct", "median"] },
      default: {},
      description:
        "How a column is put together, by name: sum, mean, count, distinct or median. Left out: summed, or averaged when the name says that it is a rate.",
      commandLine: { flag: "--how <column=way>", as: "pairs" },
    },
    keepUnfinished: {
      type: "boolean",
      default: false,
      description: "Keep a first or last period that the file cuts off.",
      commandLine: { flag: "--keep-unfinished" },
    },
  },
  "AggregateConfig",
);

const segments: OptionNode = section(
  "Which values of columns.segments get a series of their own; the others are pooled.",
  {
    top: {
      type: "integer",
      minimum: 1,
      default: 50,
      description: "Most of them, largest first.",
      commandLine: { flag: "--top <n>" },
    },
    minimumShare: {
      type: "number",
      minimum: 0,
      maximum: 1,
      default: 0.001,
      description: "Least share of the whole.",
      commandLine: { flag: "--minimum-share <share>" },
    },
    minimumHistory: {
      type: "integer",
      minimum: 1,
      default: 24,
      description: "Least moments with records; 24 is the least that a season can be told from.",
      commandLine: { flag: "--minimum-history <n>" },
    },
  },
  "SegmentsConfig",
);

const rule: OptionNode = section(
  "What counts for a KPI, whatever its score.",
  {
    direction: {
      type: "string",
      enum: ["up", "down", "both"],
      default: "both",
      description: "Only rises, only falls, or both.",
    },
    minimumEffect: {
      type: "number",
      minimum: 0,
      default: 0,
      description: "Least distance from expected, in the KPI's unit.",
    },
    minimumEffectPercent: {
      type: "number",
      minimum: 0,
      default: 0,
      description: "The same in percent of the expected value.",
    },
    minimumLength: { type: "integer", minimum: 1, default: 1, description: "Least number of points." },
  },
  "RuleConfig",
);

const event: OptionNode = section(
  "Something that is known to move the KPIs: a holiday, a promotion, an outage. It is expected, and kept out of what is usual.",
  {
    name: { type: "string", description: "What it is called." },
    date: { type: "string", description: "A single day or moment, ISO 8601; or start and end." },
    start: { type: "string", description: "First moment, ISO 8601." },
    end: { type: "string", description: "Last moment, inclusive; a date alone means its whole day." },
  },
  "EventConfig",
);

/** What decides, and how readily. */
const decision: Readonly<Record<string, OptionNode>> = {
  mode: {
    type: "string",
    enum: ["auto", "vote"],
    default: "auto",
    description: "auto: the combined score of all detectors decides. vote: so many detectors must agree.",
    commandLine: { flag: "--mode <mode>" },
    setting: true,
  },
  sensitivity: {
    type: "number",
    minimum: 0,
    maximum: 100,
    default: 50,
    description: "How readily auto raises an alarm; 50 is silent on series in which nothing happens.",
    commandLine: { flag: "--sensitivity <n>" },
    setting: true,
  },
  falseAlarms: nullable(
    "string",
    "Instead of a sensitivity: how many false alarms are to be expected in a KPI in which nothing happens, for example 1 per month, 1 per year or 1 per file.",
    { pattern: FALSE_ALARMS_PATTERN, examples: ["1 per month"], commandLine: { flag: "--false-alarms <rate>" } },
  ),
  consensus: {
    type: "integer",
    minimum: 1,
    default: 2,
    description: "Detectors that must agree in vote: 1 sensitive, 2 balanced, 3 strict, any number up to all.",
    commandLine: { flag: "--consensus <n>" },
    setting: true,
  },
  votes: {
    type: "boolean",
    default: true,
    description:
      "Whether detectors that only vote run in auto, where they decide nothing. Those that are set or named under detectors always run.",
    commandLine: { flag: "--votes" },
  },
  contamination: {
    type: "number",
    exclusiveMinimum: 0,
    maximum: 0.5,
    default: 0.1,
    description: "At most this share of rows is flagged. A cap, never a quota: nothing is flagged to fill it.",
    commandLine: { flag: "--contamination <share>" },
    setting: true,
  },
};

/** What is taken for usual. */
const usual: Readonly<Record<string, OptionNode>> = {
  baseline: {
    type: "string",
    enum: ["history", "past"],
    default: "history",
    description:
      "What is usual is taken from all of the file (history), or as if live from earlier points only (past).",
    commandLine: { flag: "--baseline <which>" },
    setting: true,
  },
  coverage: {
    type: "number",
    exclusiveMinimum: 0.5,
    exclusiveMaximum: 1,
    default: 0.99,
    description: "Share of usual points that lie inside the usual range.",
    commandLine: { flag: "--coverage <share>" },
  },
  season: nullable(
    "array",
    "Periods after which the KPIs repeat, for example [week, year], or [24] for 24 rows; [] for no season; null: found in the data.",
    {
      items: {
        title: "NamedPeriod",
        anyOf: [
          { type: "string", enum: ["day", "week", "month", "year"] },
          { type: "integer", minimum: 2 },
        ],
        description: "day, week, month, year, or a number of rows.",
      },
      uniqueItems: true,
      commandLine: { flag: "--season <periods>", as: "periods" },
    },
  ),
};

/** What counts, what is known, how much is looked at. */
const limits: Readonly<Record<string, OptionNode>> = {
  rules: {
    type: "object",
    description: "What counts, by KPI; * is for all KPIs that have none of their own.",
    default: {},
    additionalProperties: rule,
  },
  events: {
    type: "array",
    description: "Known events (holidays, promotions, outages): expected, never an anomaly.",
    default: [],
    items: event,
  },
  holidays: nullable(
    "string",
    "Country, or state of one, whose holidays give learnt dates their names: DE, DE-BY, US. Needs the optional package date-holidays.",
    {
      pattern: HOLIDAYS_PATTERN,
      examples: ["US", "DE-BY"],
      commandLine: { flag: "--holidays <place>" },
    },
  ),
  holidaysKnown: {
    type: "boolean",
    default: false,
    description: "Take the public holidays of that place for known events too: expected, never an anomaly.",
    commandLine: { flag: "--holidays-known" },
  },
  mostKpis: {
    type: "integer",
    minimum: 1,
    default: 50,
    description: "Most KPIs analysed when none are named; the others are said, not silently left out.",
    commandLine: { flag: "--most-kpis <n>" },
  },
  incidentGap: {
    type: "integer",
    minimum: 0,
    default: 0,
    description: "Flagged rows with at most this many rows between them are one incident.",
    commandLine: { flag: "--incident-gap <n>" },
  },
  seed: {
    type: "integer",
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    default: 42,
    description: "Seed of everything that draws at random: same file, configuration and seed, same bytes.",
    commandLine: { flag: "--seed <n>" },
    setting: true,
  },
};

/** Every option but those of the registers, in the order of `configs/default.yaml`. */
export const options: Readonly<Record<string, OptionNode>> = {
  columns,
  read,
  aggregate,
  segments,
  ...decision,
  ...usual,
  ...limits,
};
