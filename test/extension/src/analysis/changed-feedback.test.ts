import { describe, expect, test } from "vitest";
import { changedFeedback } from "../../../../extension/src/analysis/changed-feedback.js";

const place = { kpi: "sales", series: "", start: 10, end: 20 };
const kept = { ...place, verdict: "real", note: "inventory" } as const;

describe("what a person said of a stretch", () => {
  test("keeps what the change does not name", () => {
    expect(changedFeedback([kept], place, { verdict: "expected" })).toEqual([{ ...kept, verdict: "expected" }]);
    expect(changedFeedback([], place, { note: "fair" })).toEqual([{ ...place, verdict: null, note: "fair" }]);
  });

  test("loses a note only where that was asked for", () => {
    expect(changedFeedback([kept], place, { note: "" })).toEqual([kept]);
    expect(changedFeedback([kept], place, { note: " " })).toEqual([kept]);
    expect(changedFeedback([kept], place, { note: null })).toEqual([{ ...kept, note: "" }]);
    expect(changedFeedback([{ ...kept, verdict: null }], place, { note: null })).toEqual([]);
  });

  test("takes nothing else from the page", () => {
    const change = { note: "fair", kpi: "other", series: "x", start: 0, end: 1e15, extra: 1 };
    expect(changedFeedback([kept], place, change)).toEqual([{ ...kept, note: "fair" }]);
  });
});
