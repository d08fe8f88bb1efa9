import { expect, test } from "vitest";
import { detect, readTable } from "../../../../kernel-lib/src/index.js";
import { overview } from "../../../../extension/src/worker/overview.js";

const minute = 60_000;
const hour = 60 * minute;

/** Cells of a file with so many rows, one every so many milliseconds, and the width of one. */
async function cellsOf(rows: number, step: number): Promise<{ count: number; width: number }> {
  const lines = Array.from(
    { length: rows },
    (_, row) => `${new Date(Date.UTC(2024, 0, 1) + row * step).toISOString()},${100 + ((row * 37) % 11)}`,
  );
  const report = await detect(
    readTable(new TextEncoder().encode(`time,load\n${lines.join("\n")}\n`), { file: "load.csv" }),
  );
  const { lanes, start, end } = overview(report, []);
  return { count: lanes[0].cells.length, width: (end - start) / lanes[0].cells.length };
}

test("a cell is some days, in short files some hours or minutes, and never shorter than a step", async () => {
  expect(await cellsOf(400, 24 * hour)).toEqual({ count: 58, width: 7 * 24 * hour });
  expect(await cellsOf(10, 24 * hour)).toEqual({ count: 10, width: 24 * hour });
  expect(await cellsOf(100, hour)).toEqual({ count: 100, width: hour });
  expect(await cellsOf(200, 5 * minute)).toEqual({ count: 67, width: 15 * minute });
});
