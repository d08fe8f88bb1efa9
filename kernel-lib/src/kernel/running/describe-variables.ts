import { inspect } from "node:util";
import type { Variable } from "../notebook-engine.js";

const longest = 120;

/**
 * Names and values the cells have made, in the order of their making; what they have imported is left out.
 *
 * @param declarations of the cells that have run, as tslab's converter gives them.
 */
export function describeVariables(locals: Readonly<Record<string, unknown>>, declarations: string): Variable[] {
  const imported = new Set(
    [...declarations.matchAll(/^import (?!type )(.+?) from /gm)].flatMap(
      ([, names]) => names.match(/[\w$]+(?=\s*(?:[,}]|$))/g) ?? [],
    ),
  );
  return Object.keys(locals)
    .filter((name) => !imported.has(name) && name !== "__esModule" && !/^tsLastExpr\d*$/.test(name))
    .map((name) => ({ name, type: typeOf(locals[name]), summary: summary(locals[name]) }));
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (typeof value !== "object") return typeof value;
  const name =
    (Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null)?.constructor?.name ?? "Object";
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView)))
    return `${name}(${(value as unknown[]).length})`;
  return value instanceof Map || value instanceof Set ? `${name}(${value.size})` : name;
}

function summary(value: unknown): string {
  const text =
    typeof value === "function"
      ? value.toString()
      : inspect(value, { depth: 0, maxArrayLength: 8, maxStringLength: longest, breakLength: Infinity });
  const line = text.replace(/\s+/g, " ");
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
