import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FrameLocator, Page } from "playwright-core";

const screenshots = fileURLToPath(new URL("../../test-output/screenshots/", import.meta.url));

/** One VS Code window as a person sees it. Made by `openWorkbench`. */
export class Workbench {
  /** The window, for whatever the methods below do not offer. */
  readonly page: Page;
  /** The opened folder: a copy of its own, so that a test may write to it. */
  readonly folder: string;

  constructor(page: Page, folder: string) {
    this.page = page;
    this.folder = folder;
  }

  /** Opens a file of the folder through "Go to File". */
  async openFile(name: string): Promise<void> {
    await this.#pick("", name);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  }

  /** Runs a command by its title in the command palette; waits until VS Code knows it, since an extension's commands come late. */
  async runCommand(title: string): Promise<void> {
    await this.#pick(">", title);
  }

  /** Chooses a colour theme by its name, as a person does. */
  async chooseTheme(name: string): Promise<void> {
    await this.runCommand("Preferences: Color Theme");
    await this.page.locator(".quick-input-widget input").fill(name);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().click();
  }

  /** The inside of the webview whose editor has this title. Its elements are found as in any page: `.getByTestId("chart")`. */
  webview(title: string): FrameLocator {
    return this.page.frameLocator("iframe.webview.ready").frameLocator(`iframe#active-frame[title="${title}"]`);
  }

  /** Text of the notification toasts on screen. */
  async notifications(): Promise<string[]> {
    return await this.page.locator(".notifications-toasts .notification-list-item-message").allInnerTexts();
  }

  /** Line of the cursor, from 1, as the status bar shows it. */
  async cursorLine(): Promise<number> {
    const status = await this.page.locator("#status\\.editor\\.selection").innerText();
    return Number(/\d+/.exec(status)?.[0]);
  }

  /** Keeps a picture of the window in test-output/screenshots (not in git). Returns its path. */
  async screenshot(name: string): Promise<string> {
    return await this.screenshotOf(this.page, name);
  }

  /** The same of a page that was opened beside the window. */
  async screenshotOf(page: Page, name: string): Promise<string> {
    mkdirSync(screenshots, { recursive: true });
    const path = join(screenshots, `${name}.png`);
    await page.screenshot({ path });
    return path;
  }

  async #pick(prefix: string, text: string): Promise<void> {
    const input = this.page.locator(".quick-input-widget input");
    const exactly = new RegExp(`^${text.replace(/[^\w ]/g, "\\$&")}$`);
    const entry = this.page
      .locator(".quick-input-list .monaco-list-row", { has: this.page.locator(".label-name", { hasText: exactly }) })
      .first();
    for (let tries = 0; ; tries++) {
      await this.page.keyboard.press("Escape");
      await this.page.keyboard.press(prefix === ">" ? "F1" : "Control+P");
      await input.fill(prefix + text);
      const found = await entry.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
      if (found) break;
      if (tries === 10) throw new Error(`VS Code does not offer "${text}".`);
    }
    await entry.click();
    await entry.waitFor({ state: "hidden" });
  }
}
