import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detect } from "../../kernel-lib/src/detect.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { profile } from "../../kernel-lib/src/profile/profile.js";
import { read } from "../../kernel-lib/src/read.js";
import type { Report } from "../../kernel-lib/src/report.js";
import { dailyTable } from "../evaluate/made-table.js";

/** Days with a week, a drop to a new level and a spike, on both sides of 0. */
function days(seed: number): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from(
    { length: 320 },
    (_, day) => (day % 7 > 4 ? -6 : 2) + (day >= 200 ? -12 : 0) + (day === 90 ? 15 : 0) + random.normal(),
  );
}

const told = ({ series: [{ incidents, pattern }] }: Report): unknown => [
  incidents.map(({ start, end, kind, direction }) => [start, end, kind, direction]),
  pattern!.normal!.changes.map(({ point, end }) => [point, end]),
  pattern!.normal!.findings.map(({ kind, start, end }) => [kind, start, end]),
];

describe("what is found", () => {
  test("does not hang on the order of the rows of a file", async () => {
    const lines = Array.from(
      days(1),
      (value, day) => `${new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)},${value.toFixed(3)}`,
    );
    const random = createRandom(7);
    const mixed = lines
      .map((line) => ({ line, place: random.next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ line }) => line);
    const of = (rows: readonly string[]): Promise<Report> =>
      detect(read(new TextEncoder().encode(`date,balance\n${rows.join("\n")}\n`)));
    const [inOrder, inNone] = [await of(lines), await of(mixed)];
    expect(told(inNone)).toEqual(told(inOrder));
    expect(inNone.series[0].expected).toEqual(inOrder.series[0].expected);
    expect(inNone.series[0].usualUpper).toEqual(inOrder.series[0].usualUpper);
  });

  test("is moved by an added constant and not changed, where a series has no zero of its own", async () => {
    for (const seed of [2, 3]) {
      const values = days(seed);
      const own = await detect(dailyTable({ balance: values }));
      const moved = await detect(dailyTable({ balance: values.map((value) => value - 64) }));
      expect(own.series[0].incidents.length).toBeGreaterThan(0);
      expect(told(moved)).toEqual(told(own));
      for (let i = 0; i < values.length; i++)
        expect(moved.series[0].expected[i] + 64).toBeCloseTo(own.series[0].expected[i], 6);
    }
  });

  test("is an answer of any short file of months, never a crash, and ranges stay in order", async () => {
    const cell = fc.oneof(
      fc.integer({ min: -5, max: 2000 }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.constantFrom(0, 100, NaN),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 2, maxLength: 40 }), async (values) => {
        const lines = values.map(
          (value, month) =>
            `${2021 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01,${Number.isNaN(value) ? "" : value}`,
        );
        if (!values.some((value) => Number.isFinite(value))) return;
        const table = read(new TextEncoder().encode(`month,sales\n${lines.join("\n")}\n`), {
          columns: { kpis: ["sales"] },
        });
        profile(table);
        for (const baseline of ["history", "past"] as const) {
          const [series] = (await detect(table, { baseline })).series;
          for (let i = 0; i < series.values.length; i++) {
            expect(series.lower[i] > series.expected[i] || series.upper[i] < series.expected[i]).toBe(false);
            expect(series.usualLower[i] > series.usual[i] || series.usualUpper[i] < series.usual[i]).toBe(false);
          }
        }
      }),
      { numRuns: 40, seed: 11 },
    );
  });
});
