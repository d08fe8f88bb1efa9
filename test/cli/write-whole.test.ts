import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  linkSync,
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
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { writeWhole } from "../../kernel-lib/src/cli/write-whole.js";

const root = mkdtempSync(join(tmpdir(), "kpi-whole-"));
afterAll(() => rmSync(root, { recursive: true }));

let folder = "";
let count = 0;
beforeEach(() => {
  folder = join(root, String(count++));
  mkdirSync(folder);
});
const at = (name: string, text?: string): string => {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  return path;
};
const parts = (): string[] => readdirSync(folder).filter((name) => name.endsWith(".part"));

describe.skipIf(process.platform === "win32")("an existing output", () => {
  test("keeps its permissions and its links", async () => {
    const target = at("target.csv", "old and longer than the new one");
    chmodSync(target, 0o640);
    symlinkSync("target.csv", at("link.csv"));
    await writeWhole(at("link.csv"), "new");
    expect(lstatSync(at("link.csv")).isSymbolicLink()).toBe(true);
    expect([readFileSync(target, "utf8"), statSync(target).mode & 0o777]).toEqual(["new", 0o640]);

    linkSync(target, at("second.csv"));
    await writeWhole(target, "n");
    expect(readFileSync(at("second.csv"), "utf8")).toBe("n");
    expect(statSync(target).ino).toBe(statSync(at("second.csv")).ino);

    symlinkSync("later/not-yet.csv", at("dangling"));
    await writeWhole(at("dangling"), "made");
    expect(readFileSync(at("later/not-yet.csv"), "utf8")).toBe("made");
    expect(parts()).toEqual([]);
  });

  test("that is a pipe, a socket or a device is written to, not replaced", async () => {
    execFileSync("mkfifo", [at("pipe")]);
    const reader = spawn("cat", [at("pipe")]);
    let piped = "";
    reader.stdout.on("data", (chunk) => (piped += String(chunk)));
    const ended = new Promise((resolve) => reader.on("close", resolve));
    await writeWhole(at("pipe"), "through the pipe");
    await ended;
    expect(piped).toBe("through the pipe");
    expect(lstatSync(at("pipe")).isFIFO()).toBe(true);

    let sent = "";
    const closed = new Promise<void>((resolve) => {
      const server = createServer((socket) => {
        socket.on("data", (chunk) => (sent += String(chunk)));
        socket.on("close", () => server.close(() => resolve()));
      });
      server.listen(at("socket"), () => void writeWhole(at("socket"), "through the socket"));
    });
    await closed;
    expect(sent).toBe("through the socket");

    await writeWhole("/dev/null", "away");
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });
});

describe("a new output", () => {
  test("is made with the folders above it, and holds the text alone", async () => {
    await writeWhole(at("new/deep/Größe.csv"), "Größe\n1\n");
    expect(readFileSync(at("new/deep/Größe.csv"), "utf8")).toBe("Größe\n1\n");
    expect(readdirSync(at("new/deep"))).toEqual(["Größe.csv"]);
  });

  test("that cannot be written leaves what was there, and nothing unfinished", async () => {
    const file = at("file", "x");
    await expect(writeWhole(join(file, "y.csv"), "z")).rejects.toMatchObject({
      code: "file_not_writable",
      kind: "not_writable",
      facts: { path: join(file, "y.csv") },
    });
    await expect(writeWhole(folder, "z")).rejects.toMatchObject({ kind: "not_writable", facts: { reason: "folder" } });
    expect(readFileSync(file, "utf8")).toBe("x");
    expect(parts()).toEqual([]);
    expect(readdirSync(root).filter((name) => name.includes(".part"))).toEqual([]);
  });
});
