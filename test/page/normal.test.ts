import { expect, test } from "vitest";
import { openPage } from "./open-page.js";

const day = 86_400_000;

test("the Data view tells growth, dates that return and when it scatters most", async () => {
  let state = 7;
  const noise = (): number => {
    let sum = 0;
    for (let i = 0; i < 12; i++) sum += (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    return sum - 6;
  };
  const rows = Array.from({ length: 1400 }, (_, row) => {
    const date = new Date(Date.UTC(2021, 0, 1) + row * day);
    const isChristmas = date.getUTCMonth() === 11 && (date.getUTCDate() === 25 || date.getUTCDate() === 26);
    const isWeekend = date.getUTCDay() % 6 === 0;
    const value = 1000 + 0.4 * row - (isChristmas ? 500 : 0) + (isWeekend ? 40 : 8) * noise();
    return `${date.toISOString().slice(0, 10)},${value.toFixed(1)}`;
  });
  const { page } = await openPage({ file: "orders.csv", content: `date,orders\n${rows.join("\n")}\n` });
  await page.getByTestId("tab-data").click();
  const said = page.getByTestId("insights");
  await said.waitFor();
  const text = await said.innerText();
  expect(text).toMatch(/orders has lately grown by about 1[345]\d a year\./);
  expect(text).toMatch(/orders differs each year on .*25 December/);
  expect(text).toMatch(/orders scatters most on (Satur|Sun)days .* and least on (Mon|Tues|Wednes|Thurs|Fri)days/);
});
