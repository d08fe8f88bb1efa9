import { assumptionText } from "../kernel-lib/src/words/assumption.js";
import { expect, test } from "vitest";
import { detect } from "../kernel-lib/src/detect.js";
import { readTable } from "../kernel-lib/src/io/read-table.js";
import { createRandom } from "../kernel-lib/src/numeric/random.js";
import { rethreshold } from "../kernel-lib/src/rethreshold.js";

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

test("false alarms that are to be expected are told of minutes as of days", async () => {
  const random = createRandom(3);
  const told = async (step: number): Promise<string> => {
    const lines = Array.from(
      { length: 1200 },
      (_, i) =>
        `${new Date(Date.UTC(2024, 0, 1) + i * step).toISOString().slice(0, 16)},${(50 + random.normal()).toFixed(2)}`,
    );
    const { assumptions } = await detect(readTable(new TextEncoder().encode(`date,load\n${lines.join("\n")}\n`)));
    return assumptionText(assumptions.find(({ id }) => id === "falseAlarms")!);
  };
  for (const step of [300_000, 3_600_000]) expect(await told(step)).toContain("is to be expected at this setting.");
});

test("what hangs on the decision follows another cut, as a new run would say it", async () => {
  const random = createRandom(4);
  const lines = Array.from(
    { length: 300 },
    (_, i) =>
      `${new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10)},${(50 + random.normal() + (i === 200 ? 30 : 0)).toFixed(2)}`,
  );
  const table = readTable(new TextEncoder().encode(`date,load\n${lines.join("\n")}\n`));
  const options = { votes: false, events: [{ name: "fair", date: "2024-05-05" }] };
  const report = await detect(table, options);
  const cut = rethreshold(report, { sensitivity: 72 });
  expect(cut.assumptions).toEqual((await detect(table, { ...options, sensitivity: 72 })).assumptions);
  expect(cut.assumptions).not.toEqual(report.assumptions);
  expect(rethreshold(cut, { sensitivity: 50 }).assumptions).toEqual(report.assumptions);
  const byVote = rethreshold(report, { mode: "vote", consensus: 2 }).assumptions.map(({ id }) => id);
  expect(byVote).not.toContain("falseAlarms");
  expect(byVote).toContain("withoutVotes");
});
