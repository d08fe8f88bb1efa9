import { describe, expect, test } from "vitest";
import { refuseTooLittleRoom } from "../../kernel-lib/src/cli/refuse-too-little-room.js";
import { InputError } from "../../kernel-lib/src/errors.js";

const taken = (): number => 800e6;

describe("too little room in a limited address space is refused", () => {
  test("never without a limit", () => expect(() => refuseTooLittleRoom(2e9, Infinity, taken)).not.toThrow());

  test("where too little is left for a start, with the number of megabytes", () => {
    const refused = (): void => refuseTooLittleRoom(0, 1000e6, taken);
    expect(refused).toThrow(InputError);
    expect(refused).toThrow(
      "This process may have 1,000 MB of address space, of which 200 MB are left; 420 MB are needed.",
    );
    expect(() => refuseTooLittleRoom(0, 1300e6, taken)).not.toThrow();
  });

  test("sooner for a larger file", () => {
    expect(() => refuseTooLittleRoom(1e6, 1300e6, taken)).not.toThrow();
    expect(() => refuseTooLittleRoom(50e6, 1300e6, taken)).toThrow(/needed/);
  });

  test("with nothing left where more is taken than the limit gives", () => {
    let error: unknown;
    try {
      refuseTooLittleRoom(1e6, 500e6, taken);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({
      code: "too_little_memory",
      kind: "no_room_to_work",
      facts: { limit: 500e6, left: 0, needed: 120e6 },
    });
  });
});
