import { describe, expect, it } from "vitest";
import { lonePeaks } from "../../../kernel-lib/src/decide/score/lone-peaks.js";
import { createRandom, type Random } from "../../../kernel-lib/src/numeric/random.js";
import { analyseSeason } from "../../../kernel-lib/src/season/season.js";
import { evenSeries } from "../../bench/generated/labelled-series.js";
import { noises } from "../../bench/generated/noise.js";

const DAY = 86_400;

/** Rows that stand alone in noise of deviation 1 with these values changed. */
function found(
  length: number,
  changes: Readonly<Record<number, number>>,
  noise: (random: Random) => number = (random) => random.normal(),
  seed = 1,
): number[] {
  const random = createRandom(seed);
  const values = Float64Array.from({ length }, (_, i) => 100 + noise(random) + (changes[i] ?? 0));
  const scores = lonePeaks(analyseSeason(evenSeries("load", values, DAY))!);
  return Array.from(scores.keys()).filter((i) => scores[i] > 1);
}

describe("lonePeaks", () => {
  it("finds one far value, and several, in quiet noise", () => {
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    const often = (changes: Readonly<Record<number, number>>): number =>
      seeds.filter((seed) => found(1000, changes, undefined, seed).join() === Object.keys(changes).join()).length;
    expect(often({ 400: 10 })).toBeGreaterThan(15);
    expect(often({ 100: 10, 400: -11, 800: 10.5 })).toBeGreaterThan(15);
    expect(often({})).toBe(20);
  });

  it("says nothing of a value that others come near, of a stretch, and of one that is not far", () => {
    expect(found(1000, Object.fromEntries(Array.from({ length: 40 }, (_, k) => [20 + 24 * k, 7 + (k % 5)])))).toEqual(
      [],
    );
    expect(found(1000, { 400: 9, 401: 9, 402: 9, 403: 9, 404: 9, 405: 9 })).toEqual([]);
    expect(found(1000, { 400: 4 })).toEqual([]);
  });

  it("hardly ever speaks where far values are the habit", () => {
    const speaking = Array.from({ length: 60 }, (_, seed) => found(1000, {}, noises.student3, seed).length > 0).filter(
      Boolean,
    );
    expect(speaking.length).toBeLessThan(6);
    expect(found(1000, {}, (random) => (random.next() < 0.1 ? 3 : 0))).toEqual([]);
  });
});
