import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { bytePieces, readBytes, withLargeFile } from "../kernel-lib/src/read-bytes.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-bytes-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("readBytes", () => {
  test("gives a file as it is", async () => {
    const file = join(folder, "a.csv");
    writeFileSync(file, "a,b\n1,2\n");
    expect(new TextDecoder().decode(await readBytes(file))).toBe("a,b\n1,2\n");
    writeFileSync(file, "");
    expect(await readBytes(file)).toHaveLength(0);
    writeFileSync(file, "12345");
    expect(await readBytes(file, 5)).toHaveLength(5);
    await expect(readBytes(file, 4)).rejects.toMatchObject({ code: "file_too_large" });
  });

  test.skipIf(process.platform === "win32")("stops at the cap where nobody says how much is to come", async () => {
    await expect(readBytes("/dev/zero")).rejects.toMatchObject({ code: "not_text" });
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const endless = spawn("sh", ["-c", `yes > '${pipe}'`]);
    const ended = new Promise((resolve) => endless.on("close", resolve));
    await expect(readBytes(pipe, 10_000_000)).rejects.toMatchObject({ code: "file_too_large" });
    await ended;
    const three = spawn("sh", ["-c", `head -c 9000000 /dev/zero | tr '\\0' 'x' > '${pipe}'`]);
    const all = await readBytes(pipe, 10_000_000);
    expect([all.length, all.at(-1)]).toEqual([9_000_000, 120]);
    three.kill();
  });

  test("says of what cannot be read why", async () => {
    symlinkSync(join(folder, "b"), join(folder, "c"));
    symlinkSync(join(folder, "c"), join(folder, "b"));
    await expect(readBytes(join(folder, "b"))).rejects.toThrow("leads in a circle");
    await expect(readBytes(folder)).rejects.toThrow("is a folder");
    await expect(readBytes(join(folder, "none"))).rejects.toThrow("There is no file");
    await expect(readBytes(`${folder}/${"n".repeat(300)}`)).rejects.toMatchObject({ code: "file_not_found" });
  });
});

describe("bytePieces", () => {
  const piecewise = async (path: string, most?: number): Promise<Buffer> => {
    const pieces: Buffer[] = [];
    for await (const piece of bytePieces(path, most)) pieces.push(Buffer.from(piece));
    return Buffer.concat(pieces);
  };

  test("gives the bytes of a file, as readBytes does", async () => {
    const file = join(folder, "pieces.csv");
    for (const length of [0, 7, 1 << 18, 700_000]) {
      const bytes = Buffer.from(Array.from({ length }, (_, i) => (i * 31) % 251));
      writeFileSync(file, bytes);
      expect(await piecewise(file)).toEqual(bytes);
    }
    await expect(piecewise(file, 699_999)).rejects.toMatchObject({ code: "file_too_large" });
    expect(await piecewise(file, 700_000)).toHaveLength(700_000);
    for (const other of [folder, join(folder, "none")])
      await expect(piecewise(other)).rejects.toMatchObject({ code: "file_not_found" });
  });

  test.skipIf(process.platform === "win32")("ends where a device would go on for ever", async () => {
    await expect(piecewise("/dev/zero")).rejects.toMatchObject({ code: "not_text" });
  });
});

test("a large file is lent to be read piece by piece, small ones, folders and what is not there are not", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kpi-large-"));
  try {
    const path = join(folder, "a.csv");
    writeFileSync(path, "0123456789");
    const middle = withLargeFile(path, 10, ({ size, read, whole }) => {
      const target = new Uint8Array(4);
      return [size, read(target, 8), ...target.subarray(0, 2), read(target, 3), target[3], whole().length];
    });
    expect(middle).toEqual([10, 2, 56, 57, 4, 54, 10]);
    // What is asked for later on is the same file, or nothing.
    const later = withLargeFile(path, 10, ({ whole }) => whole);
    expect(later?.()).toHaveLength(10);
    writeFileSync(path, "0123456780!");
    expect(later).toThrow(expect.objectContaining({ code: "file_changed" }));
    writeFileSync(path, "0123456789");
    // A named pipe that nobody writes into would never open.
    const pipe = join(folder, "pipe");
    if (process.platform !== "win32") execFileSync("mkfifo", [pipe]);
    expect(withLargeFile(pipe, 0, () => 1)).toBeNull();
    for (const other of [folder, join(folder, "none")]) expect(withLargeFile(other, 0, () => 1)).toBeNull();
    expect(withLargeFile(path, 11, () => 1)).toBeNull();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
