import { expect, test, vi } from "vitest";
import { languages } from "../../../../kernel-lib/src/words/language.js";

// What a page finds in VS Code.
vi.stubGlobal("acquireVsCodeApi", () => ({}));
vi.stubGlobal("document", { currentScript: null });
const { views } = await import("../../../../extension/webview/views/index.js");

test("every view has a name of its own, and a title in every language", () => {
  expect(views.length).toBeGreaterThan(3);
  expect(new Set(views.map(({ name }) => name)).size).toBe(views.length);
  for (const language of languages) {
    const titles = views.map(({ title }) => title[language]);
    expect(new Set(titles).size).toBe(views.length);
    for (const title of titles) expect(title).toMatch(/^[A-ZÄÖÜ]\S*$/);
  }
});
