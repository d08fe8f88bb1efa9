import { expect, test } from "vitest";
import { decoderOf, usualEncoding } from "../../../kernel-lib/src/io/text/decoders.js";
import { reading } from "../reading.js";

test.each([
  ["cp850", "ibm850"],
  ["CP-437", "ibm437"],
  ["ibm852", "ibm852"],
  ["850", "ibm850"],
  ["latin1", "windows-1252"],
])("%s is called %s", (label, name) => expect(usualEncoding(label)).toBe(name));

test("an encoding that is none is refused", () => {
  expect(() => usualEncoding("cp999")).toThrow(RangeError);
});

test("bytes of DOS become letters, whatever the length of the text", () => {
  const bytes = Uint8Array.from({ length: 10_000 }, (_, i) => [0x84, 0x41, 0xe1][i % 3]);
  const text = decoderOf("ibm850").decode(bytes);
  expect(text.length).toBe(10_000);
  expect(text.slice(-4)).toBe("äAßä");
  expect(decoderOf("ibm437").decode(Uint8Array.of(0x9b, 0xe0))).toBe("¢α");
});

test("a page of DOS is read as told, and said", () => {
  const bytes = Uint8Array.from(Buffer.from("Datum;GrO\n2024-01-01;5\n2024-01-02;6\n", "latin1"), (byte) =>
    byte === 0x4f ? 0x99 : byte,
  );
  const found = reading(bytes, { encoding: "CP850" });
  expect(found).toMatchObject({ encoding: "ibm850", kpis: ["GrÖ"], noted: ["encoding_given"] });
});
