import { describe, expect, test } from "vitest";
import type { ConfigFault } from "../../kernel-lib/src/config-fault.js";
import { configSchema, type JsonSchema } from "../../kernel-lib/src/config/schema.js";
import { validateConfig } from "../../kernel-lib/src/config/validate-config.js";

const schema: JsonSchema = {
  type: "object",
  additionalProperties: false,
  properties: {
    share: { type: "number", exclusiveMinimum: 0, maximum: 0.5 },
    mode: { type: "string", enum: ["auto", "vote"] },
    rate: { type: "string", pattern: "^[0-9]+$", examples: ["12"] },
    date: { type: ["string", "null"] },
    "a/b~c": { type: "integer" },
    inner: {
      type: "object",
      additionalProperties: false,
      properties: { trees: { type: "integer", minimum: 1 }, lags: { type: "array", items: { type: "integer" } } },
    },
  },
};

describe("what is wrong in a configuration", () => {
  test.each<[unknown, string[], ConfigFault]>([
    [{ share: 0 }, ["share"], { kind: "too_small", key: "share", value: 0, limit: 0, inclusive: false }],
    [{ share: 0.6 }, ["share"], { kind: "too_large", key: "share", value: 0.6, limit: 0.5, inclusive: true }],
    [{ mode: "both" }, ["mode"], { kind: "choice", key: "mode", known: ["auto", "vote"] }],
    [{ rate: "x" }, ["rate"], { kind: "schema", key: "rate", keyword: "pattern", example: "12" }],
    [{ date: 5 }, ["date"], { kind: "type", key: "date", found: "number", needed: ["string", "null"] }],
    [{ "a/b~c": "x" }, ["a/b~c"], { kind: "type", key: "a/b~c", found: "string", needed: ["integer"] }],
    [
      { inner: { tres: 1 } },
      ["inner", "tres"],
      { kind: "unknown_key", key: "inner.tres", near: "trees", known: ["trees", "lags"] },
    ],
    [
      { inner: { lags: [1, "x"] } },
      ["inner", "lags", "1"],
      { kind: "type", key: "inner.lags.1", found: "string", needed: ["integer"] },
    ],
    [[], [], { kind: "type", key: "", found: "array", needed: ["object"] }],
  ])("%j", (config, path, fault) => {
    expect(validateConfig(config, schema)).toEqual([{ path, fault }]);
  });

  test("is all told at once, each with its place", () => {
    const found = validateConfig({ share: 9, modes: 1, inner: { trees: 0 } }, schema);
    expect(found.map(({ path, fault }) => [path.join("."), fault.kind]).sort()).toEqual([
      ["inner.trees", "too_small"],
      ["modes", "unknown_key"],
      ["share", "too_large"],
    ]);
  });

  test.each([NaN, Infinity, -Infinity])("%d is no number anywhere, and told once", (value) => {
    expect(validateConfig({ share: value }, schema)).toEqual([
      { path: ["share"], fault: { kind: "not_finite", key: "share", value: String(value) } },
    ]);
    expect(validateConfig({ inner: { lags: [1, value] } }, schema)).toEqual([
      { path: ["inner", "lags", "1"], fault: { kind: "not_finite", key: "inner.lags.1", value: String(value) } },
    ]);
  });

  test("is nothing where nothing is said or every limit is kept", () => {
    expect(validateConfig({}, configSchema())).toEqual([]);
    expect(validateConfig({ share: 0.5, date: null, inner: { trees: 1, lags: [] } }, schema)).toEqual([]);
  });
});
