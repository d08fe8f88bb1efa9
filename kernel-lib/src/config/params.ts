import type { Translations } from "../translations.js";

/**
 * One option of a detector or feature, in the words of JSON Schema, so that it can be checked, documented,
 * offered as a control and completed in an editor from this one place.
 */
export type Param = {
  readonly description: string;
  /** The same in the other languages; an option of one's own does without. */
  readonly translations?: Translations<string>;
} & (
  | {
      readonly type: "number" | "integer";
      readonly default: number;
      readonly minimum?: number;
      readonly maximum?: number;
      readonly exclusiveMinimum?: number;
      /** Set where it counts rows of the series, which it then cannot exceed. */
      readonly countsRows?: true;
    }
  | { readonly type: "boolean"; readonly default: boolean }
  | {
      readonly type: "string";
      readonly default: string;
      readonly enum?: readonly string[];
    }
  | {
      readonly type: "array";
      readonly default: readonly number[];
      readonly items: { readonly type: "number" | "integer"; readonly minimum?: number };
      readonly maxItems?: number;
      readonly countsRows?: true;
    }
);

/** Options by name. */
export type ParamSchema = Readonly<Record<string, Param>>;

/** The values that options of this schema take. */
export type ParamValues<Schema extends ParamSchema> = {
  readonly [Name in keyof Schema]: Schema[Name] extends { readonly type: "number" | "integer" }
    ? number
    : Schema[Name] extends { readonly type: "boolean" }
      ? boolean
      : Schema[Name] extends { readonly type: "array" }
        ? readonly number[]
        : string;
};

/**
 * Each option at its default, with what was given laid over it.
 *
 * @example
 * const { trees } = paramValues(detectors.isolationForest.params, { trees: 200 });
 */
export function paramValues<Schema extends ParamSchema>(
  schema: Schema,
  given: Readonly<Record<string, unknown>> = {},
): ParamValues<Schema> {
  const entries = Object.entries(schema).map(([name, param]) => [
    name,
    Object.hasOwn(given, name) ? given[name] : param.default,
  ]);
  return Object.fromEntries(entries) as ParamValues<Schema>;
}

/** How \`falseAlarms\` is written: \`1 per month\`, \`2 per year\`, \`0.5 per file\`. */
export const FALSE_ALARMS_PATTERN = "^ *[0-9]+([.][0-9]+)? *per *(day|week|month|year|file) *$";

/** How `holidays` is written: a country of ISO 3166, and after hyphens a state and a region of it. */
export const HOLIDAYS_PATTERN = "^[A-Za-z]{2}(-[A-Za-z0-9]{1,6}){0,2}$";
