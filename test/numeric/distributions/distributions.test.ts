import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chiSquareLogTail } from "../../../kernel-lib/src/numeric/distributions/chi-square.js";
import { fisherLogTail } from "../../../kernel-lib/src/numeric/distributions/fisher.js";
import { gumbelLogTail, gumbelQuantile } from "../../../kernel-lib/src/numeric/distributions/gumbel.js";
import { logIncompleteBeta } from "../../../kernel-lib/src/numeric/distributions/incomplete-beta.js";
import { logGamma } from "../../../kernel-lib/src/numeric/distributions/log-gamma.js";
import {
  negativeBinomialLogCdf,
  negativeBinomialLogMass,
  negativeBinomialLogTail,
  negativeBinomialQuantile,
} from "../../../kernel-lib/src/numeric/distributions/negative-binomial.js";
import {
  exactNormalQuantile,
  normalCdf,
  normalLogTail,
  normalQuantileOfLog,
} from "../../../kernel-lib/src/numeric/distributions/normal.js";
import {
  poissonLogCdf,
  poissonLogTail,
  poissonQuantile,
} from "../../../kernel-lib/src/numeric/distributions/poisson.js";
import {
  studentCdf,
  studentLogDensity,
  studentLogTail,
  studentQuantile,
  studentQuantileOfLogTail,
} from "../../../kernel-lib/src/numeric/distributions/student.js";

// make-golden.py writes these; the versions stand in the file.
const golden = JSON.parse(readFileSync(new URL("golden.json", import.meta.url), "utf8")) as Record<string, number[][]>;

const functions: Record<string, (...values: number[]) => number> = {
  logGamma,
  normalLogTail,
  normalQuantileOfLog,
  studentLogTail,
  studentQuantileOfLogTail,
  fisherLogTail,
  chiSquareLogTail,
  poissonLogCdf,
  poissonLogTail,
  negativeBinomialLogMass,
  negativeBinomialLogCdf,
  negativeBinomialLogTail,
  poissonQuantile,
  negativeBinomialQuantile,
  gumbelLogTail: (x) => gumbelLogTail(x, 1.25, 0.5),
  lowerBeta: logIncompleteBeta,
};

/** A logarithm near 0 says as much as its exponential: 1e-10 of the chance, or of the logarithm where that is larger. */
const close = (got: number, wanted: number): boolean => Math.abs(got - wanted) <= 1e-10 * Math.max(Math.abs(wanted), 1);

describe("distributions", () => {
  for (const [name, call] of Object.entries(functions)) {
    test(`${name} is exact to ten digits`, () => {
      expect(golden[name].length).toBeGreaterThan(7);
      const wrong = golden[name]
        .filter((row) => !close(call(...row.slice(0, -1)), row.at(-1)!))
        .map((row) => [...row, call(...row.slice(0, -1))]);
      expect(wrong).toEqual([]);
    });
  }

  test("quantiles undo the tails", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -700, max: -0.7, noNaN: true }),
        fc.double({ min: 1, max: 100, noNaN: true }),
        (logShare, degrees) => {
          expect(Math.abs(normalLogTail(-normalQuantileOfLog(logShare)) / logShare - 1)).toBeLessThan(1e-12);
          expect(
            Math.abs(studentLogTail(studentQuantileOfLogTail(logShare, degrees), degrees) / logShare - 1),
          ).toBeLessThan(1e-11);
        },
      ),
    );
  });

  test("shares turn into values and back", () => {
    for (const share of [1e-300, 1e-12, 0.01, 0.3, 0.5, 0.8, 0.995]) {
      expect(normalCdf(exactNormalQuantile(share)) / share).toBeCloseTo(1, 11);
      if (share > 1e-200) expect(studentCdf(studentQuantile(share, 4), 4) / share).toBeCloseTo(1, 11);
    }
    expect(exactNormalQuantile(0.995)).toBeCloseTo(2.5758293035489004, 13);
    expect(1 + Math.expm1(gumbelLogTail(gumbelQuantile(0.98, 3, 2), 3, 2))).toBeCloseTo(0.02, 12);
  });

  test("what is impossible or certain is said, not computed", () => {
    expect([
      exactNormalQuantile(0),
      exactNormalQuantile(1),
      normalQuantileOfLog(-Infinity),
      normalQuantileOfLog(0),
    ]).toEqual([-Infinity, Infinity, -Infinity, Infinity]);
    expect([
      poissonLogCdf(-1, 3),
      poissonLogTail(-1, 3),
      negativeBinomialLogCdf(-1, 2, 3),
      negativeBinomialLogTail(-1, 2, 3),
    ]).toEqual([-Infinity, 0, -Infinity, 0]);
    expect([studentLogTail(0, 5), fisherLogTail(0, 2, 8), chiSquareLogTail(0, 3), studentQuantile(0.5, 3)]).toEqual([
      -Math.LN2,
      0,
      0,
      0,
    ]);
    expect(studentLogTail(NaN, 3)).toBeNaN();
  });

  test("the density of Student is the slope of its tail", () => {
    for (const t of [0.3, 1, 4]) {
      const slope = (Math.exp(studentLogTail(t - 1e-5, 3.3)) - Math.exp(studentLogTail(t + 1e-5, 3.3))) / 2e-5;
      expect(Math.log(slope)).toBeCloseTo(studentLogDensity(t, 3.3), 8);
    }
  });
});
