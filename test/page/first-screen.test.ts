import { expect, test } from "vitest";
import { openPage } from "./open-page.js";

const day = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
/** From 0 to 1, without a pattern, the same each time. */
const scatter = (seed: number): number => Math.abs(Math.sin(seed * 12.9898) * 43_758.5453) % 1;

/** Days of three sensors that say -200 when they are out of order; the last two fall together once. */
function sensors(): string {
  const lines = Array.from({ length: 150 }, (_, row) => {
    const value = (seed: number): string =>
      row % 17 === 3 ? "-200" : (50 + 5 * scatter(row * 3 + seed) - (row === 100 && seed > 0 ? 40 : 0)).toFixed(1);
    return `${iso(Date.UTC(2024, 0, 1) + row * day)},${value(0)},${value(1)},${value(2)}`;
  });
  return `date,calm,co,no2\n${lines.join("\n")}\n`;
}

test("several KPIs open on the overview; a search finds one; a fix is applied by a click, tells its effect and is undone", async () => {
  const { page, asked } = await openPage({ file: "sensors.csv", content: sensors() });
  const byId = (id: string): ReturnType<typeof page.getByTestId> => page.getByTestId(id);
  await byId("overview").waitFor();
  expect(await byId("tab-overview").getAttribute("aria-selected")).toBe("true");

  const fix = byId("fix-missing-code");
  expect(await fix.innerText()).toContain('-200 looks like "no value" in 3 columns. Treat these 27 cells as missing.');
  await fix.getByRole("button").click();
  await byId("fix-applied").waitFor();
  expect(await byId("fix-applied").innerText()).toMatch(
    /Done: Treat as missing\. Before: .*\. Now: 1 moment in 2 KPIs\./,
  );
  expect(await byId("verdict").innerText()).toContain("1 moment in 2 of 3 KPIs.");
  await byId("fix-save").click();
  await expect.poll(() => asked).toContainEqual({ type: "saveConfiguration" });
  await byId("dial-curve").waitFor();

  await byId("kpi").click();
  await page.keyboard.type("no");
  await page.keyboard.press("Enter");
  await byId("chart").waitFor();
  expect(await byId("kpi").innerText()).toBe("no2");
  await byId("incident-1").waitFor();

  await byId("fix-undo").click();
  await byId("fix-missing-code").waitFor();
  expect(asked).toContainEqual({ type: "override", overrides: {} });
});

test("one KPI opens on its chart, with nothing to choose", async () => {
  const content = sensors()
    .split("\n")
    .map((line) => line.split(",").slice(0, 2).join())
    .join("\n");
  const { page } = await openPage({ file: "one.csv", content });
  await page.getByTestId("chart").waitFor();
  expect(await page.getByTestId("kpi").innerText()).toBe("calm");
  expect(await page.locator("button[data-testid=kpi]").count()).toBe(0);
});

test("while the strips of the overview are of a moment ago, the numbers beside them are those of the answer above", async () => {
  const { page, post } = await openPage({
    file: "sensors.csv",
    content: sensors(),
    config: { read: { missing: ["-200"] } },
  });
  const counts = (): Promise<string[]> => page.locator("[data-testid=overview] tbody .c-worst").allInnerTexts();
  await page.getByTestId("overview").waitFor();
  await expect.poll(async () => (await counts()).join()).toMatch(/[1-9]/);
  const shown = await counts();
  const lanes = [0, 1, 2].map((index) => ({
    ...{ index, kpi: ["calm", "co", "no2"][index], series: "" },
    ...{ severity: 0, incidents: 0, cells: new Uint8Array(10) },
  }));
  await post({
    type: "analysis",
    name: "overview",
    answer: { ok: true, value: { start: 0, end: 10 * day, dated: true, lanes, together: [] } },
  });
  await expect.poll(() => page.locator("[data-testid=overview] .cell").count()).toBe(0);
  expect((await counts()).sort()).toEqual(shown.sort());
});

/** Five years of days, in which each 4 July is far off, now to one side, now to the other, so that it cannot be learnt. */
function independent(): string {
  const lines = Array.from({ length: 5 * 365 }, (_, row) => {
    const date = iso(Date.UTC(2019, 0, 1) + row * day);
    const odd = date.endsWith("-07-04") ? [70, -60, 90, -50, 80][Number(date.slice(3, 4)) % 5] : 0;
    return `${date},${(100 + 6 * scatter(row) + (row % 7 > 4 ? 12 : 0) + odd).toFixed(1)}`;
  });
  return `date,visits\n${lines.join("\n")}\n`;
}

test("dates that return are expected by the holidays of a country that is chosen, which the assumptions tell", async () => {
  const { page, asked } = await openPage({ file: "visits.csv", content: independent() });
  const fix = page.getByTestId("fix-holidays");
  expect(await fix.innerText()).toMatch(
    /incidents return each year on 4 July\. Expect 5 such days, or all public holidays of a country\./,
  );
  const place = fix.getByTestId("holidays-place");
  expect(await place.inputValue()).toMatch(/^[A-Z]{2}$/);
  await place.selectOption({ label: "United States" });
  await fix.getByTestId("holidays-add").click();
  await page.getByTestId("fix-applied").waitFor();
  expect(asked).toContainEqual({ type: "configure", changes: { holidays: "US", holidaysKnown: true } });
  await expect
    .poll(() => page.getByTestId("fix-applied").innerText())
    .toMatch(/Done: Add holidays of United States\. Before: \d+ incidents\. Now: 0 incidents\./);
  expect(await fix.count()).toBe(0);
  await page.getByTestId("assumed").click();
  expect(await page.getByTestId("assumption-holidays").innerText()).toContain(
    "The public holidays of US are expected, never an anomaly.",
  );
});
