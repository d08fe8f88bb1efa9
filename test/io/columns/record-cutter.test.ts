import { expect, test } from "vitest";
import { PlainRecords } from "../../../kernel-lib/src/io/columns/plain-records.js";
import { TextCells } from "../../../kernel-lib/src/io/columns/text-cells.js";
import { NumberCells } from "../../../kernel-lib/src/io/numbers/number-cells.js";
import { countLineEnds, kindsOfBytes } from "../../../kernel-lib/src/io/text/byte-counts.js";
import { createRandom, type Random } from "../../../kernel-lib/src/numeric/random.js";
import { recordKernels } from "../../../kernel-lib/src/numeric/wasm/record-kernels.js";

const encoder = new TextEncoder();

const NUMBERS: readonly ((random: Random, mark: string) => string)[] = [
  (random) => String(random.integer(1000)),
  (random, mark) => (1000 * random.normal()).toFixed(random.integer(6)).replace(".", mark),
  (random, mark) => String(30_000 + 4000 * random.normal()).replace(".", mark),
  (random, mark) => String(random.normal()).replace(".", mark),
  (random, mark) => String(random.normal() * 1e-7).replace(".", mark),
  (random) => String(random.integer(1e9)) + String(random.integer(1e9)),
  () => "",
  () => "-",
  (_, mark) => `-${mark}5`,
  (_, mark) => `5${mark}`,
  (_, mark) => mark,
  (_, mark) => `1${mark}2${mark}3`,
  () => "007",
  () => "-0",
  (_, mark) => `0${mark}1234567890123456789`,
  () => " 12 ",
  () => "+3",
  () => "n/a",
  () => "9".repeat(40),
  () => '"12"',
  () => '""',
  () => '  "7"',
];
const TEXTS: readonly string[] = ["2024-01-31 10:00:00", '"2024-01-31"', '"a b"', "", "é日", 'a"b', '"with, one"'];
/** What the loop leaves to the scanner of records. */
const HARD: readonly string[] = ['"a""b"', '"a\nb"', '"open', '"a"b'];

function fileOf(random: Random, delimiter: string, mark: string, end: string): string {
  const lines: string[] = [];
  const hard = random.integer(2) === 0 ? 0 : 0.002;
  for (let i = 0; i < 2500; i++) {
    const cells = [1, 2, 3, 4].map((c) =>
      c === 2
        ? random.next() < hard
          ? HARD[random.integer(HARD.length)]
          : TEXTS[random.integer(TEXTS.length)].replaceAll(",", delimiter)
        : NUMBERS[random.next() < 0.8 ? random.integer(4) : random.integer(NUMBERS.length)](random, mark),
    );
    if (random.next() < hard) cells.push("5");
    if (random.next() < hard) lines.push(["", "# remark", delimiter.repeat(3), "x".repeat(70_000)][random.integer(4)]);
    lines.push(cells.join(delimiter));
  }
  return lines.join(end) + (random.integer(2) === 0 ? end : "");
}

/** All that the fast path does with a text: where it stops, what it reads, which cells it hands on. */
function reading(text: Uint8Array, delimiter: string, mark: "." | ",", cutting: boolean): unknown {
  const cells = [0, 1, 2, 3].map((c) => (c === 1 ? new TextCells(3000) : new NumberCells(3000, mark)));
  let told: number[][] = [];
  const spies = cells.map((each, c) => {
    const { add } = each;
    each.add = (bytes, start, end, record) => {
      told.push([c, start, end, record]);
      add.call(each, bytes, start, end, record);
    };
    return each;
  });
  const lines = new Uint32Array(3000);
  const plain = new PlainRecords(text, delimiter.charCodeAt(0), spies, cutting);
  const stops: unknown[] = [];
  let record = 0;
  while (plain.position < text.length) {
    record = plain.read(record, 2900, lines);
    stops.push([record, plain.position, plain.line]);
    // What the loop had handed on of a record that was not plain is handed on again by the scanner.
    told = told.filter((call) => call[3] < record);
    // The record that is not plain is stepped over.
    const end = text.indexOf(10, plain.position);
    if (end < 0 || record >= 2900) break;
    plain.position = end + 1;
    plain.line++;
  }
  plain.finish();
  return {
    stops,
    told: told.sort((a, b) => a[3] - b[3] || a[0] - b[0]),
    lines,
    values: cells.map((each, c) => {
      const odd = new Set(told.filter(([column]) => column === c).map((call) => call[3]));
      return each instanceof NumberCells
        ? [...each.values.slice(0, record)].map((value, i) => (odd.has(i) ? 0 : value))
        : 0;
    }),
    decimals: cells.map((each) => (each instanceof NumberCells ? each.finish(0).decimals : 0)),
  };
}

test("WebAssembly cuts records as the plain loop does", { timeout: 60_000 }, () => {
  expect(recordKernels(1e6)).not.toBeNull();
  const random = createRandom(18);
  for (let i = 0; i < 24; i++) {
    const [delimiter, mark] = ([",.", ";,", "\t.", ",,", "|,"] as const)[i % 5].split("") as [string, "." | ","];
    const text = encoder.encode(fileOf(random, delimiter, mark, i % 3 === 0 ? "\r\n" : "\n"));
    expect(text.length).toBeGreaterThan(65_536);
    expect(reading(text, delimiter, mark, true)).toEqual(reading(text, delimiter, mark, false));
  }
});

test("cells in quotes are read on the fast path, quotes and line ends inside are not", () => {
  const text = encoder.encode('"1","a, b"\n"2",c\n3,"d ""e"""\n');
  const cells = [new NumberCells(3, "."), new TextCells(3)];
  const plain = new PlainRecords(text, 44, cells);
  expect(plain.read(0, 3, new Uint32Array(3))).toBe(2);
  expect([...(cells[0] as NumberCells).values.slice(0, 2)]).toEqual([1, 2]);
});

test("line ends and kinds of bytes are counted in long texts as in short ones", () => {
  const random = createRandom(7);
  for (let i = 0; i < 40; i++) {
    const length = i % 2 === 0 ? 200_000 + random.integer(40) : 1 + random.integer(60);
    const ends = ["\n", "\r\n", "\r", "\n\r", "x", "yy", "\r\r\n"];
    let text = "";
    while (text.length < length) text += ends[random.integer(ends.length)];
    const bytes = encoder.encode(text.slice(0, length));
    const from = i % 4 < 2 ? 0 : random.integer(length);
    expect(countLineEnds(bytes, from)).toBe((text.slice(from, length).match(/\r\n|\r|\n/g) ?? []).length);
    expect(kindsOfBytes(bytes)).toEqual({ high: false, nul: false });
    bytes[random.integer(length)] = 200;
    expect(kindsOfBytes(bytes)).toEqual({ high: true, nul: false });
    bytes[length - 1] = 0;
    expect(kindsOfBytes(bytes).nul).toBe(true);
  }
});
