import { expect, test } from "vitest";
import { withinTime } from "../../kernel-lib/src/cli/time-limit.js";

const late = ["calendar_takes_long", { file: "events.ics", seconds: 30 }] as const;

test("work that ends gives what it gives", () => {
  const value = { events: 3 };
  expect(withinTime(60, [...late], () => value)).toBe(value);
});

test("work that never ends is stopped, and told by what was given for it", () => {
  const endless = (): never => {
    for (;;);
  };
  expect(() => withinTime(0.01, [...late], endless)).toThrow(
    expect.objectContaining({ kind: "calendar_takes_long", facts: { file: "events.ics", seconds: 30 } }),
  );
});

test("what the work itself throws is thrown, the same object", () => {
  const fault = new RangeError("of its own");
  let thrown: unknown;
  try {
    withinTime(60, [...late], () => {
      throw fault;
    });
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBe(fault);
});
