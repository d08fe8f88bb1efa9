import { expect, test } from "vitest";
import { openPage } from "./open-page.js";

const day = 86_400_000;

/** Days about 100, one of them at 300. */
function oneFarDay(): string {
  const lines = Array.from({ length: 200 }, (_, row) => {
    const value = row === 120 ? 300 : 100 + ((row * 37) % 11);
    return `${new Date(Date.UTC(2024, 0, 1) + row * day).toISOString().slice(0, 10)},${value}`;
  });
  return `date,orders\n${lines.join("\n")}\n`;
}

test.each([1200, 420])("an open incident says its sentence where it can be read, at a width of %i", async (width) => {
  const { page } = await openPage({ file: "shop.csv", content: oneFarDay() });
  await page.setViewportSize({ width, height: 900 });
  await page.getByTestId("incident-1").click();
  await page.getByTestId("detail-1").locator("svg").first().waitFor();
  const sentence = /above .*\(300 instead of about/;
  const seen = page.locator("tbody .why, .facts .said").filter({ hasText: sentence, visible: true });
  expect(await seen.count()).toBe(width < 600 ? 1 : 2);
});
