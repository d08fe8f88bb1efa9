import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { open, openFile } from "../kernel-lib/src/node.js";

const root = mkdtempSync(join(tmpdir(), "kpi-node-"));
afterAll(() => rmSync(root, { recursive: true }));

/** Days with a note of so many letters. */
const days = (count: number, letters: number): string =>
  `date,sales,note\n${Array.from(
    { length: count },
    (_, day) =>
      `${new Date(Date.UTC(1900, 0, 1 + day)).toISOString().slice(0, 10)},${day % 97}.5,${"x".repeat(letters)}\n`,
  ).join("")}`;

describe("openFile", () => {
  test("gives of a file on disk what open gives of its bytes, also where it is read piece by piece", async () => {
    for (const [name, text] of [
      ["small.csv", days(40, 1)],
      ["large.csv", days(60_000, 350)],
    ]) {
      const path = join(root, name);
      writeFileSync(path, text);
      const config = { aggregate: { by: "week" } } as const;
      const [one, other] = [await openFile(path, config), await open(new TextEncoder().encode(text), config, name)];
      expect(one.table).toEqual(other.table);
      expect(Buffer.compare(one.text(), other.text())).toBe(0);
    }
  }, 60_000);

  test("does not give the records of another file as those of the table", async () => {
    const path = join(root, "changed.csv");
    writeFileSync(path, days(60_000, 350));
    const { text } = await openFile(path);
    writeFileSync(path, days(60_001, 350));
    expect(text).toThrow(expect.objectContaining({ code: "file_changed" }));
  }, 60_000);

  test("says why a file cannot be read", async () => {
    await expect(openFile(join(root, "none.csv"))).rejects.toMatchObject({ code: "file_not_found" });
  });
});
