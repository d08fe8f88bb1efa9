import { brotliCompressSync, gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { parquetMetadata, parquetRead, parquetSchema, type FileMetaData } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { deserializeTCompactProtocol } from "hyparquet/src/thrift.js";
import { parquetWriteBuffer, type ColumnSource } from "hyparquet-writer";
import { snappyCompress } from "hyparquet-writer/src/snappy.js";
import { expect, test } from "vitest";
import { ColumnFiller } from "../../../../kernel-lib/src/io/formats/parquet/column-filler.js";
import { leafType, PARSERS } from "../../../../kernel-lib/src/io/formats/parquet/leaf-type.js";
import { readColumn } from "../../../../kernel-lib/src/io/formats/parquet/read-column.js";
import { InputError } from "../../../../kernel-lib/src/errors.js";
import { readFile } from "../../../../kernel-lib/src/io/read-file.js";
import { snappyUnpacker, unpackSnappy } from "../../../../kernel-lib/src/io/formats/parquet/unpack-snappy.js";
import { createRandom } from "../../../../kernel-lib/src/numeric/random.js";
import { damagedBinary } from "../../mutated-file.js";
import { firstVersion } from "./first-version.js";

type WrittenElement = NonNullable<Parameters<typeof parquetWriteBuffer>[0]["schema"]>[number];
type Column = ReturnType<ColumnFiller["column"]>;
const readers = { parquetRead, readFields: deserializeTCompactProtocol, compressors };

/** The columns as they are read, and as hyparquet alone reads them. */
async function bothWays(
  bytes: Uint8Array,
  metadata: FileMetaData,
  ownOnly: boolean,
): Promise<{ own: Column[]; theirs: Column[] }> {
  const records = Number(metadata.num_rows);
  const [own, theirs]: Column[][] = [[], []];
  const refuse = (): never => {
    throw new Error("not read by pages");
  };
  const { children } = parquetSchema(metadata);
  for (const [leaf, column] of children.entries()) {
    const { name } = column.element;
    const given = { bytes, metadata, column, leaf, leaves: 1, records };
    own.push((await readColumn(given, ownOnly ? { ...readers, parquetRead: refuse } : readers)).column(name));
    const filler = new ColumnFiller(leafType(column), records);
    await parquetRead({
      file: {
        byteLength: bytes.length,
        slice: (from, to) => bytes.slice(from, to).buffer,
      },
      metadata,
      columns: [name],
      compressors,
      parsers: PARSERS,
      onChunk: ({ columnData, rowStart }) => filler.take(columnData, rowStart),
    });
    theirs.push(filler.column(name));
  }
  return { own, theirs };
}

interface Kind {
  readonly element: Omit<WrittenElement, "name" | "repetition_type">;
  readonly value: fc.Arbitrary<unknown>;
  readonly encodings: readonly (
    | "PLAIN"
    | "RLE_DICTIONARY"
    | "BYTE_STREAM_SPLIT"
    | "DELTA_BINARY_PACKED"
    | "DELTA_LENGTH_BYTE_ARRAY"
    | "DELTA_BYTE_ARRAY"
    | "RLE"
  )[];
}

const whole = ["PLAIN", "RLE_DICTIONARY", "BYTE_STREAM_SPLIT", "DELTA_BINARY_PACKED"] as const;
const fraction = ["PLAIN", "RLE_DICTIONARY", "BYTE_STREAM_SPLIT"] as const;
const int32 = fc.oneof(fc.integer(), fc.integer({ min: 0, max: 5 }));
const int64 = fc.oneof(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), fc.bigInt({ min: -4000n, max: 4000n }));
const texts = fc.oneof(fc.constantFrom("north", "south", "", "æøå", "\ufeffmark"), fc.string({ unit: "binary" }));

