import { expect, test } from "vitest";
import { openPage } from "./open-page.js";

const day = 86_400_000;
/** From 0 to 1, without a pattern, the same each time. */
const scatter = (seed: number): number => Math.abs(Math.sin(seed * 12.9898) * 43_758.5453) % 1;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Two KPIs of 2024 that fall together in the last row, whose date begins a week or a day. */
function fallsAtLast(rows: number, step: number): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const value = (seed: number): string => (90 + 6 * scatter(row * 2 + seed) - (row === rows - 1 ? 60 : 0)).toFixed(1);
    return `${new Date(Date.UTC(2024, 0, 1) + row * step).toISOString().slice(0, 10)},${value(0)},${value(1)}`;
  });
  return `date,orders,customers\n${lines.join("\n")}\n`;
}

test.each([
  ["weeks", 41, 7 * day],
  ["days", 200, day],
])("no date that is shown lies beyond the last one of a file of %s", async (_, rows, step) => {
  const { page } = await openPage({ file: "shop.csv", content: fallsAtLast(rows, step) });
  const last = Date.UTC(2024, 0, 1) + (rows - 1) * step;
  const seen: string[] = [];
  const look = async (view: string): Promise<void> => {
    const text = await page.evaluate(() => {
      const labels = Array.from(document.querySelectorAll("[aria-valuetext], [aria-label], [title]"), (part) =>
        ["aria-valuetext", "aria-label", "title"].map((name) => part.getAttribute(name) ?? "").join(" | "),
      );
      const drawn = Array.from(document.querySelectorAll("svg text"), (part) => part.textContent ?? "");
      return [document.body.innerText, ...labels, ...drawn].join("\n");
    });
    for (const [whole, date, month, year] of text.matchAll(/\b(\d{1,2}) ([A-Z][a-z]{2,3})t?(?: (\d{4}))?\b/g)) {
      const at = Date.UTC(Number(year ?? 2024), months.indexOf(month.slice(0, 3)), Number(date));
      if (months.includes(month.slice(0, 3)) && at > last) seen.push(`${view}: ${whole}`);
    }
  };
  await page.getByTestId("together-1").click();
  await page.getByTestId("card-sentence").waitFor();
  await look("overview");
  await page.getByTestId("tab-timeline").click();
  await page.locator("[data-testid=chart] .xtick text").first().waitFor();
  await look("timeline");
  await page.getByTestId("incident-1").click();
  await page.getByTestId("detail-1").locator("svg").first().waitFor();
  const box = (await page.getByTestId("chart").boundingBox())!;
  for (const place of [0.5, 0.75, 0.9, 0.97]) {
    await page.mouse.move(box.x + box.width * place, box.y + 120);
    await page.waitForTimeout(150);
    await look("incident");
  }
  await page.getByTestId("assumed").click();
  await look("assumptions");
  await page.keyboard.press("Escape");
  await page.getByTestId("tab-data").click();
  await page.getByTestId("profile").waitFor();
  await look("data");
  expect(seen).toEqual([]);
});
