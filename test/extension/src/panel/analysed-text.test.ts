import { expect, test, vi } from "vitest";
import type { TextDocument, Uri, WebviewPanel } from "vscode";
import { AnalysedText } from "../../../../extension/src/panel/analysed-text.js";

const world = vi.hoisted(() => ({ open: undefined as { version: number } | undefined, disk: () => {} }));
vi.mock("vscode", () => ({}));
vi.mock("../../../../extension/src/analysis/file-source.js", () => ({ openDocument: () => world.open }));
vi.mock("../../../../extension/src/panel/watch-file.js", () => ({
  FileWatch: class {
    constructor(_uri: unknown, _view: unknown, changed: () => void) {
      world.disk = changed;
    }
    note = async (): Promise<void> => {};
    dispose(): void {}
  },
}));

test("what was analysed is current until the editor or the disk holds another text", () => {
  const changed = vi.fn();
  const text = new AnalysedText({ scheme: "file" } as Uri, {} as WebviewPanel, changed);
  text.read(3);
  expect([text.inEditor, text.current]).toEqual([true, true]);
  world.open = { version: 4 };
  expect([text.inEditor, text.current, text.isIn(world.open as TextDocument)]).toEqual([false, false, false]);
  world.open = { version: 3 };
  world.disk();
  expect(changed).toHaveBeenCalledOnce();
  expect([text.inEditor, text.current]).toEqual([true, false]);
  text.read(3);
  expect(text.current).toBe(true);
});