const kinds: Readonly<Record<string, Kind>> = {
  int32: { element: { type: "INT32" }, value: int32, encodings: whole },
  uint32: {
    element: { type: "INT32", converted_type: "UINT_32" },
    value: fc.integer({ min: 0, max: 4_294_967_295 }),
    encodings: whole,
  },
  int16: {
    element: { type: "INT32", converted_type: "INT_16" },
    value: fc.integer({ min: -9, max: 9 }),
    encodings: whole,
  },
  int64: { element: { type: "INT64" }, value: int64, encodings: whole },
  uint64: {
    element: { type: "INT64", converted_type: "UINT_64" },
    value: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
    encodings: whole,
  },
  float: { element: { type: "FLOAT" }, value: fc.float(), encodings: fraction },
  double: { element: { type: "DOUBLE" }, value: fc.double(), encodings: fraction },
  boolean: { element: { type: "BOOLEAN" }, value: fc.boolean(), encodings: ["PLAIN", "RLE"] },
  text: {
    element: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
    value: texts,
    encodings: ["PLAIN", "RLE_DICTIONARY", "DELTA_LENGTH_BYTE_ARRAY", "DELTA_BYTE_ARRAY"],
  },
  bytes: {
    element: { type: "BYTE_ARRAY" },
    value: fc.uint8Array({ maxLength: 5 }),
    encodings: ["PLAIN"],
  },
  "bytes of JSON, left to hyparquet": {
    element: { type: "BYTE_ARRAY", converted_type: "JSON" },
    value: fc.integer().map((value) => ({ value })),
    encodings: ["PLAIN", "DELTA_LENGTH_BYTE_ARRAY", "DELTA_BYTE_ARRAY"],
  },
  date: { element: { type: "INT32", converted_type: "DATE" }, value: int32, encodings: whole },
  "time in milliseconds": {
    element: { type: "INT32", converted_type: "TIME_MILLIS" },
    value: fc.integer({ min: 0, max: 86_399_999 }),
    encodings: whole,
  },
  milliseconds: { element: { type: "INT64", converted_type: "TIMESTAMP_MILLIS" }, value: int64, encodings: whole },
  microseconds: { element: { type: "INT64", converted_type: "TIMESTAMP_MICROS" }, value: int64, encodings: whole },
  nanoseconds: {
    element: { type: "INT64", logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "NANOS" } },
    value: int64,
    encodings: whole,
  },
  "naive microseconds": {
    element: { type: "INT64", logical_type: { type: "TIMESTAMP", isAdjustedToUTC: false, unit: "MICROS" } },
    value: int64,
    encodings: whole,
  },
  "decimal of 32 bits": {
    element: { type: "INT32", converted_type: "DECIMAL", scale: 2, precision: 9 },
    value: fc.integer({ min: -999_999_999, max: 999_999_999 }).map((value) => BigInt(value)),
    encodings: ["PLAIN", "RLE_DICTIONARY"],
  },
  "decimal of 64 bits": {
    element: { type: "INT64", converted_type: "DECIMAL", scale: 5, precision: 18 },
    value: fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
    encodings: ["PLAIN", "RLE_DICTIONARY"],
  },
};

const codecs = {
  UNCOMPRESSED: undefined,
  SNAPPY: undefined,
  GZIP: (input: Uint8Array) => new Uint8Array(gzipSync(input)),
  ZSTD: (input: Uint8Array) => new Uint8Array(zstdCompressSync(input)),
  BROTLI: (input: Uint8Array) => new Uint8Array(brotliCompressSync(input)),
};
type Codec = keyof typeof codecs;

function write(
  kind: Kind,
  cells: readonly unknown[],
  how: { encoding: Kind["encodings"][number]; nullable: boolean; codec: Codec; pageSize: number; rowGroupSize: number },
): Uint8Array {
  const compress = codecs[how.codec];
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [{ name: "c", data: [...cells] as ColumnSource["data"], encoding: how.encoding }],
      schema: [
        { name: "root", num_children: 1 },
        { name: "c", repetition_type: how.nullable ? "OPTIONAL" : "REQUIRED", ...kind.element },
      ],
      codec: how.codec,
      ...(compress ? { compressors: { [how.codec]: compress } } : {}),
      pageSize: how.pageSize,
      rowGroupSize: how.rowGroupSize,
      statistics: false,
    }),
  );
}

test.each(Object.keys(kinds))(
  "%s: pages hold what hyparquet finds in them, of both versions",
  { timeout: 60_000 },
  async (name) => {
    const kind = kinds[name];
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          encoding: fc.constantFrom(...kind.encodings),
          nullable: fc.boolean(),
          codec: fc.constantFrom(...(Object.keys(codecs) as Codec[])),
          pageSize: fc.constantFrom(20, 100, 1_000_000),
          rowGroupSize: fc.constantFrom(7, 40, 1000),
        }),
        fc.array(kind.value, { minLength: 1, maxLength: 60 }),
        fc.array(fc.nat(2), { minLength: 60, maxLength: 60 }),
        fc.boolean(),
        async (how, values, gaps, older) => {
          const cells = values.map((value, i) => (how.nullable && gaps[i] === 0 ? null : value));
          const codec = older ? "SNAPPY" : how.codec;
          const written = write(kind, cells, { ...how, codec });
          const file = { bytes: written, metadata: parquetMetadata(written.buffer as ArrayBuffer) };
          const { bytes, metadata } = older ? firstVersion(file.bytes, file.metadata) : file;
          const { own, theirs } = await bothWays(bytes, metadata, !name.includes("hyparquet"));
          expect(own).toEqual(theirs);
        },
      ),
      { numRuns: 120, seed: 20_261_130 },
    );
  },
);

