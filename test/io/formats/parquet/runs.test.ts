import fc from "fast-check";
import { expect, test } from "vitest";
import { Runs } from "../../../../kernel-lib/src/io/formats/parquet/runs.js";

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))];

/** Bit by bit, the lowest first. */
function packed(values: readonly number[], width: number): number[] {
  const bits = values.flatMap((value) =>
    Array.from({ length: width }, (_, b) => Number((BigInt(value) >> BigInt(b)) & 1n)),
  );
  return Array.from({ length: Math.ceil(bits.length / 8) }, (_, i) =>
    bits.slice(i * 8, i * 8 + 8).reduce((byte, bit, b) => byte | (bit << b), 0),
  );
}

const part = (width: number): fc.Arbitrary<{ bytes: number[]; values: number[] }> => {
  const value = fc.integer({ min: 0, max: Number((1n << BigInt(width)) - 1n) });
  return fc.oneof(
    fc.tuple(value, fc.integer({ min: 1, max: 40 })).map(([of, count]) => ({
      bytes: [...varint(count * 2), ...packed([of], Math.ceil(width / 8) * 8)],
      values: Array.from({ length: count }, () => of),
    })),
    fc.integer({ min: 1, max: 4 }).chain((groups) =>
      fc.array(value, { minLength: groups * 8, maxLength: groups * 8 }).map((values) => ({
        bytes: [...varint(groups * 2 + 1), ...packed(values, width)],
        values,
      })),
    ),
  );
};

test("runs of any width are read in pieces of any size", () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 32 })
        .chain((width) => fc.tuple(fc.constant(width), fc.array(part(width), { maxLength: 5 }))),
      fc.integer({ min: 1, max: 30 }),
      ([width, parts], step) => {
        const values = parts.flatMap((each) => each.values);
        const runs = new Runs(Uint8Array.from(parts.flatMap((each) => each.bytes)), width);
        const read: number[] = [];
        while (read.length < values.length) {
          const count = Math.min(step, values.length - read.length);
          if (runs.skip(count, values[read.length])) read.push(...Array<number>(count).fill(values[read.length]));
          else {
            const out = new Uint32Array(count);
            runs.read(out, count);
            read.push(...out);
          }
        }
        expect(read).toEqual(values);
        expect(() => runs.read(new Uint32Array(1), 1)).toThrow("cut off");
      },
    ),
    { seed: 20_261_130 },
  );
});

test("what is cut off or too wide is refused", () => {
  expect(() => new Runs(Uint8Array.of(2, 0), 33)).toThrow();
  expect(() => new Runs(Uint8Array.of(3, 255), 3).read(new Uint32Array(8), 8)).toThrow("cut off");
  expect(() => new Runs(Uint8Array.of(128, 128, 128, 128, 128, 128, 1), 3).read(new Uint32Array(8), 8)).toThrow(
    "cut off",
  );
  expect(() => new Runs(Uint8Array.of(0, 0, 0, 0), 1).read(new Uint32Array(8), 8)).toThrow("cut off");
});

test("the last group may end with its last number", () => {
  const out = new Uint32Array(3);
  new Runs(Uint8Array.of(3, 0b0110_1001), 2).read(out, 3);
  expect([...out]).toEqual([1, 2, 2]);
});
