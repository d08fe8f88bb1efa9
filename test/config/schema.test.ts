import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { configSchema, configTree, type JsonSchema } from "../../kernel-lib/src/config/schema.js";
import { detectors } from "../../kernel-lib/src/detectors/index.js";
import { distance } from "../evaluate/made-table.js";

test("configs/schema.json is up to date", () => {
  expect(readFileSync("configs/schema.json", "utf8")).toBe(`${JSON.stringify(configSchema(), null, 2)}\n`);
});

test("a detector of one's own is an entry of it, with its options", () => {
  const entry = (schema: JsonSchema, id: string): JsonSchema | undefined =>
    schema.properties?.detectors.properties?.[id];
  const own = { ...distance, params: { center: { type: "number", default: 100, description: "Center." } } } as const;
  const schema = configSchema({ ...detectors, own });
  expect(entry(schema, "own")).toEqual({
    type: "object",
    description: "Distance from 100. Knows what is normal.",
    additionalProperties: false,
    properties: {
      enabled: { type: "boolean", default: true, description: "Whether it is used." },
      center: { type: "number", default: 100, description: "Center." },
    },
  });
  expect(entry(configSchema(), "own")).toBeUndefined();
  expect(entry(configSchema({ own: { ...own, onRequest: true } }), "own")?.properties?.enabled.default).toBe(false);
});

/** Every node of a schema with its place. */
function nodesOf(node: JsonSchema, path = ""): (readonly [string, JsonSchema])[] {
  const inner = { ...node.properties, "[]": node.items, "*": node.additionalProperties };
  return [
    [path, node],
    ...Object.entries(inner).flatMap(([key, part]) =>
      typeof part === "object" && part !== null ? nodesOf(part as JsonSchema, `${path}.${key}`) : [],
    ),
  ];
}

test("it is the tree without where options are offered and without other languages, at every depth", () => {
  const [plain, tree] = [nodesOf(configSchema()), nodesOf(configTree())];
  expect(plain.map(([path]) => path)).toEqual(tree.map(([path]) => path));
  for (const [path, node] of plain.slice(1))
    for (const key of ["commandLine", "setting", "title", "translations", "countsRows"])
      expect(Object.hasOwn(node, key), `${path} ${key}`).toBe(false);
  expect(tree.some(([, node]) => node.commandLine)).toBe(true);
});

test("every object knows its keys, and every option at the top has a default or parts", () => {
  const { properties = {} } = configSchema();
  for (const [path, node] of nodesOf(configSchema()))
    if (node.properties) expect(node.additionalProperties, path).toBe(false);
  for (const [key, node] of Object.entries(properties))
    expect(node.properties !== undefined || Object.hasOwn(node, "default"), key).toBe(true);
});
