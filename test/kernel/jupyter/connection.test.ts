import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readConnectionFile, type ConnectionFile } from "../../../kernel-lib/src/kernel/jupyter/connection.js";

const ports = {
  transport: "tcp",
  ip: "127.0.0.1",
  shell_port: 1,
  control_port: 2,
  iopub_port: 3,
  stdin_port: 4,
  hb_port: 5,
};

function read(content: string): ConnectionFile {
  const folder = mkdtempSync(join(tmpdir(), "kpi-connection-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "kernel.json"), content);
  return readConnectionFile(join(folder, "kernel.json"));
}

test("a connection file without a key means messages that are not signed", () => {
  expect(read(JSON.stringify({ ...ports, key: "secret" })).key).toBe("secret");
  expect(read(JSON.stringify(ports)).key).toBe("");
  expect(read(JSON.stringify({ ...ports, key: null })).key).toBe("");
});

test.each([
  ["a key that is no text", JSON.stringify({ ...ports, key: 7 })],
  ["a port that is missing", JSON.stringify({ ...ports, hb_port: undefined })],
  ["null", "null"],
  ["no JSON", "{"],
])("%s is refused in a sentence", (_, content) => {
  expect(() => read(content)).toThrow("is no connection file of Jupyter");
});

test("a file that is not there is named", () => {
  expect(() => readConnectionFile("/nowhere/kernel.json")).toThrow("There is no connection file /nowhere/kernel.json.");
});
