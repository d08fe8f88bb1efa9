import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { areaUnderPrecisionRecall, volumeUnderPrecisionRecall } from "../../../kernel-lib/src/evaluate/metrics.js";
import { sharedFile } from "../shared-file.js";

interface Vector {
  readonly window: number;
  readonly label_runs: readonly (readonly [start: number, end: number])[];
  readonly score: readonly number[];
  readonly vus_pr: number;
  readonly auc_pr: number;
}

test("areas and volumes match the values that the authors' own program gave", () => {
  for (const vector of JSON.parse(readFileSync(sharedFile("data/vus-test-vectors.json"), "utf8")) as Vector[]) {
    const labels = new Uint8Array(vector.score.length);
    for (const [start, end] of vector.label_runs) labels.fill(1, start, end + 1);
    const scores = Float64Array.from(vector.score);
    expect(volumeUnderPrecisionRecall(labels, scores, vector.window)).toBeCloseTo(vector.vus_pr, 6);
    expect(areaUnderPrecisionRecall(labels, scores)).toBeCloseTo(vector.auc_pr, 6);
  }
});
