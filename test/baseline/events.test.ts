import { expect, test } from "vitest";
import { growEvents, nearUnknown, unknownShare } from "../../kernel-lib/src/baseline/events.js";
import { column, farthest, golden } from "./golden/golden.js";

interface Case {
  readonly z: number[];
  readonly w: number[];
  readonly unit: number;
  readonly events: number[];
  readonly unknown: number[];
  readonly near: number[];
}

test.each(golden<Case[]>("noise.json", "events"))(
  "events and gaps are those of the oracle (%#)",
  ({ z, w, unit, events, unknown, near }) => {
    const weights = column(w);
    expect(Array.from(growEvents(column(z), weights, unit))).toEqual(events);
    expect(farthest(unknownShare(Uint8Array.from(w), unit), unknown)).toBeLessThan(1e-12);
    expect(farthest(nearUnknown(weights, unit), near)).toBeLessThan(1e-12);
  },
);
