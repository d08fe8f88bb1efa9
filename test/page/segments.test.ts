import { expect, test } from "vitest";
import { openPage } from "./open-page.js";

const day = 86_400_000;
/** From 0 to 1, without a pattern, the same each time. */
const scatter = (seed: number): number => Math.abs(Math.sin(seed * 12.9898) * 43_758.5453) % 1;

/** Days of four stores: orders and sales of the third fall together once; a price is set anew every quarter, by more than that. */
function stores(): string {
  const lines = Array.from({ length: 200 }, (_, row) =>
    [1, 2, 3, 4].map((store) => {
      const fall = store === 3 && row >= 120 && row < 123 ? 0.3 : 1;
      const value = (level: number, seed: number): string =>
        (level * fall * (1 + 0.06 * scatter(row * 17 + store * 3 + seed))).toFixed(1);
      const price = [10, 30, 12][Math.floor(row / 90)];
      return `${new Date(Date.UTC(2024, 0, 1) + row * day).toISOString().slice(0, 10)},${store},${value(100, 0)},${value(2000, 1)},${price}`;
    }),
  );
  return `date,Store,orders,sales,price\n${lines.flat().join("\n")}\n`;
}

test("of several stores the worst measured KPI leads, no price; the picker groups by KPI; the card tells what drove the moment", async () => {
  const { page } = await openPage({ file: "stores.csv", content: stores(), width: 1400 });
  const lanes = page.locator("[data-testid=overview] tbody th");
  await lanes.first().waitFor();
  const names = await lanes.allInnerTexts();
  expect(names.slice(0, 2).sort()).toEqual(["Store 3 \u00b7 orders", "Store 3 \u00b7 sales"]);
  expect(names.slice(0, 8).join()).not.toContain("price");

  await page.getByTestId("kpi").click();
  const picker = await page.getByRole("listbox").innerText();
  expect(picker).toMatch(/orders[^]*Store 3[^]*sales[^]*Store 3/);
  await page.getByTestId("kpi-search").fill("Store 3");
  await expect.poll(() => page.getByRole("option").count()).toBeLessThan(5);
  await page.keyboard.press("Escape");

  await page.getByTestId("together-1").click();
  expect(await page.getByTestId("card-sentence").innerText()).toMatch(/^Tue 30 Apr.*Store 3 .* fell 7\d%/);
  expect(await page.getByTestId("card-drivers").innerText()).toContain("3");
  expect(await page.locator("[data-testid=card] svg.minichart").count()).toBe(2);
});
