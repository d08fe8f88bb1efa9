import fc from "fast-check";
import { expect, test } from "vitest";
import { pageMessage } from "../../../../extension/shared/protocol/page-message.js";

test.each([
  { type: "ready" },
  { type: "window", from: 0, to: 10, buckets: 100 },
  { type: "rethreshold", tuning: { mode: "vote", consensus: 3 } },
  { type: "reveal", line: 12, how: "go" },
  { type: "verdict", point: 3, change: { verdict: "expected", note: "planned" } },
  { type: "verdict", point: 3, change: { note: "planned" } },
  { type: "verdict", point: 3, change: { note: null } },
])("accepts %o", (message) => {
  expect(pageMessage(message)).toEqual(message);
});

test.each([
  null,
  "ready",
  { type: "toString" },
  { type: "__proto__" },
  { type: "window", from: 10, to: 0, buckets: 100 },
  { type: "window", from: 0, to: Infinity, buckets: 100 },
  { type: "rethreshold", tuning: { consensus: 0 } },
  { type: "rethreshold", tuning: { sensitivity: 101 } },
  { type: "reveal", line: 0, how: "go" },
  { type: "export", format: "exe", image: "" },
  { type: "verdict", point: 3, change: { verdict: "maybe" } },
  { type: "verdict", point: 3, change: { note: "" } },
  { type: "verdict", point: 3, change: { note: " " } },
  { type: "verdict", point: 3, change: { note: "planned", kpi: "other" } },
  { type: "verdict", point: 3, change: { verdict: "real", start: 0, end: 1e15 } },
])("refuses %o", (message) => {
  expect(pageMessage(message)).toBeUndefined();
});

test("nothing a page sends makes it throw", () => {
  fc.assert(
    fc.property(fc.anything(), (raw) => {
      const message = pageMessage(raw);
      expect(message === undefined || message === raw).toBe(true);
    }),
  );
});
