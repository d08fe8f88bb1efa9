import { describe, expect, it } from "vitest";
import { withoutEvents, type OwnEvidence } from "../../../kernel-lib/src/decide/incident/without-events.js";

/** Forty values of 10 to 11 with a usual range of 8 to 13, a cycle of seven and events on some of them. */
function around(changes: Readonly<Record<number, number>>, events: readonly number[]): OwnEvidence {
  const filled = (value: number): Float64Array => new Float64Array(40).fill(value);
  const values = Float64Array.from({ length: 40 }, (_, i) => changes[i] ?? 10 + (i % 7) / 7);
  return {
    values,
    lower: filled(8),
    upper: filled(13),
    pattern: { known: Uint8Array.from({ length: 40 }, (_, i) => Number(events.includes(i))), cycle: 7 },
  };
}

describe("withoutEvents", () => {
  it("leaves an alarm far from all events as it is", () => {
    expect(withoutEvents({ start: 5, end: 9 }, around({}, [20]), true)).toEqual({ start: 5, end: 9 });
  });

  it("drops what windows see of an event from outside", () => {
    expect(withoutEvents({ start: 5, end: 9 }, around({}, [10]), true)).toBeNull();
    expect(withoutEvents({ start: 5, end: 9 }, around({ 7: 40 }, [7]), true)).toBeNull();
    expect(withoutEvents({ start: 7, end: 7 }, around({}, [7]), true)).toBeNull();
  });

  it("keeps what leaves the usual range or stands still beside an event, without the event", () => {
    expect(withoutEvents({ start: 5, end: 11 }, around({ 6: 20 }, [10, 11]), true)).toEqual({ start: 5, end: 9 });
    const still = around({ 5: 10.3, 6: 10.3, 7: 10.3, 8: 10.3, 9: 10.3 }, [10]);
    expect(withoutEvents({ start: 5, end: 9 }, still, true)).toEqual({ start: 5, end: 9 });
    expect(withoutEvents({ start: 5, end: 9 }, still, false)).toBeNull();
  });
});
