import { afterEach, expect, test, vi } from "vitest";
import { atMostEvery } from "../../../../extension/src/worker/at-most-every.js";

afterEach(() => {
  vi.useRealTimers();
});

test("it says yes at once, then not before the pause is over", () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const due = atMostEvery(250);
  expect([due(), due()]).toEqual([true, false]);
  vi.advanceTimersByTime(249);
  expect(due()).toBe(false);
  vi.advanceTimersByTime(1);
  expect([due(), due()]).toEqual([true, false]);
});
