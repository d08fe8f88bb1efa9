import { expect, test } from "vitest";
import { offeredValues, schemaAt } from "../../../../extension/src/configuration/schema-place.js";
import { configSchema } from "../../../../kernel-lib/src/index.js";

test.each([
  [["mode"], ["auto", "vote"]],
  [["season"], ["day", "week", "month", "year"]],
  [
    ["detectors", "zScore", "enabled"],
    [true, false],
  ],
  [
    ["rules", "net sales", "direction"],
    ["up", "down", "both"],
  ],
  [
    ["aggregate", "how", "price"],
    ["sum", "mean", "count", "distinct", "median"],
  ],
  [["seed"], [42]],
  [["events", "name"], []],
])("values of %j", (path, values) => {
  const schema = schemaAt(configSchema(), path);
  expect(schema && offeredValues(schema)).toEqual(values);
});

test("a key that is not there has no schema", () => {
  expect(schemaAt(configSchema(), ["columns", "nothing"])).toBeUndefined();
});
