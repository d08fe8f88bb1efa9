import { gzipSync, zstdCompressSync } from "node:zlib";
import { zipSync } from "fflate";
import { csvFile, jsonFile, jsonLinesFile, parquetFile, sqliteFile, workbook, xlsxFile } from "./written-files.js";

/** Small files of every format, to be damaged. */
export function formatFiles(): Record<string, Uint8Array> {
  const each = <Value>(make: (i: number) => Value): Value[] => Array.from({ length: 60 }, (_, i) => make(i));
  const cells = {
    day: each((i) => new Date(Date.UTC(2024, 0, 1 + i))),
    sales: each((i) => (i === 7 ? null : 10 + (i % 7) * 1.5)),
    shop: each((i) => (i % 2 ? "north" : "south, by the sea")),
  };
  return {
    "a.csv": csvFile(cells),
    "a.parquet": parquetFile(cells, 25),
    "a.xlsx": xlsxFile(cells),
    "a.db": sqliteFile(cells),
    "a.json": jsonFile(cells),
    "a.jsonl": jsonLinesFile(cells),
    "a.csv.gz": gzipSync(csvFile(cells)),
    "a.csv.zst": new Uint8Array(zstdCompressSync(csvFile(cells))),
    "a.jsonl.gz": gzipSync(jsonLinesFile(cells)),
    "a.zip": zipSync({ "a.csv": csvFile(cells) }),
    "two-sheets.xlsx": workbook(
      { name: "a", rows: [["x"]] },
      {
        name: "b",
        rows: [
          ["day", "v"],
          ["2024-01-01", 1],
          ["2024-01-02", 2],
        ],
        merged: ["A1:B1"],
      },
    ),
  };
}
