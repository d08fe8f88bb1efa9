import { describe, expect, it } from "vitest";
import { rowEvidence } from "../../../kernel-lib/src/decide/evidence/evidence.js";

describe("evidence", () => {
  it("adds its columns by their weights", () => {
    const columns = new Map([
      ["sum", Float64Array.of(1, 2)],
      ["recur", Float64Array.of(0, 3)],
      ["unheard of", Float64Array.of(9, 9)],
    ]);
    expect([...rowEvidence(columns, { sum: 2, recur: -1 }, 2)]).toEqual([2, 1]);
  });
});
