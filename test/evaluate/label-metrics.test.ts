import { expect, test } from "vitest";
import { labelMetrics } from "../../kernel-lib/src/evaluate/label-metrics.js";
import { detection, seriesReport } from "../plots/hand-made-report.js";

const values = new Float64Array(6);

test("a detector that ranks and flags the labelled points alone is perfect, one that does neither is not", () => {
  const series = seriesReport(values, [
    detection("good", Float64Array.of(0, 1, 9, 8, 0, 1), 8),
    detection("bad", Float64Array.of(9, 8, 0, 0, 7, 6), 8),
  ]);
  const metrics = labelMetrics(series, [0, 0, 1, 1, 0, 0]);
  expect(metrics.map(({ id }) => id)).toEqual(["decision", "good", "bad"]);
  expect(metrics[1]).toMatchObject({
    areaUnderRoc: 1,
    areaUnderPrecisionRecall: 1,
    events: { recall: 1, precision: 1, f1: 1, falseAlarms: 0 },
  });
  expect(metrics[2]).toMatchObject({ areaUnderRoc: 0, events: { recall: 0, precision: 0, f1: 0, falseAlarms: 1 } });
});

test("as many labels as points are needed", () => {
  expect(() => labelMetrics(seriesReport(values, [detection("one", values, 8)]), [1])).toThrow(
    "1 labels came for 6 points",
  );
});
