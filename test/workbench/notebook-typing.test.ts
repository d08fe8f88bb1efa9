import { expect, test } from "vitest";
import { openWorkbench } from "./open-workbench.js";

const patience = 60_000;

/** A notebook as a file, written for this kernel; nothing of it has run. */
function notebookFile(kernel: string): string {
  const code = (id: string, source: string): object => ({
    cell_type: "code",
    id,
    execution_count: null,
    metadata: {},
    outputs: [],
    source,
  });
  return JSON.stringify({
    cells: [
      code(
        "first",
        [
          "interface Shop { readonly cadence: string; readonly values: number[] }",
          "/** How much a shop sells in a week. */",
          "function weekly(shop: Shop): number { return shop.values.length; }",
        ].join("\n"),
      ),
      code("second", "const berlin: Shop = { cadence: 'daily', values: [1] };"),
      code("third", ""),
    ],
    metadata: { kernelspec: { name: kernel, language: "typescript", display_name: kernel } },
    nbformat: 4,
    nbformat_minor: 5,
  });
}

test.each(["kpi-typescript", "tslab"])(
  "in a notebook for %s what is typed is completed and explained from the cells above",
  { timeout: 4 * patience },
  async (kernel) => {
    const workbench = await openWorkbench({ contents: { "typing.ipynb": notebookFile(kernel) } });
    const { page } = workbench;
    await workbench.openFile("typing.ipynb");
    const cell = page.locator(".notebookOverlay .code-cell-row").nth(2);
    await cell.locator(".cell-editor-part").click();
    await cell.locator(".monaco-editor.focused").waitFor();

    await page.keyboard.type("berlin.cad", { delay: 60 });
    const suggested = page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "cadence" });
    await suggested.first().waitFor({ timeout: patience });
    await page.keyboard.press("Enter");
    await expect.poll(() => cell.locator(".view-line").first().innerText()).toMatch(/^berlin\.cadence$/);

    await page.keyboard.press("Enter");
    await page.keyboard.type("weekly(berlin", { delay: 60 });
    await page.keyboard.press("Escape");
    const line = cell.locator(".view-line").nth(1);
    await expect.poll(() => line.innerText()).toContain("weekly(berlin)");
    await expect
      .poll(
        async () => {
          const box = await line.boundingBox();
          if (box === null) return [];
          await page.mouse.move(box.x + 200, box.y + box.height / 2);
          await page.mouse.move(box.x + 20, box.y + box.height / 2, { steps: 4 });
          await page.waitForTimeout(1500);
          return await page.locator(".monaco-hover:visible").allInnerTexts();
        },
        { timeout: patience },
      )
      .toEqual([expect.stringMatching(/function weekly\(shop: Shop\): number[^]*How much a shop sells in a week\./)]);
    await workbench.screenshot(`notebook-typing-${kernel}`);
  },
);
