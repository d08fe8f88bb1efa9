import type { Random } from "../../kernel-lib/src/numeric/random.js";
import { isoDay, sampleRows, sampleValue, two } from "./sample-file.js";

/** A file that can be read, and the cells that any reader of its dialect finds in it. */
export interface BaseFile {
  readonly text: string;
  readonly delimiter: string;
}

const ROWS = 30;

/** Small files of many dialects, to be damaged. */
export const baseFiles: readonly BaseFile[] = [
  {
    delimiter: ",",
    text: `date,revenue,cost\n${sampleRows(ROWS, (i, date) => `${isoDay(date)},${sampleValue(i)},${i}`)}`,
  },
  {
    delimiter: ";",
    text: `Datum;Umsatz;Ort\r\n${sampleRows(ROWS, (i, d) => `${two(d.getUTCDate())}.${two(d.getUTCMonth() + 1)}.2024;1.${sampleValue(i).replace(".", ",")};Köln`).replaceAll("\n", "\r\n")}`,
  },
  {
    delimiter: "\t",
    text: `time\tload\tnote\n${sampleRows(ROWS, (i, date) => `${date.toISOString()}\t${sampleValue(i)}\t日本`, 3_600_000)}`,
  },
  {
    delimiter: "|",
    text: `ts|v\n${sampleRows(ROWS, (i, date) => `${date.getTime() / 1000}|${sampleValue(i)}`, 300_000)}`,
  },
  {
    delimiter: ",",
    text: `date,v,text\n${sampleRows(ROWS, (i, date) => `"${isoDay(date)}","${sampleValue(i)}","a ""b"", c\nd"`)}`,
  },
  {
    delimiter: ",",
    text: `symbol,day,price\n${sampleRows(ROWS, (i, date) => ["A", "B"].map((key) => `${key},"${date.toUTCString().slice(5, 16)}",${sampleValue(i)}`).join("\n"))}`,
  },
];

const PIECES = [
  '"',
  '""',
  ",",
  ";",
  "\t",
  "|",
  "\n",
  "\r\n",
  "\r",
  "\0",
  "\ufeff",
  " ",
  "#",
  "//",
  "-",
  "1e999",
  "NaN",
  "9999-12-31",
  "0000-00-00",
  "é",
  "\ud83d",
  "=1+1",
  "(",
  "%",
  "'",
  "\u2212",
  "sep=;\n",
  "999999999999999999999",
];

/** One to three injuries: bytes changed, cut out, put in, repeated, lines swapped or dropped, cells quoted, line ends changed. */
export function mutated(file: BaseFile, random: Random): Uint8Array {
  let bytes: Uint8Array = new TextEncoder().encode(file.text);
  for (let injuries = 1 + random.integer(3); injuries > 0; injuries--) bytes = injured(bytes, file.delimiter, random);
  return bytes;
}

/** One injury. */
export function injured(bytes: Uint8Array, delimiter: string, random: Random): Uint8Array {
  const at = random.integer(bytes.length + 1);
  const length = random.integer(random.integer(4) === 0 ? 200 : 6);
  const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
  const lines = (change: (lines: string[]) => void): Uint8Array => {
    const all = new TextDecoder().decode(bytes).split("\n");
    change(all);
    return new TextEncoder().encode(all.join("\n"));
  };
  const line = (all: readonly string[]): number => random.integer(all.length);
  switch (random.integer(9)) {
    case 0:
      return bytes.map((byte, i) => (i === at ? random.integer(256) : byte));
    case 1:
      return join(bytes.subarray(0, at), bytes.subarray(at + length));
    case 2:
      return join(
        bytes.subarray(0, at),
        new TextEncoder().encode(PIECES[random.integer(PIECES.length)]),
        bytes.subarray(at),
      );
    case 3:
      return join(bytes.subarray(0, at + length), bytes.subarray(at));
    case 4:
      return lines((all) => all.splice(line(all), 0, all[line(all)]));
    case 5:
      return lines((all) => all.splice(line(all), 1));
    case 6:
      return lines((all) =>
        all.forEach(
          (text, i) =>
            !text.includes('"') &&
            random.integer(3) === 0 &&
            (all[i] = text
              .split(delimiter)
              .map((cell) => (cell.endsWith("\r") || cell === "" ? cell : `"${cell}"`))
              .join(delimiter)),
        ),
      );
    case 7:
      return lines((all) =>
        all.splice(line(all), 0, random.integer(2) === 0 ? "" : delimiter.repeat(random.integer(4))),
      );
    default:
      return new TextEncoder().encode(
        new TextDecoder().decode(bytes).replaceAll(/\r?\n/g, ["\n", "\r\n", "\r"][random.integer(3)]),
      );
  }
}

/** Bytes changed, and files cut off. The ends hold what describes the rest. */
export function damagedBinary(file: Uint8Array, random: Random): Uint8Array {
  const bytes = file.slice();
  if (random.next() < 0.1) return bytes.subarray(0, random.integer(bytes.length));
  for (let n = 1 + random.integer(4); n > 0; n--) {
    const at =
      random.next() < 0.5
        ? random.integer(bytes.length)
        : bytes.length - 1 - random.integer(Math.min(600, bytes.length));
    bytes[at] = random.next() < 0.5 ? bytes[at] ^ (1 << random.integer(8)) : random.integer(256);
  }
  return bytes;
}
