import { describe, expect, it } from "vitest";
import { blockMaxima, blockRows, usualMaximum } from "../../../kernel-lib/src/decide/evidence/block-maxima.js";
import { CALIBRATION } from "../../../kernel-lib/src/decide/evidence/calibration.generated.js";
import { surpriseOf } from "../../../kernel-lib/src/decide/evidence/surprise.js";
import { lnExpected, scoresOf } from "../../../kernel-lib/src/decide/evidence/expected-alarms.js";
import { rowEvidence } from "../../../kernel-lib/src/decide/evidence/evidence.js";
import { detectors } from "../../../kernel-lib/src/detectors/index.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const exponential = (rows: number, seed: number): Float64Array => {
  const random = createRandom(seed);
  return Float64Array.from({ length: rows }, () => -Math.log(1 - random.next()));
};

describe("block maxima", () => {
  it("are as long as an event, shorter in short series", () => {
    expect(blockRows(10_000, "minutes")).toBe(96);
    expect(blockRows(10_000, "hours")).toBe(24);
    expect(blockRows(100, "days")).toBe(6);
    expect(blockRows(20, "days")).toBe(3);
  });

  it("pass over what is not known, the last block may be short", () => {
    expect([...blockMaxima(Float64Array.of(1, NaN, 3, 2, 5), 2)]).toEqual([1, 3, 5]);
  });

  it("follow a Gumbel law whose scale is that of the tail", () => {
    const { place, scale } = usualMaximum(blockMaxima(exponential(50_000, 3), 50), 0.1);
    expect(scale).toBeCloseTo(1, 0.5);
    expect(place).toBeCloseTo(Math.log(50), 0.5);
  });

  it("are not told by the third of blocks that holds events", () => {
    const calm = exponential(20_000, 4);
    const wild = calm.map((value, i) => (i % 200 === 0 ? value + 40 : value));
    const [before, after] = [calm, wild].map((values) => surpriseOf(values, 50, 0.3)[199 * 50]);
    expect(Math.abs(after - before)).toBeLessThan(3);
    expect(surpriseOf(wild, 50, 0.3)[200]).toBeGreaterThan(15);
  });
});

describe("the calibration", () => {
  it("knows every detector of the register that has a part in the score", () => {
    const taking = Object.entries(detectors).filter(([, { share, companions }]) => share && !companions);
    for (const [id, { share }] of taking) {
      expect(CALIBRATION.other.weights, id).toHaveProperty(id);
      expect(CALIBRATION.minutes.weights, id).toHaveProperty(id);
      if (share?.rule !== "floor") expect(CALIBRATION.least, id).toHaveProperty(id);
    }
  });

  it("gives no detector a say against the others", () => {
    for (const id of Object.keys(detectors))
      for (const pace of [CALIBRATION.minutes, CALIBRATION.other])
        expect(pace.weights[id] ?? 0).toBeGreaterThanOrEqual(0);
  });

  it("counts more false alarms at each higher sensitivity", () => {
    for (const { dial } of [CALIBRATION.minutes, CALIBRATION.other])
      dial.expected.forEach((expected, k) => expect(expected).toBeGreaterThan(k > 0 ? dial.expected[k - 1] : 0));
  });
});

describe("evidence", () => {
  it("adds its columns by their weights", () => {
    const columns = new Map([
      ["sum", Float64Array.of(1, 2)],
      ["recur", Float64Array.of(0, 3)],
      ["unheard of", Float64Array.of(9, 9)],
    ]);
    expect([...rowEvidence(columns, { sum: 2, recur: -1 }, 2)]).toEqual([2, 1]);
  });

  it("scores 1 where chance reaches it as often as the usual sensitivity allows, and keeps the order", () => {
    const curve = { evidence: [1, 2], lnExpected: [0, -1], slope: 2, blocks: 50, growth: 0.75 };
    const evidence = Float64Array.of(-3, 0, 1.5, 2, 4, 9, 40);
    const scores = scoresOf(evidence, "hours", { curve, usual: Math.exp(-1) });
    expect([...scores]).toEqual([...scores].sort((a, b) => a - b));
    expect(new Set(scores).size).toBe(scores.length);
    expect(scoresOf(new Float64Array(50).fill(2), "hours", { curve, usual: Math.exp(-1) })[0]).toBeCloseTo(1, 12);
  });

  it("is expected more often in longer series", () => {
    const curve = { evidence: [1, 2], lnExpected: [0, -1], slope: 2, blocks: 50, growth: 0.75 };
    expect(lnExpected(2, curve, 100) - lnExpected(2, curve, 50)).toBeCloseTo(0.75 * Math.LN2, 12);
    expect(lnExpected(3, curve, 50)).toBeCloseTo(-3, 12);
    expect(lnExpected(0, curve, 50)).toBeCloseTo(2, 12);
  });
});
