import { describe, expect, test } from "vitest";
import { addressSpaceLimit, addressSpaceTaken, roomForThreads } from "../../kernel-lib/src/cli/address-space.js";

describe("room in a limited address space", () => {
  test("threads are started only where each can reserve what it reserves", () => {
    expect(roomForThreads(Infinity)).toBe(true);
    expect(roomForThreads(4e9)).toBe(false);
  });

  test.runIf(process.platform === "linux")("both are read from the system", () => {
    expect(addressSpaceLimit()).toBeGreaterThan(0);
    expect(addressSpaceTaken()).toBeGreaterThan(50e6);
  });
});
