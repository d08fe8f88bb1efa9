import { describe, expect, test } from "vitest";
import { keyValues } from "../../../kernel-lib/src/io/series.js";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";
import { isoDay, sampleRows, sampleValue } from "../sample-file.js";
import { reading } from "../reading.js";

const PER_DAY = 16;
const rows = (cells: (i: number) => string): string =>
  sampleRows(PER_DAY * 20, (i, date) => `${isoDay(date)},${cells(i)},${sampleValue(i)}`, 86_400_000 / PER_DAY);

describe("never one mixed series", () => {
  test("three columns and four tell the rows of a day apart", () => {
    const four = `date,store,product,channel,size,v\n${rows((i) => `s${i & 1},p${(i >> 1) & 1},c${(i >> 2) & 1},z${(i >> 3) & 1}`)}`;
    const warned = ["long_format", "too_few_rows_for_detection"];
    expect(reading(four)).toMatchObject({ key: "store+product+channel+size", warned });
    expect(keyValues(readTable(four))).toHaveLength(16);
    const three = `date,remark,store_id,product,channel,v\n${rows((i) => `r${Math.floor(i / PER_DAY) % 3},${i & 1},p${(i >> 1) & 3},c${(i >> 3) & 1}`)}`;
    expect(reading(three).key).toBe("store_id+product+channel");
  });

  test("numbers of stores and articles are a key", () => {
    const text = `date,store_nr,article_no,v\n${rows((i) => `${1 + (i & 3)},${10 + ((i >> 2) & 3)}`)}`;
    expect(reading(text).key).toBe("store_nr+article_no");
  });

  test("what nobody sees makes no series of its own", () => {
    const text = `date,shop,v\n${rows((i) => `${"abcdefghijklmnop"[i & 15]}${["", "\u200b", "\u00a0"][Math.floor(i / PER_DAY) % 3]}`)}`;
    expect(reading(text).key).toBe("shop");
    expect(keyValues(readTable(text))).toHaveLength(16);
  });

  test("a column of blanks is no key", () => {
    const text = `date,remark,v\n${sampleRows(60, (i, date) => `${isoDay(date)},${i % 10 ? "" : `x${i}`},${sampleValue(i)}`, 43_200_000)}`;
    expect(reading(text)).toMatchObject({ key: null, warned: ["duplicate_timestamps"] });
  });
});
