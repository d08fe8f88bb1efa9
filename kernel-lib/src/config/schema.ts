import type { Detector } from "../detectors/detector.js";
import { detectors as builtInDetectors } from "../detectors/index.js";
import { features } from "../features/index.js";
import type { Param, ParamSchema } from "./params.js";

/** A JSON Schema node, as far as configurations use it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly default?: unknown;
}

/** What an entry of a register tells about itself for configuration. */
interface Described {
  readonly title: string;
  readonly summary: string;
  readonly params: ParamSchema;
  readonly onRequest?: true;
}

const nullable = (type: string, description: string, more: JsonSchema = {}): JsonSchema => ({
  type: [type, "null"],
  default: null,
  description,
  ...more,
});

/**
 * JSON Schema (2020-12) of the configuration, derived from the registers, so that a new detector or feature shows up in
 * validation, in editors and in the documentation by itself. `configs/schema.json` is this, written to disk.
 */
// eslint-disable-next-line max-lines-per-function -- one idea; to be taken apart
export function configSchema(detectors: Readonly<Record<string, Detector>> = builtInDetectors): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "KPI Anomaly Detector configuration",
    ...section("Everything a run depends on besides the file. Every key is optional.", {
      columns: section("Which columns to use; null means: find it in the file.", {
        date: nullable("string", "Date column; two names joined by + when date and time are apart."),
        kpis: nullable("array", "KPI columns, in the order to show them.", { items: { type: "string" } }),
        key: nullable("string", "Column that splits a long-format file into one series a value."),
        segments: nullable(
          "array",
          "Columns whose values, or combinations of values, become a series each, beside their total.",
          { items: { type: "string" }, minItems: 1 },
        ),
      }),
      read: section("How to read the file where guessing is not wanted.", {
        delimiter: nullable("string", "Delimiter, for example ; or a tab.", { minLength: 1, maxLength: 1 }),
        decimal: nullable("string", "Decimal mark.", { enum: [".", ",", null] }),
        dateFormat: nullable("string", "Date format, for example DD/MM/YYYY HH:mm."),
        missing: {
          type: "array",
          items: { type: "string" },
          default: [],
          description: "Cells that mean 'no value', besides the usual ones, for example [\"-999\"].",
        },
      }),
      aggregate: section("Put records together before anything is detected, for example transactions by day.", {
        by: nullable("string", "Period of the calendar; weeks start on Monday.", {
          enum: ["hour", "day", "week", "month", null],
        }),
        how: {
          type: "object",
          additionalProperties: { type: "string", enum: ["sum", "mean", "count", "distinct", "median"] },
          default: {},
          description:
            "How a column is put together, by name: sum, mean, count, distinct or median. Left out: summed, or averaged when the name says that it is a rate.",
        },
        keepUnfinished: {
          type: "boolean",
          default: false,
          description: "Keep a first or last period that the file cuts off.",
        },
      }),
      segments: section("Which values of columns.segments get a series of their own; the others are pooled.", {
        top: { type: "integer", minimum: 1, default: 50, description: "Most of them, largest first." },
        minimumShare: {
          type: "number",
          minimum: 0,
          maximum: 1,
          default: 0.001,
          description: "Least share of the whole.",
        },
        minimumHistory: {
          type: "integer",
          minimum: 1,
          default: 24,
          description: "Least moments with records; 24 is the least that a season can be told from.",
        },
      }),
      mode: {
        type: "string",
        enum: ["auto", "vote"],
        default: "auto",
        description: "auto: the combined score of all detectors decides. vote: so many detectors must agree.",
      },
      sensitivity: {
        type: "number",
        minimum: 0,
        maximum: 100,
        default: 50,
        description: "How readily auto raises an alarm; 50 is silent on series in which nothing happens.",
      },
      consensus: {
        type: "integer",
        minimum: 1,
        default: 2,
        description: "Detectors that must agree in vote: 1 sensitive, 2 balanced, 3 strict, any number up to all.",
      },
      contamination: {
        type: "number",
        exclusiveMinimum: 0,
        maximum: 0.5,
        default: 0.1,
        description: "At most this share of rows is flagged. A cap, never a quota: nothing is flagged to fill it.",
      },
      baseline: {
        type: "string",
        enum: ["history", "past"],
        default: "history",
        description:
          "What is usual is taken from all of the file (history), or as if live from earlier points only (past).",
      },
      coverage: {
        type: "number",
        exclusiveMinimum: 0.5,
        exclusiveMaximum: 1,
        default: 0.99,
        description: "Share of usual points that lie inside the usual range.",
      },
      season: nullable(
        "array",
        "Periods after which the KPIs repeat, for example [week, year], or [24] for 24 rows; [] for no season; null: found in the data.",
        { items: periodSchema, uniqueItems: true },
      ),
      rules: {
        type: "object",
        description: "What counts, by KPI; * is for all KPIs that have none of their own.",
        default: {},
        additionalProperties: ruleSchema,
      },
      events: {
        type: "array",
        description: "Known events (holidays, promotions, outages): expected, never an anomaly.",
        default: [],
        items: eventSchema,
      },
      mostKpis: { type: "integer", minimum: 1, default: 50, description: "Most KPIs analysed when none are named." },
      incidentGap: {
        type: "integer",
        minimum: 0,
        default: 0,
        description: "Flagged rows with at most this many rows between them are one incident.",
      },
      seed: {
        type: "integer",
        minimum: 0,
        maximum: Number.MAX_SAFE_INTEGER,
        default: 42,
        description: "Seed of everything that draws at random: same file, configuration and seed, same bytes.",
      },
      features: section("Features of the multivariate detectors, by id.", entries(features)),
      detectors: section("Detectors, by id.", entries(detectors)),
    }),
  };
}

const periodSchema: JsonSchema = {
  anyOf: [{ enum: ["day", "week", "month", "year"] }, { type: "integer", minimum: 2 }],
  description: "day, week, month, year, or a number of rows.",
};

const ruleSchema: JsonSchema = section("What counts for a KPI, whatever its score.", {
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
});

const eventSchema: JsonSchema = section("Something that is known to move the KPIs.", {
  name: { type: "string", description: "What it is called." },
  date: { type: "string", description: "A single day or moment, ISO 8601; or start and end." },
  start: { type: "string", description: "First moment, ISO 8601." },
  end: { type: "string", description: "Last moment, inclusive; a date alone means its whole day." },
});

function section(description: string, properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: "object", description, additionalProperties: false, properties };
}

function entries(register: Readonly<Record<string, Described>>): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(register).map(([id, { title, summary, params, onRequest }]) => [
      id,
      section(`${title}. ${summary}`, {
        enabled: { type: "boolean", default: !onRequest, description: "Whether it is used." },
        ...Object.fromEntries(
          Object.entries(params).map(([name, { countsRows, ...schema }]: [string, Param & { countsRows?: true }]) => [
            name,
            schema,
          ]),
        ),
      }),
    ]),
  );
}
