import { expect, test } from "vitest";
import { openWorkbench } from "./open-workbench.js";

test("a CSV file opens in VS Code with the packaged extension installed", async () => {
  const workbench = await openWorkbench({ files: ["test/fixtures/daily-sales.csv"] });
  await workbench.openFile("daily-sales.csv");
  await workbench.runCommand("Go to Line/Column...");
  await expect.poll(() => workbench.page.locator(".quick-input-widget input").inputValue()).toBe(":");
  await workbench.page.keyboard.type("62");
  // The box takes Enter only once it has understood what was typed.
  await workbench.page.getByText("to go to line 62").first().waitFor();
  await workbench.page.keyboard.press("Enter");
  await expect.poll(() => workbench.cursorLine()).toBe(62);
  await workbench.screenshot("window");
});
