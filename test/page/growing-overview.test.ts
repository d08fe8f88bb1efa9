import { expect, test } from "vitest";
import { openPage } from "./open-page.js";

const week = 7 * 86_400_000;
const stores = 16;
/** From 0 to 1, without a pattern, the same each time. */
const scatter = (seed: number): number => Math.abs(Math.sin(seed * 12.9898) * 43_758.5453) % 1;

/** Weeks of many stores, one of which falls once. */
function chain(): string {
  const lines = ["store,date,sales"];
  for (let store = 1; store <= stores; store++)
    for (let row = 0; row < 143; row++) {
      const date = new Date(Date.UTC(2020, 0, 3) + row * week).toISOString().slice(0, 10);
      const season = 120 * Math.sin((2 * Math.PI * row) / 52);
      const value =
        1000 + 40 * store + season + 60 * scatter(row + store * 200) - (store === 2 && row === 90 ? 600 : 0);
      lines.push(`${store},${date},${value.toFixed(0)}`);
    }
  return `${lines.join("\n")}\n`;
}

/** What was on screen, at each change of it: milliseconds since the page opened, whether all is there, KPIs in the overview. */
interface Seen {
  readonly at: number;
  readonly state: string;
  readonly kpis: number;
}

test("of many segments the first is on screen while the others are at work, and they come in as they are ready", async () => {
  const { page } = await openPage({ file: "chain.csv", content: chain() });
  const seen: Seen[] = [];
  await page.exposeFunction("sees", (now: Seen) => seen.push(now));
  await page.addInitScript(() => {
    let before = "";
    const look = (): void => {
      const state = document.querySelector("main")?.dataset.state ?? "";
      const kpis = document.querySelectorAll("[data-testid=overview] tbody tr").length;
      if (before === `${state} ${kpis}`) return;
      before = `${state} ${kpis}`;
      (window as unknown as { sees(now: Seen): void }).sees({ at: performance.now(), state, kpis });
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  });
  await page.reload();
  await page.locator("main[data-state=ready] [data-testid=overview]").waitFor();
  await expect.poll(() => page.locator("[data-testid=overview] tbody tr").count()).toBe(stores);
  const growing = seen.filter(({ state, kpis }) => state === "working" && kpis > 0);
  expect(growing.length, JSON.stringify(seen)).toBeGreaterThan(1);
  expect(growing[0].kpis).toBeLessThan(stores / 2);
  const ready = seen.find(({ state }) => state === "ready")!;
  expect(growing[0].at).toBeLessThan(ready.at / 2);
});
