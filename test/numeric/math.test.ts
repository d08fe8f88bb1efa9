import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as math from "../../kernel-lib/src/numeric/math.js";

type OfOne = Exclude<keyof typeof math, "pow" | "hypot">;

/** Of mpmath; see elementary.py beside it. */
const golden = JSON.parse(readFileSync(new URL("../golden/elementary.json", import.meta.url), "utf8")) as Record<
  OfOne,
  [number, number][]
> & { pow: [number, number, number][] };
const functions = Object.keys(golden).filter((name): name is OfOne => name !== "pow");

/** The distance of neighbouring doubles around a number. */
function lastDigit(value: number): number {
  const bits = new Float64Array([Math.abs(value)]);
  new BigInt64Array(bits.buffer)[0] += 1n;
  return bits[0] - Math.abs(value);
}

/** How many last digits of the right number lie between: half a one where it is rounded perfectly, and none that can be seen here. */
const digitsOff = (found: number, right: number): number =>
  Object.is(found, right) ? 0 : Math.abs(found - right) / lastDigit(right);

/** Equal, or neighbours: the right numbers here are rounded themselves, so what is off by less than one is at most one away. */
function expectClose(found: number, right: number, name: string): void {
  if (Number.isFinite(right)) expect(digitsOff(found, right), name).toBeLessThanOrEqual(1);
  else expect(found, name).toBe(right);
}

describe("elementary functions", () => {
  it.each(functions)("%s is off by less than one last digit", (name) => {
    const away = golden[name].map(([x, right]) => {
      expectClose(math[name](x), right, `${name}(${x})`);
      return digitsOff(math[name](x), right);
    });
    // Most are rounded perfectly: an error of .55 of a digit shows in one of twenty.
    expect(away.filter((digits) => digits > 0).length / away.length).toBeLessThan(0.1);
  });

  it("pow is off by less than one last digit", () => {
    for (const [base, exponent, right] of golden.pow)
      expectClose(math.pow(base, exponent), right, `pow(${base}, ${exponent})`);
  });

  it("short results are exact", () => {
    for (let k = -1074; k <= 1023; k++) expect([math.pow(2, k), math.log2(math.pow(2, k))]).toEqual([2 ** k, k]);
    for (let k = 0; k <= 22; k++)
      expect([math.pow(10, k), math.log10(Number(`1e${k}`))]).toEqual([Number(`1e${k}`), k]);
    for (let k = -100; k <= 100; k++)
      expect([math.cbrt(k * k * k), math.pow(k, 2), math.hypot(3 * k, 4 * k)]).toEqual([k, k * k, Math.abs(5 * k)]);
  });

  const unusual = [
    0,
    -0,
    1,
    -1,
    2,
    -2,
    3,
    -3,
    0.5,
    -0.5,
    1e300,
    -1e300,
    1e-320,
    -1e-320,
    2 ** 53,
    -(2 ** 53),
    2 ** 53 - 1,
    Infinity,
    -Infinity,
    NaN,
  ];

  it.each(functions)("%s has the special cases of the built-in one", (name) => {
    for (const x of unusual) expectClose(math[name](x), Math[name](x), `${name}(${x})`);
  });

  it("pow and hypot have the special cases of the built-in ones", () => {
    for (const x of unusual) {
      for (const y of unusual) {
        expectClose(math.pow(x, y), Math.pow(x, y), `pow(${x}, ${y})`);
        expectClose(math.hypot(x, y), Math.hypot(x, y), `hypot(${x}, ${y})`);
      }
    }
  });

  it.each(functions)("%s is near the built-in one for all numbers", (name) => {
    // The built-in ones are off by up to two digits themselves.
    const close = (x: number): void => {
      const [found, right] = [math[name](x), Math[name](x)];
      if (Number.isFinite(right)) expect(digitsOff(found, right)).toBeLessThan(3);
      else expect(found).toBe(right);
    };
    fc.assert(fc.property(fc.double(), close), { numRuns: 1000 });
    fc.assert(fc.property(fc.double({ min: -4, max: 4 }), close), { numRuns: 1000 });
  });
});
