import { describe, expect, test } from "vitest";
import {
  FALSE_ALARMS_PATTERN,
  HOLIDAYS_PATTERN,
  paramValues,
  type ParamSchema,
} from "../../kernel-lib/src/config/params.js";

const schema = {
  trees: { type: "integer", default: 100, description: "Trees." },
  robust: { type: "boolean", default: true, description: "Robust." },
  lags: { type: "array", default: [1, 7], items: { type: "integer" }, description: "Lags." },
} as const satisfies ParamSchema;

describe("values of options", () => {
  test("are the defaults with what was given laid over them", () => {
    expect(paramValues(schema)).toEqual({ trees: 100, robust: true, lags: [1, 7] });
    expect(paramValues(schema, { trees: 0, robust: false, lags: [] })).toEqual({ trees: 0, robust: false, lags: [] });
  });

  test("are those of the schema alone, and never come from a prototype", () => {
    expect(paramValues(schema, { other: 1 })).toEqual(paramValues(schema));
    expect(paramValues(schema, Object.create({ trees: 5 }) as Record<string, unknown>).trees).toBe(100);
    expect(paramValues({}, { trees: 5 })).toEqual({});
  });
});

test.each([
  ["1 per month", true],
  ["0.5 per file", true],
  ["  2  per  year ", true],
  ["10per day", true],
  ["1 per hour", false],
  ["-1 per month", false],
  [".5 per week", false],
  ["per month", false],
  ["1 month", false],
  ["1 per monthly", false],
])("false alarms written as %j: %s", (text, right) => {
  expect(new RegExp(FALSE_ALARMS_PATTERN, "u").test(text)).toBe(right);
});

test.each([
  ["DE", true],
  ["de-by", true],
  ["US-CA-LA", true],
  ["D", false],
  ["DEU", false],
  ["DE-", false],
  ["DE-BY-M-X", false],
  ["DE BY", false],
  ["", false],
])("holidays of %j: %s", (text, right) => {
  expect(new RegExp(HOLIDAYS_PATTERN, "u").test(text)).toBe(right);
});
