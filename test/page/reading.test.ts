import { expect, test } from "vitest";
import { openPage } from "./open-page.js";

const days = Array.from({ length: 200 }, (_, row) =>
  new Date(Date.UTC(2024, 0, 1) + row * 86_400_000).toISOString().slice(0, 10),
);
const body = days
  .map((day, row) => `${day};${100 + Math.round(9 * Math.sin((2 * Math.PI * row) / 7)) + ((row * 7919) % 13)};${row}`)
  .join("\n");

/** Two rows that could both be the names, and letters that two encodings have. */
const file = Buffer.from(`Dzie\xf1;Przych\xf3d;Koszt\nData;Sprzeda\xbf;Nr\n${body}\n`, "latin1");

test("encoding, line of the names and lines to skip are assumptions that are edited in place", async () => {
  const { page, asked } = await openPage({ file: "sprzedaz.csv", content: file, width: 1500 });
  const isOpen = async (): Promise<boolean> => (await page.getByTestId("assumption-file").count()) > 0;
  const open = async (): Promise<void> => {
    if (!(await isOpen())) await page.getByTestId("assumed").click();
  };
  /** Until the list says so: a new run takes a moment. */
  const says = async (...texts: readonly string[]): Promise<void> => {
    for (const text of texts) {
      await expect
        .poll(async () => {
          await open();
          return page.locator("[data-testid^=assumption-]", { hasText: text }).count();
        })
        .toBeGreaterThan(0);
    }
  };
  const edit = async (fields: Readonly<Record<string, string>>): Promise<void> => {
    await open();
    await page.getByTestId("assumption-file").getByRole("button", { name: "Edit" }).click();
    for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
    await page.locator(".edit button[type=submit]").click();
    await page.locator("main[data-state=ready]").waitFor();
  };
  await edit({ Encoding: "windows-1250", "Line of the column names (0: none)": "1" });
  await says("Przychód", "windows-1250", "line 1");
  expect(asked.filter(({ type }) => type === "configure").at(-1)).toMatchObject({
    changes: { "read.encoding": "windows-1250", "read.headerRow": 1, "read.skipRows": null },
  });
  await edit({ "Line of the column names (0: none)": "", "Lines to skip at the top": "1" });
  await says("Sprzedaż", "skipped");
  // And back to what is found.
  await page.getByTestId("reset-overrides").click();
  await expect.poll(() => asked.at(-1)).toMatchObject({ type: "override", overrides: {} });
});
