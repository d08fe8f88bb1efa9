import { describe, expect, test } from "vitest";
import { besideOthers } from "../../../kernel-lib/src/baseline/noise/beside-others.js";
import { normalLogTail } from "../../../kernel-lib/src/numeric/distributions/normal.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const ROWS = 2000;
const TERMS = { known: ROWS, unit: 7, alpha: 0.02 };
/** −ln of the chance from which on a row is striking, seen from two sides in two ways. */
const STRIKING = Math.log(4 * ROWS) - Math.log(TERMS.alpha);

function normal(seed: number): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: ROWS }, () => random.normal());
}

/** Every so many rows one far one, from 3.2 to 7 deviations. */
function longTail(seed: number): Float64Array {
  const z = normal(seed);
  for (let k = 0; k < 30; k++) z[40 + 60 * k] = 3.2 + (3.8 * k) / 29;
  return z;
}

const told = (z: Float64Array, deviation: number): number => -besideOthers(z, TERMS)(deviation);

describe("a far row beside the others", () => {
  test("is as rare as its tail says where nothing else is far, however far it is itself", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const z = normal(seed);
      z[500] = 9;
      expect(told(z, 9)).toBeGreaterThan(0.6 * -normalLogTail(9));
      expect(told(z, 2)).toBe(-normalLogTail(2));
    }
  });

  test("is no longer striking where far rows go on without a gap, and the other side is judged for itself", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const z = longTail(seed);
      z[500] = -7;
      expect(told(z, 7)).toBeLessThan(STRIKING);
      expect(told(z, -7)).toBeGreaterThan(STRIKING);
    }
  });

  test("stays striking among many like it, of which none is like the noise, and in a long event", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const z = normal(seed);
      for (let k = 0; k < 12; k++) z[40 + 150 * k] = 8 + (k % 3);
      for (let i = 1000; i < 1020; i++) z[i] = 12;
      for (const far of [8, 9, 10, 12]) expect(told(z, far)).toBeGreaterThan(STRIKING);
      expect(told(z, 12)).toBeGreaterThan(told(z, 8));
    }
  });

  test("keeps its own chance where a few events about the line are all that is beyond the tail", () => {
    let kept = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const z = normal(seed);
      for (const [k, far] of [4.5, 4.6, 4.7, 4.8].entries()) z[300 + 400 * k] = far;
      if (told(z, 4.8) > 0.95 * -normalLogTail(4.8)) kept++;
    }
    expect(kept).toBeGreaterThanOrEqual(85);
  });

  test("keeps its own chance among others that climb to it step by step, each hidden by the next, where they are few", () => {
    let kept = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const z = normal(seed);
      for (const [k, far] of [4.2, 4.7, 5.2, 5.8, 6.4].entries()) z[300 + 350 * k] = far;
      if (told(z, 5.2) > 0.75 * -normalLogTail(5.2)) kept++;
    }
    expect(kept).toBeGreaterThanOrEqual(90);
  });

  test("is a stretch of its own beside another one that chance brings near, not within an event", () => {
    const far = (gap: number): Float64Array => {
      const z = new Float64Array(ROWS);
      for (let k = 0; k < 40; k++) z[20 + Math.floor(k / 2) * 90 + (k % 2) * gap] = 3 + k / 40;
      return z;
    };
    const weekly = { ...TERMS, unit: 24 };
    expect(-besideOthers(far(20), weekly)(3.9)).toBe(-besideOthers(far(40), weekly)(3.9));
    expect(-besideOthers(far(2), weekly)(3.9)).toBeGreaterThan(-besideOthers(far(20), weekly)(3.9));
  });

  test("is never rarer than its own deviation says, and a farther one never less rare", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const law = besideOthers(longTail(seed), TERMS);
      let before = 0;
      for (let far = 0.1; far < 12; far += 0.1) {
        const now = -law(far);
        expect(now).toBeLessThanOrEqual(-normalLogTail(far) + 1e-12);
        expect(now).toBeGreaterThanOrEqual(before);
        before = now;
      }
    }
  });

  test("is judged alike on both sides, in either direction of time, and among rows of which nothing is known", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const z = longTail(seed);
      const law = besideOthers(z, TERMS);
      const turned = besideOthers(
        z.map((value) => -value),
        TERMS,
      );
      const backwards = besideOthers(z.slice().reverse(), TERMS);
      const longer = new Float64Array(z.length + 300);
      longer.set(z, 300);
      const among = besideOthers(longer, TERMS);
      for (let far = -12; far <= 12; far += 0.3) {
        expect(turned(-far)).toBe(law(far));
        expect(backwards(far)).toBe(law(far));
        expect(among(far)).toBe(law(far));
      }
    }
  });

  test("learns nothing of rows that are not far: neither what they are nor where", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const z = longTail(seed);
      const law = besideOthers(z, TERMS);
      const near = besideOthers(
        z.map((value) => (Math.abs(value) < 2 ? 0 : value)),
        TERMS,
      );
      for (let far = 2; far <= 12; far += 0.3) expect(near(far)).toBe(law(far));
    }
  });

  test("is a number however far it is, in columns of any length", () => {
    for (const known of [8, 100, ROWS, 1e6])
      for (const z of [
        longTail(1),
        new Float64Array(8),
        Float64Array.of(300, -300, 40),
        longTail(2).fill(1e6, 0, 900),
      ]) {
        const law = besideOthers(z, { ...TERMS, known });
        for (const far of [0, 1e-300, 0.5, 4, 37, 300, 1e6, -1e6]) {
          expect(law(far)).toBeLessThanOrEqual(0);
          expect(law(far)).toBeGreaterThan(-Infinity);
        }
      }
  });
});
