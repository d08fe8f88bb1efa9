import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { defaultYaml } from "../../kernel-lib/src/config/default-yaml.js";
import { parseConfig } from "../../kernel-lib/src/config/parse-config.js";
import { resolveConfig } from "../../kernel-lib/src/config/resolve-config.js";
import { configSchema, type JsonSchema } from "../../kernel-lib/src/config/schema.js";

test("configs/default.yaml is up to date", () => {
  expect(readFileSync("configs/default.yaml", "utf8")).toBe(defaultYaml());
});

test("the default configuration is the configuration without any", () => {
  expect(resolveConfig(parseConfig(defaultYaml()))).toEqual(resolveConfig({}));
});

test("holds every key of the schema in its order, with its description in the line above", () => {
  const lines = defaultYaml().split("\n");
  const places = (schema: JsonSchema, depth = 0): string[] =>
    Object.entries(schema.properties ?? {}).flatMap(([key, node]) => {
      const indent = "  ".repeat(depth);
      return [`${indent}# ${node.description}\n${indent}${key}:`, ...places(node, depth + 1)];
    });
  const told = lines.flatMap((line, i) =>
    /^ *\w+:/.test(line) ? [`${lines[i - 1]}\n${line.slice(0, line.indexOf(":") + 1)}`] : [],
  );
  expect(told).toEqual(places(configSchema()));
});

test("is plain YAML: the values are the defaults", () => {
  const values = parse(defaultYaml()) as Readonly<Record<string, unknown>>;
  expect(values).toMatchObject({ mode: "auto", sensitivity: 50, season: null, rules: {}, events: [] });
});
