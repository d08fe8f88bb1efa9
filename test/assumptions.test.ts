import { assumptionText } from "../kernel-lib/src/words/assumption.js";
import { expect, test } from "vitest";
import { detect } from "../kernel-lib/src/detect.js";
import { readTable } from "../kernel-lib/src/io/read-table.js";
import { createRandom } from "../kernel-lib/src/numeric/random.js";

test("seasons are told for every KPI, those that share them together", async () => {
  const random = createRandom(2);
  const lines = Array.from({ length: 200 }, (_, i) => {
    const date = new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
    const weekly = (): string => (100 + 20 * Number(i % 7 > 4) + random.normal()).toFixed(2);
    return [date, (50 + random.normal()).toFixed(2), weekly(), weekly()].join(",");
  });
  const table = readTable(new TextEncoder().encode(`date,noise,sales,visits\n${lines.join("\n")}\n`));
  const told = async (season?: readonly ("week" | number)[]): Promise<string> =>
    assumptionText((await detect(table, { season })).assumptions.find(({ id }) => id === "seasons")!);
  expect(await told()).toBe("Repeats every week in sales and visits; no repeating pattern in noise.");
  expect(await told(["week"])).toBe("The season is set by hand: every week; in use: every week.");
  expect(await told(["week", 3])).toContain("The season is set by hand: every week and every 3 rows; in use: ");
  expect(await told([])).toBe("The season is set by hand: none.");
});
