import { describe, expect, test } from "vitest";
import { baseline } from "../../../kernel-lib/src/baseline/baseline.js";
import { keepYearlyEvents } from "../../../kernel-lib/src/baseline/long/yearly-events.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const YEAR = 365;

describe("events of the same date", () => {
  /** Four years with events of so many rows from a row on, on a side: those that are given back. */
  const given = (rows: number, ...events: readonly (readonly [row: number, side: 1 | -1])[]): number[] => {
    const event = new Uint8Array(4 * YEAR);
    const z = new Float64Array(4 * YEAR);
    for (const [first, side] of events)
      for (let row = first; row < first + rows; row++) [event[row], z[row]] = [1, 6 * side];
    keepYearlyEvents(event, z, YEAR, 3);
    return events.filter(([row]) => event[row] === 0).map(([row]) => row);
  };

  test("in half of the other years are given back, that of another side is not", () => {
    expect(given(6, [340, 1], [340 + YEAR, -1], [341 + 2 * YEAR, 1], [339 + 3 * YEAR, 1])).toEqual([
      340,
      341 + 2 * YEAR,
      339 + 3 * YEAR,
    ]);
  });

  test("of a day or two are dates, and stay events", () => {
    const days = [340, 340 + YEAR, 340 + 2 * YEAR, 340 + 3 * YEAR];
    expect(given(2, ...days.map((row) => [row, 1] as const))).toEqual([]);
  });

  test("in one of three other years, or some days beside, stay events", () => {
    expect(given(6, [340, 1], [340 + YEAR, 1])).toEqual([]);
    expect(given(6, [330, 1], [350 + YEAR, 1], [310 + 2 * YEAR, 1])).toEqual([]);
  });
});

describe("the Decembers of four years", () => {
  /** Trade grows to twice as much until 24 December, but for one year. */
  function days(seed: number, missing: number): Float64Array {
    const random = createRandom(`Decembers ${seed}`);
    return Float64Array.from({ length: 1461 }, (_, row) => {
      const date = new Date(Date.UTC(2015, 0, 1 + row));
      const isDecember = date.getUTCMonth() === 11 && date.getUTCDate() <= 24 && date.getUTCFullYear() !== missing;
      return 1000 * (1 + (isDecember ? date.getUTCDate() / 24 : 0)) * (1 + 0.04 * random.normal());
    });
  }
  const times = Float64Array.from({ length: 1461 }, (_, row) => Date.UTC(2015, 0, 1 + row) / 1000);

  test.each([2015, 2016, 2018])("%i without trade is told, far below what the others let expect", (missing) => {
    const first = Date.UTC(missing, 11, 1) / 1000;
    const begin = times.indexOf(first);
    const { findings, expected, z } = baseline({ values: days(missing, missing), step: 86_400, times, excluded: null });
    expect(expected[begin + 19]).toBeGreaterThan(1500);
    expect(z[begin + 19]).toBeLessThan(-4);
    const strongest = findings.reduce((most, each) => (each.log10p < most.log10p ? each : most));
    expect(strongest.start).toBeGreaterThanOrEqual(begin);
    expect(strongest.start).toBeLessThan(begin + 24);
  });
});
