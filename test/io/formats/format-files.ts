import { samples } from "./format-samples.js";
import type { FormatSample } from "./samples/sample.js";
import { csvFile, workbook, type Cells } from "./written-files.js";

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
    ...Object.assign({}, ...samples.map(({ files }) => writtenBy(files, cells))),
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

const writtenBy = (files: FormatSample["files"], cells: Cells): Record<string, Uint8Array> =>
  Object.fromEntries(Object.entries(files).map(([name, write]) => [name, write(cells)]));
