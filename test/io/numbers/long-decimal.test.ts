import fc from "fast-check";
import { expect, test } from "vitest";
import { longDecimal } from "../../../kernel-lib/src/io/numbers/long-decimal.js";

function read(text: string): number {
  const target = new Float64Array(1);
  const done = longDecimal(
    new TextEncoder().encode(text),
    0,
    text.length,
    text.length - 1 - text.indexOf("."),
    target,
    0,
  );
  expect(Number.isNaN(target[0])).toBe(!done);
  return target[0];
}

test("gives the same double as Number, or says that it cannot tell", () => {
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 10, maxLength: 18 });
  let undecided = 0;
  fc.assert(
    fc.property(digits, fc.nat(), (all, place) => {
      const mark = place % all.length;
      const text = `${all.slice(0, mark)}.${all.slice(mark)}`;
      const value = read(text);
      if (Number.isNaN(value)) undecided++;
      else expect(value).toBe(Number(text));
    }),
    { numRuns: 5000 },
  );
  expect(undecided).toBeLessThan(500);
});

test("reads back every double as JavaScript and Python write it", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e9, noNaN: true }), (number) => {
      const text = String(number);
      if (!/^\d*\.\d+$/.test(text) || text.length < 16) return;
      const value = read(text);
      if (!Number.isNaN(value)) expect(value).toBe(number);
    }),
    { numRuns: 5000 },
  );
});

test("leaves numbers of more than 18 digits to others", () => {
  expect(read("1.23456789012345678901")).toBeNaN();
});
