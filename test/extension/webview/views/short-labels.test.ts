import { expect, test } from "vitest";
import { shortLabels } from "../../../../extension/webview/views/short-labels.js";
import { detectors } from "../../../../kernel-lib/src/index.js";

test("no two detectors have the same short label", () => {
  const titles = Object.values(detectors).map(({ title }) => title);
  const labels = shortLabels(titles);
  expect(new Set(labels).size).toBe(titles.length);
  expect(Math.max(...labels.map(({ length }) => length))).toBeLessThan(9);
});

test("initials where they tell them apart, more letters where not", () => {
  expect(shortLabels(["Isolation Forest", "Z-score", "Drift"])).toEqual(["IF", "ZS", "Dri"]);
  expect(shortLabels(["Cycle shape", "Cycle step"])).toEqual(["CSh", "CSt"]);
});
