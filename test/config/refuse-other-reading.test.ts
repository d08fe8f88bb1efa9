import { expect, test } from "vitest";
import type { Config } from "../../kernel-lib/src/config/config.js";
import { readOptions } from "../../kernel-lib/src/config/reading-options.js";
import { detect } from "../../kernel-lib/src/detect.js";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import { profile } from "../../kernel-lib/src/profile/profile.js";

const day = (i: number): string => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
const text = `ordered;shipped;sales\n${Array.from({ length: 40 }, (_, i) => `${day(i)};${day(i + 3)};${(i * 7) % 5},5`).join("\n")}\n`;

test.each<[Config, string]>([
  [{ columns: { date: "shipped" } }, "bad_config"],
  [{ columns: { date: "nowhere" } }, "column_not_found"],
  [{ columns: { key: "nowhere" } }, "column_not_found"],
  [{ columns: { key: "shipped" } }, "bad_config"],
  [{ read: { delimiter: "," } }, "bad_config"],
  [{ read: { decimal: "." } }, "bad_config"],
  [{ read: { dateFormat: "DD/MM/YYYY" } }, "bad_config"],
])("a table is not analysed as if it had been read otherwise: %j", async (config, code) => {
  const table = readTable(text, { date: "ordered" });
  await expect(detect(table, config)).rejects.toMatchObject({ code });
  expect(() => profile(table, config)).toThrow(expect.objectContaining({ code }));
});

test("options that the table was read with are no contradiction", async () => {
  const config: Config = {
    columns: { date: "shipped" },
    read: { delimiter: ";", decimal: ",", dateFormat: "YYYY-MM-DD" },
    detectors: { localOutlierFactor: { enabled: false } },
  };
  const report = await detect(readTable(text, readOptions(config)), config);
  expect(report.date?.columns).toEqual(["shipped"]);
  const joined = readTable(text.replace("ordered;", "ordered;"), { date: "ordered" });
  expect((await detect(joined, { columns: { date: "ordered" } })).date?.columns).toEqual(["ordered"]);
});
