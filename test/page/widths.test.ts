import { expect, test } from "vitest";
import { cutParts } from "./cut-parts.js";
import { openPage } from "./open-page.js";

const day = 86_400_000;
/** From 0 to 1, without a pattern, the same each time. */
const scatter = (seed: number): number => Math.abs(Math.sin(seed * 12.9898) * 43_758.5453) % 1;

/** Days of more than a year of three KPIs with long names that fall together, with a hole. */
function shop(): string {
  const rows = Array.from({ length: 500 }, (_, row) => {
    const date = new Date(Date.UTC(2023, 2, 1) + row * day).toISOString().slice(0, 10);
    if (row > 300 && row < 309) return `${date},,,`;
    const fall = row >= 430 && row < 433 ? 0.4 : 1;
    const cells = [290, 21_400, 9000].map((level, kpi) => level * (1 + 0.06 * scatter(row * 3 + kpi)) * fall);
    return `${date},${cells.map((cell) => cell.toFixed(1)).join(",")}`;
  });
  return `date,orders_of_the_shop,revenue_before_taxes,visitors_a_day\n${rows.join("\n")}\n`;
}

test.each([
  ["English", false],
  ["German", true],
])("nothing is cut off or stands over something else at any width, in %s", async (_, german) => {
  const { page } = await openPage({ file: "shop.csv", content: shop(), german });
  const views: Readonly<Record<string, () => Promise<void>>> = {
    overview: () => page.getByTestId("overview").waitFor(),
    card: async () => {
      await page.getByTestId("together-1").click();
      await page.getByTestId("card-sentence").waitFor();
    },
    timeline: async () => {
      await page.getByTestId("tab-timeline").click();
      await page.getByTestId("incident-1").click();
      await page.getByTestId("detail-1").locator("svg").first().waitFor();
    },
    compare: async () => {
      await page.getByTestId("tab-compare").click();
      await page.getByTestId("compare").waitFor();
    },
    stability: async () => {
      await page.getByTestId("tab-stability").click();
      await page.getByTestId("stability").waitFor();
    },
    data: async () => {
      await page.getByTestId("tab-data").click();
      await page.getByTestId("profile").waitFor();
    },
  };
  const wrong: string[] = [];
  for (const [name, open] of Object.entries(views)) {
    await page.setViewportSize({ width: 1200, height: 900 });
    await open();
    for (const width of [1600, 1100, 1000, 860, 720, 620, 420]) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(200);
      wrong.push(...(await page.locator("body").evaluate(cutParts)).map((part) => `${name}, ${width}: ${part}`));
    }
  }
  expect(wrong).toEqual([]);
});
