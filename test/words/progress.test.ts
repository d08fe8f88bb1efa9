import { expect, test } from "vitest";
import { progressText } from "../../kernel-lib/src/words/progress.js";

test("the time that is expected has one digit, in seconds, minutes or hours", () => {
  const text = (seconds: number | null): string =>
    progressText({ kind: "detector", facts: { detector: "slow", title: "Slow", seconds, kpi: "sales", series: "" } });
  expect([null, 3, 38, 90, 1000, 9000].map(text)).toEqual([
    "Slow on sales",
    "Slow (about 3 s) on sales",
    "Slow (about 40 s) on sales",
    "Slow (about 2 min) on sales",
    "Slow (about 20 min) on sales",
    "Slow (about 3 h) on sales",
  ]);
});

test("German says the same", () => {
  expect(progressText({ kind: "look", facts: { look: 3, of: 20 } }, "de")).toBe("Blick 3 von 20");
});
