import { describe, expect, test } from "vitest";
import { addressSpaceLimit, addressSpaceTaken, roomForThreads } from "../../kernel-lib/src/cli/address-space.js";
import { refuseTooLittleRoom } from "../../kernel-lib/src/cli/refuse-too-little-room.js";
import { InputError } from "../../kernel-lib/src/errors.js";

const taken = (): number => 800e6;

describe("room in a limited address space", () => {
  test("there is always room without a limit", () => {
    expect(() => refuseTooLittleRoom(2e9, Infinity, taken)).not.toThrow();
    expect(roomForThreads(Infinity)).toBe(true);
  });

  test("a limit that leaves too little for a start is told, with the number of megabytes", () => {
    const refused = (): void => refuseTooLittleRoom(0, 1000e6, taken);
    expect(refused).toThrow(InputError);
    expect(refused).toThrow(
      "This process may have 1,000 MB of address space, of which 200 MB are left; 420 MB are needed.",
    );
    expect(() => refuseTooLittleRoom(0, 1300e6, taken)).not.toThrow();
  });

  test("a larger file needs more", () => {
    expect(() => refuseTooLittleRoom(1e6, 1300e6, taken)).not.toThrow();
    expect(() => refuseTooLittleRoom(50e6, 1300e6, taken)).toThrow(/needed/);
  });

  test("threads are started only where each can reserve what it reserves", () =>
    expect(roomForThreads(4e9)).toBe(false));

  test.runIf(process.platform === "linux")("both are read from the system", () => {
    expect(addressSpaceLimit()).toBeGreaterThan(0);
    expect(addressSpaceTaken()).toBeGreaterThan(50e6);
  });
});
