import { beforeEach, expect, test } from "vitest";
import type { IncidentFacts, Results } from "../../../../extension/shared/protocol/index.js";
import { setDisplayLanguage } from "../../../../extension/shared/translate.js";
import { setLocale } from "../../../../extension/shared/words.js";
import { rowText } from "../../../../extension/webview/state/row-text.js";

const chosen = {
  dated: true,
  cadence: { seconds: 86_400, label: "daily" },
  decimals: 0,
  detectors: [{ id: "zScore", title: "Z-score" }],
} as unknown as Results["chosen"];
const incident = {
  rank: 3,
  severity: 88,
  told: { start: Date.UTC(2024, 10, 12), end: Date.UTC(2024, 10, 13) },
  kind: "level shift",
  actual: 1587,
  expected: 4452,
  reason: "64% below a usual Tuesday.",
  verdict: { verdict: null, note: "Server was down" },
  detectors: ["zScore"],
} as unknown as IncidentFacts;

beforeEach(() => {
  setLocale("en");
  setDisplayLanguage("en");
});

test.each(["nov", "november", "tue 12", "2024", "level shift", "1,587", "4,452", "64%", "z-score", "server"])(
  "a filter finds what the row shows: %s",
  (text) => expect(rowText(incident, { chosen })).toContain(text),
);

test("and what a German row shows", () => {
  setLocale("de");
  expect(rowText(incident, { chosen })).toContain("november");
  expect(rowText(incident, { chosen })).toContain("1.587");
});
