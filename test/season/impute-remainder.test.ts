import { expect, test } from "vitest";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { robustScale } from "../../kernel-lib/src/numeric/robust-deviation.js";
import { imputeRemainder } from "../../kernel-lib/src/season/impute-remainder.js";

const random = createRandom(5);
const noise = Float64Array.from({ length: 700 }, () => random.normal());
const hole = (from: number, to: number, length = noise.length): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => Number(i >= from && i <= to));

test("a hole is as restless as the series around it, and never alarming", () => {
  const wild = noise.map((value, i) => (i === 395 ? 40 : value));
  const filled = imputeRemainder(wild, hole(400, 450), 7, true).slice(400, 451);
  expect(robustScale(filled) / robustScale(noise)).toBeGreaterThan(0.6);
  expect(Math.max(...filled.map(Math.abs))).toBeLessThan(3 * robustScale(noise));
});

test("what is known stays, what is unknown is not looked at", () => {
  const unknown = hole(100, 120);
  const filled = imputeRemainder(noise, unknown, 7, true);
  filled.forEach((value, i) => unknown[i] || expect(value).toBe(noise[i]));
  expect(
    imputeRemainder(
      noise.map((value, i) => (unknown[i] ? 1e9 : value)),
      unknown,
      7,
      true,
    ),
  ).toEqual(filled);
});

test("where neighbours resemble each other it goes from one end to the other without a jump", () => {
  let level = 0;
  const walk = noise.map((step) => (level = 0.98 * level + step));
  const filled = imputeRemainder(walk, hole(300, 302), 7, true);
  for (let i = 300; i <= 303; i++) expect(Math.abs(filled[i] - filled[i - 1])).toBeLessThan(3 * robustScale(noise));
});

test("nothing known gives zeros, and no two holes the same", () => {
  expect(imputeRemainder(noise, hole(0, 699), 7, true)).toEqual(new Float64Array(700));
  const two = hole(100, 113).map((value, i) => (i >= 114 && i <= 127 ? 0 : i >= 200 && i <= 213 ? 1 : value));
  const filled = imputeRemainder(noise, two, 7, true);
  expect(filled.slice(100, 114)).not.toEqual(filled.slice(200, 214));
});

test("a rhythm that no season explains goes on", () => {
  const square = noise.map((_, i) => (i % 7 < 5 ? 0 : -60));
  expect(imputeRemainder(square, hole(200, 240), 7, false)).toEqual(square);
});
