import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { jsonLinesFile, parquetFile, sqliteFile, xlsxFile } from "../io/formats/written-files.js";
import { openPage } from "./open-page.js";

const SPIKE = 120;
const hours = Array.from({ length: 240 }, (_, row) => new Date(Date.UTC(2024, 0, 1) + row * 3_600_000));
const loads = hours.map(
  (_, row) => 100 + Math.round(30 * Math.sin((row / 12) * Math.PI)) + ((row * 7919) % 13) + (row === SPIKE ? 400 : 0),
);
const cells = { time: hours, load: loads };
const csv = `time,load\n${hours.map((time, row) => `${time.toISOString()},${loads[row]}\n`).join("")}`;

test.each<[string, () => Uint8Array]>([
  ["loads.parquet", () => parquetFile(cells)],
  ["loads.xlsx", () => xlsxFile(cells)],
  ["loads.csv.gz", () => gzipSync(csv)],
  ["loads.sqlite", () => sqliteFile({ time: hours.map((time) => time.toISOString()), load: loads })],
])("a click leads to the row of %s in the page's own view of the data", async (file, content) => {
  const { page, asked } = await openPage({ file, content: content() });
  await page.getByTestId("incident-1").click();
  const button = page.getByTestId("show-line");
  expect(await button.textContent()).toBe("Show the row");
  await button.click();
  const row = page.getByTestId("marked-row");
  await row.waitFor();
  expect(await row.textContent()).toContain(String(loads[SPIKE]));
  expect(await row.textContent()).toContain(String(SPIKE + 1));
  expect(await page.getByTestId("file-rows").textContent()).toContain(`Row ${SPIKE + 1} of 240`);
  expect(asked.filter(({ type }) => type === "reveal").at(-1)).toMatchObject({ how: "go" });
});

test("a click leads to the line of a file that an editor shows", async () => {
  const { page, asked } = await openPage({ file: "loads.jsonl", content: jsonLinesFile(cells) });
  await page.getByTestId("incident-1").click();
  await page.getByTestId("show-line").click();
  await expect.poll(() => asked.at(-1)).toEqual({ type: "reveal", line: SPIKE + 1, how: "go" });
  expect(await page.getByTestId("marked-row").count()).toBe(0);
});
