import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "./open-page.js";

const day = 86_400_000;
/** From 0 to 1, without a pattern, the same each time. */
const scatter = (seed: number): number => Math.abs(Math.sin(seed * 12.9898) * 43_758.5453) % 1;

/** Days with many spikes: a table that is longer than the window. */
function visits(): string {
  const lines = Array.from({ length: 700 }, (_, row) => {
    const date = new Date(Date.UTC(2022, 6, 1) + row * day).toISOString().slice(0, 10);
    return `${date},${(50 + 9 * scatter(row) + (row % 61 === 30 ? 60 + (row % 7) : 0)).toFixed(1)}`;
  });
  return `date,visits\n${lines.join("\n")}\n`;
}

interface View {
  readonly from: number;
  readonly to: number;
}

async function inView(page: Page): Promise<View> {
  const [from, to] = await Promise.all(
    ["range-start", "range-end"].map((id) => page.getByTestId(id).getAttribute("aria-valuenow")),
  );
  return { from: Number(from), to: Number(to) };
}

/** The time under a place of the chart, in pixels of the window. */
const timeAt = ({ from, to }: View, x: number, plot: { readonly x: number; readonly width: number }): number =>
  from + ((x - plot.x) / plot.width) * (to - from);

async function opened(): Promise<{
  readonly page: Page;
  readonly plot: { readonly x: number; readonly y: number; readonly width: number };
}> {
  const { page } = await openPage({ file: "visits.csv", content: visits(), height: 620 });
  const drawn = page.locator("[data-testid=chart] .nsewdrag");
  await drawn.first().waitFor();
  return { page, plot: (await drawn.first().boundingBox())! };
}

test("Ctrl and the wheel, which is what a pinch on a touch pad is, zoom about the pointer; the plain wheel over the chart scrolls the page", async () => {
  const { page, plot } = await opened();
  const all = await inView(page);
  const at = plot.x + plot.width * 0.75;
  await page.mouse.move(at, plot.y + 60);
  await page.keyboard.down("Control");
  for (let times = 0; times < 4; times++) {
    await page.mouse.wheel(0, -90);
    await page.waitForTimeout(150);
  }
  await page.keyboard.up("Control");
  const near = await inView(page);
  expect(near.to - near.from).toBeLessThan((all.to - all.from) * 0.5);
  expect(Math.abs(timeAt(near, at, plot) - timeAt(all, at, plot)), "the day under the pointer stays").toBeLessThan(
    8 * day,
  );
  expect(await page.locator("main").evaluate((main) => main.scrollTop)).toBe(0);

  await page.mouse.wheel(0, 240);
  await expect.poll(() => page.locator("main").evaluate((main) => main.scrollTop)).toBeGreaterThan(100);
  expect(await inView(page)).toEqual(near);
});

test("two fingers that part zoom in about what lies between them, and out when they meet; one finger is the page's", async () => {
  const { page, plot } = await opened();
  const all = await inView(page);
  const session = await page.context().newCDPSession(page);
  const middle = plot.x + plot.width * 0.3;
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", apart: number | null): Promise<unknown> =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: apart === null ? [] : [-apart, apart].map((by, id) => ({ x: middle + by / 2, y: plot.y + 80, id })),
    });
  const pinch = async (distances: readonly number[]): Promise<void> => {
    await touch("touchStart", distances[0]);
    for (const apart of distances.slice(1)) {
      await touch("touchMove", apart);
      await page.waitForTimeout(120);
    }
    await touch("touchEnd", null);
  };
  await pinch([60, 90, 130, 180]);
  const near = await inView(page);
  expect((near.to - near.from) / (all.to - all.from)).toBeCloseTo(60 / 180, 1);
  expect(Math.abs(timeAt(near, middle, plot) - timeAt(all, middle, plot))).toBeLessThan(8 * day);

  await pinch([180, 130, 90, 60, 40]);
  const wide = await inView(page);
  expect(wide.to - wide.from).toBeGreaterThan((near.to - near.from) * 2.4);
});
