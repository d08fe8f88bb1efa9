import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonLines } from "../../../kernel-lib/src/kernel/process/json-lines.js";

function received(bytes: Uint8Array, cuts: readonly number[]): unknown[] {
  const messages: unknown[] = [];
  const read = jsonLines((message) => messages.push(message));
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (let index = 1; index < places.length; index++) read(bytes.subarray(places[index - 1], places[index]));
  return messages;
}

test("messages arrive whole however the bytes were cut", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ text: fc.string({ unit: "binary" }) })), fc.array(fc.nat()), (messages, cuts) => {
      expect(received(Buffer.from(messages.map((message) => `\n${JSON.stringify(message)}\n`).join("")), cuts)).toEqual(
        messages,
      );
    }),
  );
});

test("a line whose writing was cut off is passed over", () => {
  expect(received(Buffer.from('\n{"a":1}\n\n{"b":\n{"c":3}\n'), [])).toEqual([{ a: 1 }, { c: 3 }]);
});
