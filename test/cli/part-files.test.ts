import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { donePart, newPart } from "../../kernel-lib/src/cli/part-files.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-parts-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

test("an unfinished file stands hidden beside its file, under a name of its own", () => {
  const [one, other] = [newPart(at("scores.csv")), newPart(at("scores.csv"))];
  expect(dirname(one)).toBe(folder);
  expect(basename(one)).toMatch(/^\.scores\.csv\.[0-9a-f]{24}\.part$/);
  expect(other).not.toBe(one);
  // Names of files may have 255 bytes.
  const long = newPart(at("x".repeat(250)));
  expect(basename(long)).toHaveLength(1 + 100 + 1 + 24 + 5);
  for (const part of [one, other, long]) donePart(part);
});

test("signals are listened to while a file is unfinished, and no longer", () => {
  const before = process.listenerCount("SIGTERM");
  const [one, other] = [newPart(at("a.csv")), newPart(at("b.csv"))];
  writeFileSync(one, "half");
  expect(process.listenerCount("SIGTERM")).toBe(before + 1);
  donePart(one);
  expect([existsSync(one), process.listenerCount("SIGTERM")]).toEqual([false, before + 1]);
  donePart(other);
  expect(process.listenerCount("SIGTERM")).toBe(before);
});

test("an unfinished file goes when the program is ended, and the signal goes on", async () => {
  const part = newPart(at("scores.csv"));
  writeFileSync(part, "half");
  const signalled = new Promise((resolve) => {
    const kill = process.kill;
    process.kill = (_pid, signal) => {
      process.kill = kill;
      resolve(signal);
      return true;
    };
  });
  process.emit("SIGINT", "SIGINT");
  expect(await signalled).toBe("SIGINT");
  expect(existsSync(part)).toBe(false);
  donePart(part);
  expect(process.listenerCount("SIGINT")).toBe(0);
});
