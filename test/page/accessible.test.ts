import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage, setTheme } from "./open-page.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** From 0 to 1, without a pattern, the same each time. */
const scatter = (seed: number): number => Math.abs(Math.sin(seed * 12.9898) * 43_758.5453) % 1;
/** Days of two KPIs that fall together. */
const content = `date,orders,customers\n${Array.from({ length: 120 }, (_, row) => {
  const value = (seed: number): string => (90 + 10 * scatter(row * 2 + seed) - (row === 80 ? 70 : 0)).toFixed(1);
  return `${new Date(Date.UTC(2024, 0, 1) + row * 86_400_000).toISOString().slice(0, 10)},${value(0)},${value(1)}`;
}).join("\n")}\n`;

/** What axe-core finds wrong, each as its rule and the places. */
async function faults(page: Page, rules: readonly string[]): Promise<string[]> {
  const only = rules.length ? { runOnly: { type: "rule", values: rules } } : {};
  const found = (await page.evaluate(
    `axe.run(document, ${JSON.stringify({ resultTypes: ["violations"], ...only })})`,
  )) as {
    violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
  };
  return found.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`)
        .join("\n   ")}`,
  );
}

test("axe-core finds nothing in any view, in four themes", async () => {
  const { page, asked } = await openPage({ file: "stores.csv", content });
  await page.evaluate(axe);
  const views: Record<string, () => Promise<void>> = {
    overview: () => page.getByTestId("overview").waitFor(),
    card: async () => {
      await page.getByTestId("together-1").click();
      await page.getByTestId("card-sentence").waitFor();
      await page.getByTestId("copy-text").click();
      await expect
        .poll(() => asked.at(-1))
        .toMatchObject({ type: "copy", text: expect.stringContaining("customers") as string });
    },
    picker: () => page.getByTestId("kpi").click(),
    timeline: async () => {
      await page.keyboard.press("Escape");
      await page.getByTestId("tab-timeline").click();
      await page.getByTestId("incident-1").click();
      await page.getByTestId("detail-1").locator("svg").first().waitFor();
    },
    assumed: () => page.getByTestId("assumed").click(),
    export: async () => {
      await page.keyboard.press("Escape");
      await page.getByTestId("export").click();
    },
    compare: async () => {
      await page.keyboard.press("Escape");
      await page.getByTestId("tab-compare").click();
      await page.getByTestId("compare").waitFor();
    },
    data: async () => {
      await page.getByTestId("tab-data").click();
      await page.getByTestId("profile").waitFor();
    },
    stability: async () => {
      await page.getByTestId("tab-stability").click();
      await page.getByTestId("stability").waitFor();
    },
  };
  // What no one opens above, such as a view that is new, is opened by its tab.
  for (const tab of await page.locator("[role=tab][data-testid^=tab-]").all()) {
    const name = ((await tab.getAttribute("data-testid")) ?? "").replace("tab-", "");
    views[name] ??= async () => {
      await tab.click();
      await expect.poll(() => tab.getAttribute("aria-selected")).toBe("true");
    };
  }
  const wrong: string[] = [];
  for (const [name, open] of Object.entries(views)) {
    await open();
    wrong.push(...(await inAllThemes(page, name)));
  }
  expect(wrong).toEqual([]);
});

test.each([
  ["an error", "date,orders\n2024-01-01,1\n", "[data-testid=problem]"],
  ["a file without a KPI", "name,town\nAda,London\nGrace,New York\n", "[data-testid=problem]"],
  [
    "nothing found",
    `date,orders\n${Array.from({ length: 120 }, (_, row) => `${new Date(Date.UTC(2024, 0, 1) + row * 86_400_000).toISOString().slice(0, 10)},${(90 + 10 * scatter(row)).toFixed(1)}`).join("\n")}\n`,
    "[data-testid=nearest]",
  ],
])("axe-core finds nothing in the view of %s, in four themes", async (name, text, shown) => {
  const { page } = await openPage({ file: "orders.csv", content: text });
  await page.locator(shown).waitFor();
  await page.evaluate(axe);
  expect(await inAllThemes(page, name)).toEqual([]);
});

/** What is wrong with what the page shows now, in light and dark and both with high contrast. */
async function inAllThemes(page: Page, name: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const theme of ["light", "dark", "highContrast", "highContrastLight"] as const) {
    await setTheme(page, theme);
    // Only contrast is a matter of the theme.
    const rules = theme === "light" ? [] : ["color-contrast"];
    wrong.push(...(await faults(page, rules)).map((fault) => `${name}, ${theme}: ${fault}`));
  }
  return wrong;
}
