import { expect, test } from "vitest";
import { judgeCount } from "../../../kernel-lib/src/baseline/counts/count-law.js";
import {
  negativeBinomialLogCdf,
  negativeBinomialLogTail,
  negativeBinomialQuantile,
} from "../../../kernel-lib/src/numeric/distributions/negative-binomial.js";
import { normalQuantileOfLog } from "../../../kernel-lib/src/numeric/distributions/normal.js";

test("one walk over the chances says what the distribution's functions say", () => {
  const verdict = { lower: 0, median: 0, upper: 0, z: 0 };
  for (const size of [0.3, 2, 50, 1e4]) {
    for (const mean of [1e-6, 0.05, 1, 7.3, 60, 150]) {
      for (const count of [0, 1, 2, 5, 11, 70, 400]) {
        judgeCount(count, size, mean, verdict);
        const [above, below] = [
          negativeBinomialLogTail(count - 1, size, mean),
          negativeBinomialLogCdf(count, size, mean),
        ];
        const z =
          above < below
            ? -normalQuantileOfLog(Math.min(above, Math.log(0.5)))
            : normalQuantileOfLog(Math.min(below, Math.log(0.5)));
        expect(Math.abs(verdict.z - z)).toBeLessThan(1e-7 * (1 + Math.abs(z)));
        expect([verdict.lower, verdict.median, verdict.upper]).toEqual(
          [0.005, 0.5, 0.995].map((share) => negativeBinomialQuantile(share, size, mean)),
        );
      }
    }
  }
});
