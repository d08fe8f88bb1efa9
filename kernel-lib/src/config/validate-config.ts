import { Validator, type OutputUnit, type Schema } from "@cfworker/json-schema";
import type { ConfigFault } from "../config-fault.js";
import { nearName } from "./near-name.js";
import type { JsonSchema } from "./schema.js";

/** Something wrong in a configuration. */
export interface ConfigProblem {
  /** Where: keys from the top, for example `["detectors", "zScore", "threshold"]`. */
  readonly path: readonly string[];
  readonly fault: ConfigFault;
}

/** Checks a configuration against the schema; an empty list means that it is right. */
export function validateConfig(config: unknown, schema: JsonSchema): ConfigProblem[] {
  const { errors } = new Validator(schema as Schema, "2020-12", false).validate(config);
  const found = errors.filter((error) => !summaries.has(error.keyword)).map((error) => problem(error, config, schema));
  const endless = notFinite(config, []);
  const told = new Set(endless.map(({ path }) => JSON.stringify(path)));
  return [...endless, ...found.filter(({ path }) => !told.has(JSON.stringify(path)))];
}

/** YAML and code can say NaN and infinity, which no schema knows of: each is a number, and above and below no limit. */
function notFinite(value: unknown, path: readonly string[]): ConfigProblem[] {
  if (typeof value === "number" && !Number.isFinite(value))
    return [{ path, fault: { kind: "not_finite", key: path.join("."), value: String(value) } }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => notFinite(entry, [...path, key]));
}

/** Keywords whose error only repeats that something below them is wrong. */
const summaries = new Set(["properties", "items", "additionalProperties"]);

function problem(error: OutputUnit, config: unknown, schema: JsonSchema): ConfigProblem {
  const path = partsOf(error.instanceLocation);
  const key = path.join(".");
  if (error.keyword === "false") return { path, fault: { kind: "unknown_key", key, ...namesBeside(path, schema) } };
  return { path, fault: faultOf(error, key, valueAt(config, path), schema) };
}

/** What a keyword of the schema asks for, beside what came. */
function faultOf(error: OutputUnit, key: string, value: unknown, schema: JsonSchema): ConfigFault {
  const wanted = valueAt(schema, partsOf(error.keywordLocation));
  const limit = limits[error.keyword];
  if (limit && typeof value === "number" && typeof wanted === "number") return { ...limit, key, value, limit: wanted };
  if (error.keyword === "enum" && Array.isArray(wanted))
    return { kind: "choice", key, known: wanted.map((each) => String(each)) };
  const types = /^Instance type "(\w+)" is invalid\. Expected "(.+)"\.$/.exec(error.error);
  if (types) return { kind: "type", key, found: types[1], needed: types[2].split('", "') };
  const around = valueAt(schema, partsOf(error.keywordLocation).slice(0, -1));
  return { kind: "schema", key, keyword: error.keyword, example: exampleOf(around) };
}

function exampleOf(node: unknown): string | null {
  const { examples } = (node ?? {}) as JsonSchema;
  return Array.isArray(examples) && examples.length > 0 ? String(examples[0]) : null;
}

const limits: Readonly<Record<string, { readonly kind: "too_small" | "too_large"; readonly inclusive: boolean }>> = {
  minimum: { kind: "too_small", inclusive: true },
  exclusiveMinimum: { kind: "too_small", inclusive: false },
  maximum: { kind: "too_large", inclusive: true },
  exclusiveMaximum: { kind: "too_large", inclusive: false },
};

/** The parts of a JSON pointer in a URI fragment. */
function partsOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"));
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, part) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, part) : undefined),
    value,
  );
}

/** The keys that may stand where an unknown one stands, and the one that was perhaps meant. */
function namesBeside(path: readonly string[], schema: JsonSchema): { near: string | null; known: string[] } {
  const parent = path.slice(0, -1).reduce<JsonSchema | undefined>((node, name) => node?.properties?.[name], schema);
  const known = Object.keys(parent?.properties ?? {});
  return { near: nearName(path[path.length - 1], known), known };
}
