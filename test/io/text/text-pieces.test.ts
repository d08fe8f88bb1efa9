import { describe, expect, test } from "vitest";
import { readLargeText } from "../../../kernel-lib/src/io/read-file.js";
import { readTable, type ReadOptions } from "../../../kernel-lib/src/io/read-table.js";
import type { FilePieces } from "../../../kernel-lib/src/io/text/text-pieces.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { mutated } from "../mutated-file.js";
import { isoDay, sampleRows, sampleValue } from "../sample-file.js";

const encoder = new TextEncoder();
const fileOf = (bytes: Uint8Array): FilePieces => ({
  size: bytes.length,
  read: (target, position) => {
    const piece = bytes.subarray(position, position + target.length);
    target.set(piece);
    return piece.length;
  },
});
/** Over two windows of a megabyte. */
const ROWS = 60_000;
const rows = (line: (i: number, date: Date) => string, end = "\n"): string =>
  sampleRows(ROWS, line, 60_000).trimEnd().replaceAll("\n", end) + end;
const minute = (date: Date): string => date.toISOString().slice(0, 16).replace("T", " ");
const plain = (i: number, date: Date): string => `${minute(date)},${sampleValue(i)},-${i}.25,${i % 9}`;
const pieces = (text: string, options: ReadOptions = {}): unknown =>
  readLargeText(fileOf(encoder.encode(text)), options, () => encoder.encode(text))?.table ?? null;

describe("a large text is read piece by piece as it is as a whole", () => {
  test.each<[string, string, ReadOptions?]>([
    ["plain", `date,a,b,c\n${rows(plain)}`],
    ["without a last line end", `date,a,b,c\n${rows(plain).trimEnd()}`],
    ["with blank lines at its end", `date,a,b,c\n${rows(plain)}\n\n`],
    ["with line ends of two characters", `date,a,b,c\r\n${rows(plain, "\r\n")}`],
    [
      "with a mark of the byte order and letters beyond ASCII",
      `\ufeffdate,größe,b,c\n${rows((i, d) => `${minute(d)},${i},${i},${"äöü"[i % 3]}`)}`,
    ],
    ["quoted", `"date";"a"\n${rows((i, d) => `"${minute(d)}";"${i},5"`)}`],
    [
      "with a preamble and units",
      `Report of the plant\n\ndate;a\n[UTC];[kWh]\n${rows((i, d) => `${minute(d)};${i},5`)}`,
    ],
    [
      "with missing values and odd cells",
      `date,a,b\n${rows((i, d) => `${minute(d)},${i % 50 === 3 ? "n/a" : i},${i % 7 === 1 ? "1.5k" : `${i}.5`}`)}`,
    ],
    [
      "whose column turns out to be text",
      `date,a,b\n${rows((i, d) => `${minute(d)},${i < 1000 ? i : `x${i % 5}`},${i}`)}`,
    ],
    [
      "whose numbers turn out to have a decimal comma",
      `date;a;b\n${rows((i, d) => `${minute(d)};${i < 1000 ? i : `${i},5`};${i}`)}`,
    ],
    ["of epochs, as told", `t|v\n${rows((i, d) => `${d.getTime() / 1000}|${i}`)}`, { delimiter: "|", kpis: ["v"] }],
    ["with lines to skip", `x\ny\ndate,a\n${rows((i, d) => `${minute(d)},${i}`)}`, { skipRows: 2, headerRow: 3 }],
    [
      "of several series",
      `date,shop,a\n${rows((i, d) => `${isoDay(new Date(Math.floor(i / 2) * 86_400_000))},${i % 2 ? "N" : "S"},${d.getUTCMinutes()}`)}`,
    ],
  ])("%s", (_, text, options) => {
    const table = pieces(text, options);
    expect(table).not.toBeNull();
    expect(table).toEqual(readTable(encoder.encode(text), options));
  });

  test.each<[string, string | Uint8Array, ReadOptions?]>([
    ["line ends in cells", `date,a,b\n${rows((i, d) => `${minute(d)},${i},${i === 50_000 ? '"x\ny"' : "z"}`)}`],
    ["a row too long", `date,a\n${rows((i, d) => `${minute(d)},${i}${i === 50_000 ? ",7" : ""}`)}`],
    ["a remark between rows", `date,a\n${rows((i, d) => `${i === 50_000 ? "# note\n" : ""}${minute(d)},${i}`)}`],
    ["a total below", `date,a\n${rows((i, d) => `${minute(d)},${i}`)}\nname,role\nAnna,boss\n`],
    ["line ends of old machines", `date,a\r${rows((i, d) => `${minute(d)},${i}`, "\r")}`],
    ["an encoding that is told", `date,a\n${rows((i, d) => `${minute(d)},${i}`)}`, { encoding: "utf-8" }],
    [
      "bytes that are no UTF-8",
      new Uint8Array([...encoder.encode(`date,a\n${rows((i, d) => `${minute(d)},${i}`)}`), 0xe4]),
    ],
    ["columns set apart by spaces", `date              a\n${rows((i, d) => `${minute(d)}  ${i}`)}`],
    ["JSON lines", rows((i, d) => `{"date":"${minute(d)}","a":${i}}`)],
    ["one endless line", "7".repeat(3 << 20)],
  ])("%s are left to be read as a whole", (_, text, options = {}) => {
    const bytes = typeof text === "string" ? encoder.encode(text) : text;
    expect(readLargeText(fileOf(bytes), options, () => bytes)).toBeNull();
  });

  test("damaged files are read as they are as a whole, or left", () => {
    const random = createRandom(181_206);
    const text = `date,a,größe\r\n${sampleRows(3000, (i, d) => `"${minute(d)}",${sampleValue(i)},-${i}e-3`).replaceAll("\n", "\r\n")}`;
    let read = 0;
    for (let n = 0; n < 60; n++) {
      const damaged = mutated({ text, delimiter: "," }, random);
      const bytes = typeof damaged === "string" ? encoder.encode(damaged) : damaged;
      const table = readLargeText(fileOf(bytes), {}, () => bytes)?.table;
      if (table === undefined) continue;
      read++;
      expect(table).toEqual(readTable(bytes));
    }
    expect(read).toBeGreaterThan(10);
  });

  test("a file that is shorter than it says is left alone, and its records are read again when asked for", () => {
    const bytes = encoder.encode(`date,a\n${rows((i, d) => `${minute(d)},${i}`)}`);
    expect(readLargeText({ ...fileOf(bytes), size: bytes.length + 5 }, {}, () => bytes)).toBeNull();
    expect(readLargeText(fileOf(bytes), {}, () => bytes)!.text()).toBe(bytes);
  });

  test("it ends when it is told to", () => {
    const bytes = encoder.encode(`date,a\n${rows((i, d) => `${minute(d)},${i}`)}`);
    expect(() => readLargeText(fileOf(bytes), { signal: AbortSignal.abort() }, () => bytes)).toThrow();
  });
});
