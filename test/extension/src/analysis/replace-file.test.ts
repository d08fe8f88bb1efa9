import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { replaceFile } from "../../../../extension/src/analysis/replace-file.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-replace-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.skipIf(process.platform === "win32")(
  "a file is replaced whole, with its permissions, behind its link",
  async () => {
    const [notes, link, victim] = ["notes.json", "link.json", "victim"].map((name) => join(folder, name));
    writeFileSync(notes, "old");
    chmodSync(notes, 0o600);
    symlinkSync(notes, link);
    // Whoever guesses the temporary name of yesterday gets nothing.
    writeFileSync(victim, "untouched");
    symlinkSync(victim, `${notes}.part`);
    await replaceFile(link, "new");
    expect([readFileSync(notes, "utf8"), statSync(notes).mode & 0o777, lstatSync(link).isSymbolicLink()]).toEqual([
      "new",
      0o600,
      true,
    ]);
    expect(readFileSync(victim, "utf8")).toBe("untouched");
    mkdirSync(join(folder, "a folder"));
    await expect(replaceFile(join(folder, "a folder"), "x")).rejects.toThrow();
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual(["notes.json.part"]);
  },
);