test("blocks of Snappy, of any size", () => {
  const texts = fc.array(fc.constantFrom("a", "bc", "def", "0".repeat(70), "ghi".repeat(40)), { maxLength: 400 });
  const unpack = snappyUnpacker();
  fc.assert(
    fc.property(
      fc.oneof(
        texts.map((parts) => parts.join("")),
        fc.string({ maxLength: 200 }),
      ),
      (text) => {
        const bytes = new TextEncoder().encode(text);
        const packed = snappyCompress(bytes);
        expect(unpackSnappy(packed, bytes.length)).toEqual(bytes);
        expect(new Uint8Array(unpack(packed, bytes.length))).toEqual(bytes);
        for (let cut = 1; cut < packed.length && cut < 4; cut++)
          expect(() => unpackSnappy(packed.subarray(0, -cut), bytes.length)).toThrow();
        expect(() => unpackSnappy(packed, bytes.length + 1)).toThrow();
      },
    ),
    { numRuns: 200, seed: 20_261_130 },
  );
});

test("pages of many values, in blocks, with runs and without", { timeout: 60_000 }, async () => {
  const rows = 40_000;
  const cells = (make: (i: number) => unknown): unknown[] => Array.from({ length: rows }, (_, i) => make(i));
  const how = { nullable: true, codec: "SNAPPY", pageSize: 1_000_000, rowGroupSize: 30_000 } as const;
  const gap = (i: number): boolean => i % 11 === 3 || (i > 9000 && i < 20_000);
  for (const [name, encoding, make] of [
    ["double", "PLAIN", (i: number) => i / 8],
    ["double", "RLE_DICTIONARY", (i: number) => (i * 7919) % 3001],
    ["text", "RLE_DICTIONARY", (i: number) => `shop ${(i * i) % 997}`],
    ["text", "PLAIN", (i: number) => `shop ${i}`],
    ["text", "DELTA_LENGTH_BYTE_ARRAY", (i: number) => `shop ${i}`],
    ["text", "DELTA_BYTE_ARRAY", (i: number) => `shop ${i}`],
    ["boolean", "RLE", (i: number) => i % 3 === 0],
  ] as const) {
    const written = write(
      kinds[name],
      cells((i) => (gap(i) ? null : make(i))),
      { ...how, encoding },
    );
    const { own, theirs } = await bothWays(written, parquetMetadata(written.buffer as ArrayBuffer), true);
    expect(own).toEqual(theirs);
  }
});

const mutants = Number(process.env["KPI_FUZZ_CASES"] ?? 400);

test(`${mutants} damaged files are read or refused, soon`, { timeout: 3_600_000 }, async () => {
  const random = createRandom(20_261_130);
  const samples = fc.sample(fc.nat(3), { numRuns: 80, seed: 1 });
  const files = Object.values(kinds).flatMap((kind, k) =>
    kind.encodings.map((encoding, e) => {
      const cells = fc.sample(kind.value, { numRuns: 80, seed: k });
      const codec = (Object.keys(codecs) as Codec[])[(k + e) % 5];
      const how = { encoding, nullable: true, codec, pageSize: 200, rowGroupSize: 50 };
      return write(
        kind,
        cells.map((cell, i) => (samples[i] === 0 ? null : cell)),
        how,
      );
    }),
  );
  for (let i = 0; i < mutants; i++) {
    const start = process.cpuUsage();
    try {
      await readFile(damagedBinary(files[i % files.length], random));
    } catch (error) {
      if (!(error instanceof InputError)) throw new Error(`file ${i % files.length}, case ${i}`, { cause: error });
    }
    const { user, system } = process.cpuUsage(start);
    if (user + system > 2e6) throw new Error(`file ${i % files.length}, case ${i} takes ${(user + system) / 1e6} s`);
  }
});
