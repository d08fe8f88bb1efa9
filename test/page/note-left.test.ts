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
  const { page } = await openPage({ file: "shop.csv", content: oneFarDay(), width });
  await page.getByTestId("incident-1").click();
  await page.getByTestId("detail-1").locator("svg").first().waitFor();
  const sentence = /above .*\(300 instead of about/;
  const seen = page.locator("tbody .why, .facts .said").filter({ hasText: sentence, visible: true });
  expect(await seen.count()).toBe(width < 600 ? 1 : 2);
});

test.each([1200, 420])("a click on a verdict that leaves a note keeps both, at a width of %i", async (width) => {
  const { page, asked } = await openPage({ file: "shop.csv", content: oneFarDay(), width, height: 520 });
  await page.getByTestId("incident-1").click();
  await page.getByTestId("detail-1").locator("svg").first().waitFor();
  await page.getByTestId("note").click();
  await page.keyboard.type("inventory");
  // As low as it goes: what is shorter afterwards moves everything down.
  await page.locator("main").evaluate((main) => main.scrollTo(0, main.scrollHeight));
  const verdict = page.getByTestId("verdict-real");
  const box = (await verdict.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 3);
  await page.mouse.down();
  await page.waitForTimeout(150);
  expect(await page.getByTestId("note-field").count()).toBe(1);
  expect(await verdict.boundingBox()).toEqual(box);
  await page.mouse.up();
  await expect.poll(() => verdict.getAttribute("aria-pressed")).toBe("true");
  await page.getByText("inventory", { exact: true }).waitFor();
  const changes = asked.flatMap((message) => (message.type === "verdict" ? [message.change] : []));
  expect(changes).toEqual([{ verdict: "real" }, { note: "inventory" }]);
});

test("a note is kept when its row closes by the click that leaves it", async () => {
  const { page, asked } = await openPage({ file: "shop.csv", content: oneFarDay() });
  await page.getByTestId("incident-1").click();
  await page.getByTestId("note").click();
  await page.keyboard.type("inventory");
  await page.getByTestId("incident-1").click();
  await page.getByTestId("detail-1").waitFor({ state: "detached" });
  await expect
    .poll(() => asked.map((message) => (message.type === "verdict" ? message.change : null)))
    .toContainEqual({
      note: "inventory",
    });
});
