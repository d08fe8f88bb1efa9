import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { readContent } from "../../../../extension/src/analysis/file-source.js";

interface Document {
  readonly uri: string;
  readonly isDirty: boolean;
  readonly isUntitled: boolean;
  readonly version: number;
  getText(): string;
}
const world = vi.hoisted(() => ({ documents: [] as Document[], read: [] as string[] }));
vi.mock("vscode", () => ({
  workspace: {
    textDocuments: world.documents,
    fs: {
      readFile: (uri: { readonly fsPath: string }) => {
        world.read.push(uri.fsPath);
        return new Uint8Array(readFileSync(uri.fsPath));
      },
    },
  },
}));

const root = mkdtempSync(join(tmpdir(), "kpi-source-"));
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  world.documents.length = 0;
  world.read.length = 0;
});

const uriOf = (path: string, scheme: string = "file"): never =>
  ({ scheme, fsPath: path, path, toString: () => `${scheme}://${path}` }) as never;
const open = (path: string, more: Partial<Document> = {}): void => {
  const document = { uri: `file://${path}`, isDirty: false, isUntitled: false, version: 3, getText: () => "edited" };
  world.documents.push({ ...document, ...more });
};
const written = (name: string, bytes: number): string => {
  const path = join(root, name);
  writeFileSync(path, Buffer.alloc(bytes, "1,2\n"));
  return path;
};
const large = written("large.csv", 20_000_000);

test("of a large saved file the host reads its beginning only, and tells where it lies", async () => {
  for (const version of [null, 3]) {
    if (version !== null) open(large);
    const content = await readContent(uriOf(large));
    expect([content.path, content.version, content.bytes.length]).toEqual([large, version, 1_000_000]);
    expect(new TextDecoder().decode(content.bytes.subarray(0, 4))).toBe("1,2\n");
  }
  expect(world.read).toEqual([]);
});

test("unsaved edits, small files and those of other places are read as a whole", async () => {
  const small = written("small.csv", 8);
  expect(await readContent(uriOf(small))).toEqual({ bytes: new Uint8Array(readFileSync(small)), version: null });
  const elsewhere = await readContent(uriOf(large, "vscode-vfs"));
  expect([elsewhere.path, elsewhere.bytes.length]).toEqual([undefined, 20_000_000]);
  expect(world.read).toEqual([small, large]);
  open(large, { isDirty: true, version: 4 });
  expect(await readContent(uriOf(large))).toEqual({ bytes: new TextEncoder().encode("edited"), version: 4 });
});

test("what cannot be read is told by VS Code", async () => {
  await expect(readContent(uriOf(join(root, "none.csv")))).rejects.toThrow("ENOENT");
});
