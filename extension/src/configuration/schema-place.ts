import type { JsonSchema } from "kpi-anomaly";

/** The part of the schema at a path of keys; items of lists and names that a person chooses are gone through. */
export function schemaAt(schema: JsonSchema, path: readonly string[]): JsonSchema | undefined {
  return path.reduce<JsonSchema | undefined>((part, key) => {
    const inside = part && itemOf(part);
    const more = inside?.additionalProperties;
    return inside?.properties?.[key] ?? (typeof more === "object" && more !== null ? (more as JsonSchema) : undefined);
  }, schema);
}

/** What an item of a list looks like; anything else is itself. */
export function itemOf(schema: JsonSchema): JsonSchema {
  return typeof schema.items === "object" && schema.items !== null ? (schema.items as JsonSchema) : schema;
}

/** The values worth offering: those named, true and false, or the default. */
export function offeredValues(schema: JsonSchema): readonly unknown[] {
  const item = itemOf(schema);
  const ways = Array.isArray(item.anyOf) ? (item.anyOf as readonly JsonSchema[]) : [item];
  const named = ways.flatMap((way) => (Array.isArray(way.enum) ? (way.enum as readonly unknown[]) : []));
  if (named.length) return named;
  if (item.type === "boolean") return [true, false];
  return item.default === undefined ? [] : [item.default];
}
