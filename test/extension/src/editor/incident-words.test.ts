import { expect, test } from "vitest";
import type { LineIncident } from "../../../../extension/shared/protocol/index.js";
import { setDisplayLanguage } from "../../../../extension/shared/translate.js";
import { setLocale } from "../../../../extension/shared/words.js";
import { atLine, incidentValue } from "../../../../extension/src/editor/incident-words.js";

const incident = {
  kpi: "sales",
  series: "12",
  key: "Store",
  decimals: 1,
  actual: 400,
  expected: 100,
  lines: Uint32Array.of(62, 63),
  values: Float64Array.of(400, 250),
  expecteds: Float64Array.of(100, 102),
} as unknown as LineIncident;

test("a line is told with its own numbers, not with the incident's worst", () => {
  setLocale("en");
  setDisplayLanguage("en");
  expect(incidentValue(atLine(incident, 63))).toBe("Store 12 \u00b7 sales 250.0, expected 102.0");
  expect(incidentValue(atLine(incident, 99))).toBe("Store 12 \u00b7 sales 400.0, expected 100.0");
});
