import { Validator, type OutputUnit, type Schema } from "@cfworker/json-schema";
import type { JsonSchema } from "./schema.js";

/** Something wrong in a configuration. */
export interface ConfigProblem {
  /** Where: keys from the top, for example `["detectors", "zScore", "threshold"]`. */
  readonly path: readonly string[];
  /** One sentence that names the key. */
  readonly message: string;
}

/** Checks a configuration against the schema; an empty list means that it is right. */
export function validateConfig(config: unknown, schema: JsonSchema): ConfigProblem[] {
  const { errors } = new Validator(schema as Schema, "2020-12", false).validate(config);
  const found = errors.filter((error) => !summaries.has(error.keyword)).map((error) => problem(error, schema));
  return [...found, ...notFinite(config, [])];
}

/** YAML and code can say NaN and infinity, which no schema knows of: each is a number, and above and below no limit. */
function notFinite(value: unknown, path: readonly string[]): ConfigProblem[] {
  if (typeof value === "number" && !Number.isFinite(value))
    return [{ path, message: `${path.join(".") || "the configuration"} is wrong: ${value} is not a finite number.` }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => notFinite(entry, [...path, key]));
}

/** Keywords whose error only repeats that something below them is wrong. */
const summaries = new Set(["properties", "items", "additionalProperties"]);

function problem(error: OutputUnit, schema: JsonSchema): ConfigProblem {
  const path = error.instanceLocation
    .split("/")
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"));
  const key = path.join(".") || "the configuration";
  if (error.keyword === "false") return { path, message: `${key} is not a known key${suggestion(path, schema)}.` };
  return { path, message: `${key} is wrong: ${plain(error.error)}` };
}

function plain(message: string): string {
  return message
    .replace(/^Instance type "(\w+)" is invalid\. Expected "(.+)"\.$/, "it is of type $1, needed is $2.")
    .replace(/^Instance does not/, "it does not");
}

function suggestion(path: readonly string[], schema: JsonSchema): string {
  const parent = path.slice(0, -1).reduce<JsonSchema | undefined>((node, name) => node?.properties?.[name], schema);
  const names = Object.keys(parent?.properties ?? {});
  const wanted = path[path.length - 1].toLowerCase();
  const near = names.find(
    (name) =>
      name.toLowerCase() === wanted ||
      name.toLowerCase().startsWith(wanted) ||
      distance(name.toLowerCase(), wanted) <= 2,
  );
  if (near) return `; meant is perhaps ${near}`;
  return names.length > 0 ? `; known are ${names.join(", ")}` : "";
}

/** Levenshtein distance, for guessing what a mistyped key meant. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}
