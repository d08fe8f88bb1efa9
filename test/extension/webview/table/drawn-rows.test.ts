import fc from "fast-check";
import { expect, test } from "vitest";
import { drawnRows, rowAt, rowOffsets } from "../../../../extension/webview/table/drawn-rows.js";

const offsets = rowOffsets(1000, () => 28);

test("of a thousand rows only those in view are drawn, with a few around them", () => {
  const { rows, below } = drawnRows(offsets, 14_000, 14_560, []);
  expect(rows.map(({ place }) => place)).toEqual(Array.from({ length: 41 }, (_, index) => 490 + index));
  expect(rows[0].above).toBe(490 * 28);
  expect(below).toBe((1000 - 531) * 28);
});

test("the row with the focus stays, wherever the view is", () => {
  const { rows } = drawnRows(offsets, 14_000, 14_560, [3, -1]);
  expect(rows[0]).toEqual({ place: 3, above: 84 });
  expect(rows[1]).toEqual({ place: 490, above: (490 - 4) * 28 });
});

test("an empty list draws nothing", () => {
  expect(
    drawnRows(
      rowOffsets(0, () => 28),
      0,
      500,
      [0],
    ),
  ).toEqual({ rows: [], below: 0 });
});

test("whatever the heights and the view, rows and room add up to the whole list", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 300 }),
      fc.integer({ min: -500, max: 50_000 }),
      fc.integer({ min: 0, max: 2000 }),
      fc.nat(299),
      (heights, top, tall, kept) => {
        const all = rowOffsets(heights.length, (place) => heights[place]);
        const { rows, below } = drawnRows(all, top, top + tall, [kept]);
        expect(rows.reduce((sum, { place, above }) => sum + above + heights[place], below)).toBe(all[heights.length]);
        const inView = heights
          .map((_, place) => place)
          .filter((place) => all[place] < top + tall && all[place + 1] > top);
        expect(rows.map(({ place }) => place)).toEqual(expect.arrayContaining(inView));
        expect(rowAt(all, all[rows[0].place])).toBe(rows[0].place);
      },
    ),
  );
});
