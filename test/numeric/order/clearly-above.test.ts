import { expect, test } from "vitest";
import { clearlyAbove } from "../../../kernel-lib/src/numeric/order/clearly-above.js";

test("what a long computation leaves in the last digits is not above", () => {
  expect(clearlyAbove(0.1 + 0.2, 0.3)).toBe(false);
  expect(clearlyAbove(1e9 + 1e-3, 1e9)).toBe(false);
  expect(clearlyAbove(1e9 + 10, 1e9)).toBe(true);
  expect(clearlyAbove(0.31, 0.3)).toBe(true);
  expect(clearlyAbove(-0.3, -0.31)).toBe(true);
  expect(clearlyAbove(0, 0)).toBe(false);
  expect(clearlyAbove(1, NaN)).toBe(false);
});
