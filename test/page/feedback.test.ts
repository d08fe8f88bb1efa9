import { expect, test } from "vitest";
import { openPage } from "./open-page.js";

const day = 86_400_000;
/** From 0 to 1, without a pattern, the same each time. */
const scatter = (seed: number): number => Math.abs(Math.sin(seed * 12.9898) * 43_758.5453) % 1;
/** Tuesdays on which a delivery doubles the numbers, at no regular distance, and by how much. */
const deliveries: Readonly<Record<number, number>> = { 43: 90, 92: 84, 148: 80, 225: 86, 260: 82 };

function sales(): string {
  const rows = Array.from({ length: 330 }, (_, row) => {
    const value = 100 + 8 * scatter(row) + (deliveries[row] ?? 0);
    return `${new Date(Date.UTC(2024, 0, 1) + row * day).toISOString().slice(0, 10)},${value.toFixed(1)}`;
  });
  return `date,sales\n${rows.join("\n")}\n`;
}

test("what is marked as expected greys its like, with the reason and an undo; after three a rule is offered, and the marks are counted", async () => {
  const { page } = await openPage({ file: "sales.csv", content: sales(), width: 1500 });
  const row = (rank: number): ReturnType<typeof page.getByTestId> => page.getByTestId(`incident-${rank}`);
  const hushed = (): Promise<number> => page.locator("tr.row.hushed").count();
  await row(5).waitFor();
  expect(await hushed()).toBe(0);
  await row(1).click();
  await page.getByTestId("verdict-expected").click();
  // The largest one teaches about all that are no larger, on the same day of the week.
  await expect.poll(hushed).toBe(5);
  await expect
    .poll(() => page.getByTestId("verdict").innerText())
    .toMatch(/No anomalies|0 incidents|No incidents|expected/);
  await row(2).click();
  expect(await page.getByTestId("like").innerText()).toMatch(
    /^Greyed: like Tue 13 Feb, which you marked as expected \(also on a Tuesday, no larger\)\./,
  );
  await page.getByTestId("unlike").click();
  await expect.poll(hushed).toBe(4);
  for (const rank of [3, 4]) {
    await row(rank).click();
    await page.getByTestId("verdict-expected").click();
    await expect.poll(() => page.getByTestId("verdict-expected").getAttribute("aria-pressed")).toBe("true");
  }
  await expect.poll(() => page.getByTestId("judged").innerText()).toMatch(/^\d of \d real$/);
});

test("why a line is not flagged is answered in the panel, with a button that sets the sensitivity that would flag it", async () => {
  const { page, post, asked } = await openPage({ file: "sales.csv", content: sales() });
  await page.getByTestId("incident-1").waitFor();
  const answer = { text: "Not flagged: 3% above expected.", index: 0, time: Date.UTC(2024, 4, 1), flagged: false };
  await post({ type: "why", why: { line: 123, answers: [{ ...answer, needed: 83 }] } });
  expect(await page.getByTestId("why").innerText()).toContain("Not flagged: 3% above expected.");
  await page.getByTestId("why-show").click();
  await expect
    .poll(async () => Number(await page.getByTestId("range-start").getAttribute("aria-valuenow")))
    .toBeGreaterThan(Date.UTC(2024, 2, 1));
  await page.getByTestId("why-sensitivity").click();
  expect(asked).toContainEqual({ type: "rethreshold", tuning: { mode: "auto", sensitivity: 83 } });
  await expect.poll(() => page.getByTestId("sensitivity").inputValue()).toBe("83");
  await page.getByTestId("assumed").click();
  // The list follows the dial.
  await expect.poll(() => page.getByTestId("assumption-mode").innerText()).toContain("sensitivity 83");
});

test("what was changed in the panel is said to lie over the configuration, and is reset", async () => {
  const { page, asked } = await openPage({ file: "sales.csv", content: sales() });
  await page.getByTestId("detector-windowedPca").click();
  await expect.poll(() => page.getByTestId("detector-windowedPca").getAttribute("aria-pressed")).toBe("false");
  await page.getByTestId("assumed").click();
  expect(await page.getByTestId("overrides").innerText()).toContain("detectors.windowedPca.enabled");
  await page.getByTestId("reset-overrides").click();
  expect(asked).toContainEqual({ type: "override", overrides: {} });
  await expect.poll(() => page.getByTestId("detector-windowedPca").getAttribute("aria-pressed")).toBe("true");
});

test("the table is filtered by what it shows, and the ends of the strip are moved by keyboard", async () => {
  const { page } = await openPage({ file: "sales.csv", content: sales() });
  await page.getByTestId("incident-5").waitFor();
  await page.getByTestId("filter").fill("may");
  await expect.poll(() => page.locator("tr.row").count()).toBe(1);
  expect(await page.locator("tr.row .c-when").innerText()).toContain("May");
  await page.getByTestId("filter").fill("");
  const end = page.getByTestId("range-start");
  const before = Number(await end.getAttribute("aria-valuenow"));
  await end.press("ArrowRight");
  await expect.poll(async () => Number(await end.getAttribute("aria-valuenow"))).toBeGreaterThan(before);
});
