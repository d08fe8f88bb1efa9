import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "./open-page.js";

const day = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
/** From 0 to 1, without a pattern, the same each time. */
const scatter = (seed: number): number => Math.abs(Math.sin(seed * 12.9898) * 43_758.5453) % 1;

/** Five sales a day in two branches. */
function sales(): string {
  const lines = Array.from({ length: 300 }, (_, row) => {
    const date = iso(Date.UTC(2024, 0, 1) + Math.floor(row / 5) * day);
    return `${date},${["North", "South"][row % 2]},${(20 + 10 * scatter(row)).toFixed(2)}`;
  });
  return `date,branch,total\n${lines.join("\n")}\n`;
}

/** Days with a high last day of most months. */
function books(): string {
  const lines = Array.from({ length: 360 }, (_, row) => {
    const time = Date.UTC(2024, 0, 1) + row * day;
    const closes = new Date(time + day).getUTCDate() === 1;
    return `${iso(time)},${(100 + 6 * scatter(row) + (closes && scatter(row) > 0.4 ? 90 : 0)).toFixed(1)}`;
  });
  return `date,bookings\n${lines.join("\n")}\n`;
}

/** Days of a sensor that says -200 when it is out of order. */
function sensor(): string {
  const lines = Array.from(
    { length: 150 },
    (_, row) =>
      `${iso(Date.UTC(2024, 0, 1) + row * day)},${row % 17 === 3 ? "-200" : (50 + 5 * scatter(row)).toFixed(1)}`,
  );
  return `date,co\n${lines.join("\n")}\n`;
}

/** Presses the button of a suggestion and waits for what it did. */
async function applied(page: Page, kind: string): Promise<string> {
  await page.getByTestId(`fix-${kind}`).getByRole("button").first().click();
  const done = page.getByTestId("fix-applied");
  await done.waitFor();
  return done.innerText();
}

test("transactions are added up by day with one click, and taken back with another", async () => {
  const { page, asked } = await openPage({ file: "sales.csv", content: sales() });
  expect(await page.getByTestId("fix-totals").innerText()).toContain("Looks like transactions: ");
  expect(await applied(page, "totals")).toContain("Done: Total per day.");
  expect(asked).toContainEqual({ type: "configure", changes: { "aggregate.by": "day" } });
  await expect.poll(() => page.getByTestId("fix-totals").count()).toBe(0);
  await page.getByTestId("fix-undo").click();
  await page.getByTestId("fix-totals").waitFor();
});

test("a column of few values splits the file with one click, and each value can be chosen", async () => {
  const { page } = await openPage({ file: "sales.csv", content: sales() });
  expect(await page.getByTestId("fix-segments").innerText()).toContain("Split by branch");
  expect(await applied(page, "segments")).toContain("Done: Split by branch.");
  await page.locator("button[data-testid=kpi]").click();
  const listed = await page.getByRole("listbox").innerText();
  expect(listed).toContain("North");
  expect(listed).toContain("South");
});

test("what happens at most month ends is expected at all of them with one click", async () => {
  const { page } = await openPage({ file: "books.csv", content: books() });
  const before = await page.locator("[data-testid^=incident-]").count();
  expect(before).toBeGreaterThan(2);
  expect(await applied(page, "month-ends")).toContain("Done: Expect it.");
  await expect.poll(() => page.locator("[data-testid^=incident-]").count()).toBeLessThan(before);
});

test("the editor of a number that may mean no value has that number in it, that of another assumption has not", async () => {
  const { page } = await openPage({ file: "sensor.csv", content: sensor() });
  const field = page.getByRole("textbox", { name: "Cells that mean “no value”" });
  await page.getByTestId("assumed").click();
  await page.getByTestId("assumption-possible_missing_value_code").getByRole("button", { name: /^Edit/ }).click();
  expect(await field.inputValue()).toBe("-200");
  await page.keyboard.press("Escape");
  await page.getByTestId("assumption-file").getByRole("button", { name: /^Edit/ }).click();
  expect(await field.inputValue()).toBe("");
});

test("the detectors are one stop of the Tab key; arrows go from one to the next", async () => {
  const { page } = await openPage({ file: "sensor.csv", content: sensor() });
  const keys = page.getByRole("toolbar").locator("button[data-testid^=detector-]");
  expect(await keys.count()).toBeGreaterThan(5);
  const focused = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.getAttribute("data-testid") ?? null);
  const names = await keys.evaluateAll((all) => all.map((key) => key.getAttribute("data-testid")));
  await keys.first().focus();
  await page.keyboard.press("ArrowRight");
  expect(await focused()).toBe(names[1]);
  await page.keyboard.press("Tab");
  expect(names).not.toContain(await focused());
  await page.keyboard.press("Shift+Tab");
  expect(await focused()).toBe(names[1]);
});

test("a run says what it is at: level and seasons of the first KPI, before any detector is done", async () => {
  const lines = Array.from({ length: 60_000 }, (_, row) => {
    const time = new Date(Date.UTC(2018, 0, 1) + row * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
    return `${time},${(100 + 30 * Math.sin((row * Math.PI) / 12) + 9 * scatter(row)).toFixed(1)}`;
  });
  const { page } = await openPage({ file: "load.csv", content: `time,load\n${lines.join("\n")}\n` });
  const said: string[] = [];
  await page.exposeFunction("saidNow", (text: string) => said.push(text));
  await page.addInitScript(() => {
    const heard = (): void => {
      (window as unknown as { saidNow(text: string): void }).saidNow(document.body?.innerText ?? "");
    };
    new MutationObserver(heard).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page.reload();
  const saw = (words: RegExp): Promise<void> =>
    expect.poll(() => said.some((text) => words.test(text)), { timeout: 60_000 }).toBe(true);
  await saw(/Finding the level and the seasons of load/);
  await page.locator("main[data-state=ready]").waitFor();
  expect(said.filter((text) => /\b0 of \d+ detectors done/.test(text))).toEqual([]);
});
