import fc from "fast-check";
import { expect, test } from "vitest";
import { coverageOf } from "../../../kernel-lib/src/display/raster/coverage.js";
import { regularPolygon, strokeOutline } from "../../../kernel-lib/src/display/raster/stroke.js";

const total = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0);

test("a box covers each pixel by the share of it that lies inside", () => {
  const { left, top, width, height, values } = coverageOf([[1.5, 1, 3.25, 1, 3.25, 2.5, 1.5, 2.5]], 10, 10);
  expect({ left, top, width, height }).toEqual({ left: 1, top: 1, width: 3, height: 2 });
  expect([...values]).toEqual([0.5, 1, 0.25, 0.25, 0.5, 0.125]);
});

test("a ring that turns the other way is a hole", () => {
  const hole = [1, 1, 1, 3, 3, 3, 3, 1];
  expect(total(coverageOf([[0, 0, 4, 0, 4, 4, 0, 4], hole], 10, 10).values)).toBeCloseTo(12, 5);
});

test("what lies outside the page is cut off", () => {
  const box = coverageOf([[-5, -5, 15, -5, 15, 15, -5, 15]], 10, 8);
  expect(total(box.values)).toBeCloseTo(80, 4);
});

test("the covered area of a triangle is its area", () => {
  const coordinate = fc.integer({ min: 0, max: 200 }).map((value) => value / 10);
  fc.assert(
    fc.property(fc.array(coordinate, { minLength: 6, maxLength: 6 }), (ring) => {
      const [ax, ay, bx, by, cx, cy] = ring;
      const area = Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
      expect(total(coverageOf([ring], 20, 20).values)).toBeCloseTo(area, 2);
    }),
  );
});

test("a bent line has no holes where its parts meet", () => {
  const { values, width } = coverageOf(strokeOutline([2, 2, 10, 2, 10, 10], 2), 20, 20);
  expect(values[(2 - 1) * width + 8]).toBe(1);
  expect(values[width + 8]).toBe(1);
});

test("a polygon of many corners is a disc", () => {
  expect(total(coverageOf([regularPolygon(10, 10, 5, 64)], 20, 20).values)).toBeCloseTo(Math.PI * 25, 0);
});
