import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { quietSales } from "./quiet-sales.js";
import { runCommand } from "./run-command.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-events-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const days = Array.from(
  { length: 60 },
  (_, i) => `${new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10)},${(i * 7) % 5}`,
);
const sales = file("sales.csv", `date,sales\n${days.join("\n")}\n`);

test("events that cannot be read end with exit code 2", async () => {
  for (const text of [
    "date,name\n2024-01-01,Fair\nSale\n",
    "BEGIN:VCALENDAR\nnonsense",
    "date,name\nyesterday,Fair\n",
  ]) {
    const { code, stdout } = await runCommand("detect", sales, "--events", file("events", text), "--json");
    expect([code, JSON.parse(stdout).error.code]).toEqual([2, expect.stringMatching(/bad_config|bad_data/)]);
  }
});

test("only events in the time of the data are taken", async () => {
  const text = 'date,name\n1999-01-01,Old\n2024-01-05,"Fair, hall 2"\n2030-01-01,New\n';
  const { code, stderr } = await runCommand("detect", sales, "--events", file("events.csv", text), "--json");
  expect([code, stderr]).toEqual([0, ""]);
});

describe("known events", () => {
  const sales = quietSales(mkdtempSync(join(folder, "quiet-")));

  test.each([
    ["events.csv", "date,name\n2024-05-30,Fair\n"],
    [
      "events.ics",
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20240530\r\nSUMMARY:Fair\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    ],
  ])("of %s are expected", async (name, text) => {
    const events = file(name, text);
    const summary = JSON.parse(
      (await runCommand("detect", sales, "--mode", "auto", "--events", events, "--json")).stdout,
    );
    expect(
      summary.series[0].incidents.filter(
        ({ start, end }: { start: string; end: string }) => start <= "2024-05-30" && end >= "2024-05-30",
      ),
    ).toEqual([]);
  });
});
