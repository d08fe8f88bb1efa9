import { describe, expect, it } from "vitest";
import { trimStretch, type Trimming } from "../../../kernel-lib/src/decide/incident/trim-stretch.js";

/** Forty values of 10 to 11, none equal to its neighbour, with a usual range of 8 to 13. */
function around(changes: Readonly<Record<number, number>>, scores: Readonly<Record<number, number>>): Trimming {
  const filled = (value: number): Float64Array => new Float64Array(40).fill(value);
  const values = Float64Array.from({ length: 40 }, (_, i) => changes[i] ?? 10 + (i % 7) / 7);
  return {
    values,
    expected: filled(10.5),
    lower: filled(8),
    upper: filled(13),
    pattern: { known: new Uint8Array(40) },
    scores: Float64Array.from({ length: 40 }, (_, i) => scores[i] ?? 0.6),
  };
}

describe("trimStretch", () => {
  it("keeps the rows that leave the usual range by a quarter of the farthest", () => {
    expect(trimStretch({ start: 5, end: 30 }, around({ 12: 40, 14: 22, 20: 13.5 }, { 12: 2 }), true)).toEqual({
      start: 12,
      end: 14,
    });
  });

  it("keeps a run of equal values as it stands where they are rare", () => {
    expect(trimStretch({ start: 5, end: 30 }, around({ 12: 9, 13: 9, 14: 9, 15: 9, 16: 9 }, { 14: 2 }), true)).toEqual({
      start: 12,
      end: 16,
    });
  });

  it("leaves an alarm that never leaves the range as it is", () => {
    expect(trimStretch({ start: 5, end: 30 }, around({}, { 14: 2 }), true)).toEqual({ start: 5, end: 30 });
  });

  it("never trims away what raised the alarm", () => {
    expect(trimStretch({ start: 5, end: 30 }, around({ 8: 14 }, { 8: 0.7, 20: 2 }), true)).toEqual({
      start: 8,
      end: 20,
    });
    expect(trimStretch({ start: 5, end: 30 }, around({ 8: 14 }, { 7: 2, 8: 1.9 }), true)).toEqual({ start: 8, end: 8 });
  });

  it("does not ask the rows of a known event", () => {
    const series = around({ 12: 40, 20: 14 }, { 19: 2, 20: 2 });
    series.pattern.known[12] = 1;
    expect(trimStretch({ start: 5, end: 30 }, series, true)).toEqual({ start: 20, end: 20 });
  });

  it("copes with points that have no score", () => {
    expect(trimStretch({ start: 5, end: 30 }, around({ 8: 14 }, { 5: NaN, 8: 0.7, 20: 2 }), true)).toEqual({
      start: 8,
      end: 20,
    });
  });
});
