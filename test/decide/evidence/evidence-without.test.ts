import { describe, expect, it } from "vitest";
import { evidenceOf, evidenceTrace, type Voice } from "../../../kernel-lib/src/decide/evidence/evidence.js";
import { evidenceWithout, MODEL_OF_NORMAL } from "../../../kernel-lib/src/decide/evidence/evidence-without.js";
import { calibrationFor } from "../../../kernel-lib/src/decide/evidence/calibration.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { analyseSeason } from "../../../kernel-lib/src/season/season.js";
import { evenSeries } from "../../bench/generated/labelled-series.js";

const ROWS = 420;
const TOP = 200;
const ROWS_ASKED = [0, 57, TOP, ROWS - 1];

const noise = (seed: number, top = 0): Float64Array => {
  const random = createRandom(seed);
  return Float64Array.from({ length: ROWS }, (_, row) => (row === TOP ? top : 0) + random.normal());
};
const season = analyseSeason(evenSeries("sales", noise(1, 9), 86_400))!;
const voices: readonly Voice[] = [
  { detector: "seasonalResidual", scores: noise(2, 12), isRoot: false },
  { detector: "levelShift", scores: noise(3, 8), isRoot: false },
  { detector: "flatRun", scores: noise(4), isRoot: true },
];
const former = noise(5).map((score) => Math.max(0, score));
const { weights } = calibrationFor("days");
const trace = evidenceTrace(season, voices, former);

describe("evidence without a voice", () => {
  const without = evidenceWithout(trace, weights, ROWS_ASKED);

  it("is the whole evidence where none is left out", () => {
    const whole = evidenceOf(trace, weights);
    for (const row of ROWS_ASKED) expect(without(row, "", former[row])).toBeCloseTo(whole[row], 9);
  });

  it("is what a run without that voice tells, where the law of the series has no part", () => {
    const ofRows = {
      levelShift: 1,
      second: 0.7,
      sum: 0.5,
      both: 0.3,
      msum: 1.1,
      ctx_mean: 0.2,
      ctx_max: 0.4,
      ctx_wide: -0.2,
    };
    const told = evidenceWithout(trace, ofRows, ROWS_ASKED);
    for (const { detector } of voices) {
      const others = voices.filter((voice) => voice.detector !== detector);
      const run = evidenceOf(evidenceTrace(season, others, former), ofRows);
      for (const row of [57, TOP]) expect(told(row, detector, former[row]), detector).toBeCloseTo(run[row], 9);
    }
  });

  it("is less where that voice was loud: the louder, the less", () => {
    const [whole, loud, soft, silent, model] = ["", "seasonalResidual", "levelShift", "flatRun", MODEL_OF_NORMAL].map(
      (voice) => without(TOP, voice, former[TOP]),
    );
    expect(loud).toBeLessThan(soft);
    expect(soft).toBeLessThan(silent);
    expect(silent).toBeLessThanOrEqual(whole + 0.05);
    expect(model).toBeLessThan(whole);
  });

  it("without the model of what is normal is what the detectors' own columns add up to", () => {
    const own = evidenceWithout(trace, { sum: 2, nz: 5, nzl: 5, both: 5, msum: 1 }, [TOP]);
    expect(own(TOP, MODEL_OF_NORMAL, 0)).toBeCloseTo(3 * Math.log1p(trace.pool[TOP]), 9);
  });

  it("falls with the former score that is left", () => {
    const left = [0, 0.5, 1, 3].map((score) => without(TOP, "levelShift", score));
    expect(left).toEqual([...left].sort((a, b) => a - b));
    expect(left[3]).toBeGreaterThan(left[0]);
  });
});
