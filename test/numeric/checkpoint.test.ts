import { describe, expect, it } from "vitest";
import { createCheckpoint, partOf } from "../../kernel-lib/src/numeric/checkpoint.js";

/** Stands for some milliseconds of work. */
function work(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}

describe("createPause", () => {
  it("never tells less than before, whatever part of the work counts from the start again", async () => {
    const told: number[] = [];
    const checkpoint = createCheckpoint({
      signal: new AbortController().signal,
      progress: (fraction) => told.push(fraction),
    });
    for (const fraction of [0, 0.5, 0.1, 1, 3, 0.2]) {
      work(30);
      await partOf(checkpoint, 0.2, 0.6)(fraction);
    }
    expect(told).toEqual([0.2, 0.4, 0.4, 0.6, 1, 1].map((value) => expect.closeTo(value, 12) as number));
  });

  it("throws once the user has cancelled", async () => {
    const cancel = new AbortController();
    const checkpoint = createCheckpoint({ signal: cancel.signal, progress: () => {} });
    cancel.abort();
    work(30);
    await expect(checkpoint(0.5)).rejects.toThrow("aborted");
  });
});
