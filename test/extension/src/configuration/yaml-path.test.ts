import { expect, test } from "vitest";
import { yamlPlace } from "../../../../extension/src/configuration/yaml-path.js";

const lines = [
  "mode: vote",
  "detectors:",
  "  zScore:",
  "    enabled: true",
  "    ",
  "",
  "columns:",
  "  ",
  "season:",
  "  - week",
  "- ",
  "events:",
  "  - name: Fair",
  "    date: 2024-01-01",
  "rules:",
  "  'net sales':",
  "    direction: up",
];

test.each([
  [0, 3, [], "mode"],
  [3, 6, ["detectors", "zScore"], "enabled"],
  [4, 4, ["detectors", "zScore"], null],
  [4, 2, ["detectors"], null],
  [5, 0, [], null],
  [7, 2, ["columns"], null],
  [9, 8, ["season"], null],
  [10, 2, ["season"], null],
  [12, 4, ["events"], "name"],
  [13, 6, ["events"], "date"],
  [16, 4, ["rules", "net sales"], "direction"],
] as const)("line %i, column %i", (line, column, path, key) => {
  expect(yamlPlace(lines, line, column)).toEqual({ path, key });
});
