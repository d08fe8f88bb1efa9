import { expect, test } from "vitest";
import { standoutOf } from "../../kernel-lib/src/baseline/standout.js";

const months = [98, 101, 103, 97, 100, 102, 99, 104, 96, 100, 101, 98];

test("a value many times farther from the others than any of them stands out", () => {
  const found = standoutOf(Float64Array.from([...months, 900, NaN]))!;
  expect(found.row).toBe(12);
  expect(found.value).toBe(900);
  expect(found.others).toBe(100);
  expect(found.times).toBe(200);
});

test("nothing stands out among values alike, among two that are far, or among few", () => {
  expect(standoutOf(Float64Array.from(months))).toBeNull();
  expect(standoutOf(Float64Array.from([...months, 900, 880]))).toBeNull();
  expect(standoutOf(Float64Array.of(1, 1, 1, 9))).toBeNull();
  expect(standoutOf(new Float64Array(12).fill(3))).toBeNull();
});

test("one value among others that are all the same", () => {
  expect(standoutOf(Float64Array.of(5, 5, 5, 5, 5, 5, 5, 7))).toEqual({ row: 7, value: 7, others: 5, times: Infinity });
});
