import { expect, test } from "vitest";
import { openPage } from "./open-page.js";

/** From 0 to 1, without a pattern, the same each time. */
const scatter = (seed: number): number => Math.abs(Math.sin(seed * 12.9898) * 43_758.5453) % 1;

/** Hours of four KPIs that move together; orders and revenue leave the others for a while. */
function shop(): string {
  let course = 0;
  const lines = Array.from({ length: 600 }, (_, row) => {
    course = 0.8 * course + 12 * (scatter(row) - 0.5);
    const value = (seed: number): string => {
      const left = seed < 2 && row >= 400 && row < 404 ? 400 : 0;
      return (200 + 10 * course - left + 4 * (scatter(row * 4 + seed) - 0.5)).toFixed(1);
    };
    const time = new Date(Date.UTC(2024, 0, 1) + row * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
    return `${time},${[0, 1, 2, 3].map(value).join(",")}`;
  });
  return `time,orders,revenue,visits,clicks\n${lines.join("\n")}\n`;
}

test("the card of a moment tells which KPIs no longer move with the others, and the known event near it", async () => {
  const { page, asked } = await openPage({
    file: "shop.csv",
    content: shop(),
    config: { events: [{ name: "release 7", date: "2024-01-17 12:00" }] },
  });
  await page.getByTestId("together-1").click();
  const card = page.getByTestId("card");
  await card.waitFor();
  const told = await card.innerText();
  expect(told).toMatch(/It no longer moves with (visits and clicks|clicks and visits) as usual/);
  expect(told).toContain("Known events near it: release 7.");
  await page.getByTestId("copy-text").click();
  await expect
    .poll(() => asked.at(-1))
    .toMatchObject({ type: "copy", text: expect.stringMatching(/no longer moves with/) as string });
});
