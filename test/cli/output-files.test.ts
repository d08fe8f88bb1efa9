import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
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
import { join, relative } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { outputFiles } from "../../kernel-lib/src/cli/output-files.js";
import { newPart, donePart } from "../../kernel-lib/src/cli/part-files.js";
import { writeWhole } from "../../kernel-lib/src/cli/write-whole.js";

const root = mkdtempSync(join(tmpdir(), "kpi-outputs-"));
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

describe("outputs are refused", () => {
  test("where they would change what is read or what a person wrote", async () => {
    const [config, notes] = [at("kpi.yaml", "seed: 1"), at("sales.csv.anomalies.json", "{}")];
    symlinkSync(config, at("link.yaml"));
    linkSync(notes, at("second-name"));
    for (const path of [
      config,
      at("link.yaml"),
      at("second-name"),
      relative(process.cwd(), notes),
      `${folder}/./kpi.yaml`,
    ])
      await expect(outputFiles({ "--scores": path }, [config, notes])).rejects.toMatchObject({
        code: "file_not_writable",
      });
    // The notes are not there yet, and are not to be taken for a table either.
    await expect(outputFiles({ "--scores": at("x.json") }, [at("x.json")])).rejects.toThrow("never changed");
  });

  test("when they are one file", async () => {
    symlinkSync(at("scores.csv"), at("dangling"));
    mkdirSync(at("real"));
    symlinkSync(at("real"), at("linked"));
    for (const [one, other] of [
      ["scores.csv", "scores.csv"],
      ["scores.csv", "./real/../scores.csv"],
      ["scores.csv", "Scores.CSV"],
      ["scores.csv", "dangling"],
      ["real/new/x.csv", "linked/new/x.csv"],
    ])
      await expect(outputFiles({ "--scores": at(one), "--clean": `${folder}/${other}` }, [])).rejects.toThrow(
        "--clean and --scores name one file",
      );
    await outputFiles({ "--scores": at("scores.csv"), "--clean": at("clean.csv"), "--html": undefined }, []);
  });

  test("when they are links in a circle or folders", async () => {
    symlinkSync(at("b"), at("a"));
    symlinkSync(at("a"), at("b"));
    await expect(outputFiles({ "--scores": at("a") }, [])).rejects.toThrow("circle");
    await expect(writeWhole(folder, "x")).rejects.toThrow("it is a folder");
  });
});

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

  test("leaves no unfinished file behind when it cannot be written or the program is ended", async () => {
    mkdirSync(at("folder"));
    await expect(writeWhole(join(at("file", "x"), "y.csv"), "z")).rejects.toMatchObject({ code: "file_not_writable" });

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
});
