import { expect, test } from "vitest";
import { openPage } from "./open-page.js";

const day = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
/** From 0 to 1, without a pattern, the same each time. */
const scatter = (seed: number): number => Math.abs(Math.sin(seed * 12.9898) * 43_758.5453) % 1;

/** Two years of days near zero with a spike, a hole of ten days, and a new level in the end. */
function visits(): string {
  const lines = Array.from({ length: 700 }, (_, row) => {
    const level = row < 560 ? 6 : 30;
    const value = level + 9 * scatter(row) - 4.5 + (row === 200 ? 80 : 0);
    return `${iso(Date.UTC(2022, 6, 1) + row * day)},${Math.max(0, value).toFixed(1)}`;
  }).filter((_, row) => row < 380 || row > 389);
  return `date,visits\n${lines.join("\n")}\n`;
}

test("an incident chosen is zoomed to, Escape goes back; Ctrl and wheel zoom, a double click shows all and opens nothing", async () => {
  const { page, asked } = await openPage({ file: "visits.csv", content: visits() });
  const span = async (): Promise<number> => {
    const [from, to] = await Promise.all(
      ["range-start", "range-end"].map((id) => page.getByTestId(id).getAttribute("aria-valuenow")),
    );
    return Math.round((Number(to) - Number(from)) / day);
  };
  await page.locator("[data-testid=chart] .xtick text").first().waitFor();
  expect(await span()).toBe(700);
  expect(await page.locator("[data-testid=chart] .xtick text").first().textContent()).toContain("2022");
  expect(await page.locator("[data-testid=gaps] path").count()).toBe(2);
  expect(await page.getByTestId("level-changes").textContent()).toMatch(
    /Since 1\d Jan 2024: \d+\.?\d* \(was \d\.?\d*\)/,
  );

  await page.getByTestId("incident-1").click();
  await expect.poll(span).toBeLessThan(130);
  await page.keyboard.press("Escape");
  await expect.poll(span).toBe(700);

  const box = (await page.getByTestId("chart").boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 100);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -300);
  await page.keyboard.up("Control");
  await expect.poll(span).toBeLessThan(520);
  const before = asked.length;
  await page.mouse.dblclick(box.x + box.width / 2, box.y + 160);
  await expect.poll(span).toBe(700);
  await page.waitForTimeout(400);
  expect(asked.slice(before).filter(({ type }) => type === "revealPoint" || type === "reveal")).toEqual([]);

  await page.mouse.wheel(0, 300);
  await page.waitForTimeout(200);
  expect(await span()).toBe(700);
  await page.mouse.click(box.x + box.width / 2, box.y + 160);
  await expect.poll(() => asked.at(-1)).toMatchObject({ type: "revealPoint", how: "follow" });
});

test("numbers of many digits stand short on the axis, as in the tables: thousand millions as B", async () => {
  const content = `date,turnover\n${Array.from({ length: 60 }, (_, row) => `${iso(Date.UTC(2024, 0, 1) + row * day)},${Math.round(9e9 + 2e9 * scatter(row))}`).join("\n")}\n`;
  const { page } = await openPage({ file: "turnover.csv", content });
  const ticks = page.locator("[data-testid=chart] .ytick text");
  await ticks.first().waitFor();
  for (const text of await ticks.allTextContents()) expect(text).toMatch(/^(0|[\d.]+B)$/);
});
