import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { terminalText } from "../../kernel-lib/src/cli/terminal-text.js";
import { runCommand } from "./run-command.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-terminal-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("text keeps its letters and lines, and loses what a terminal obeys", () => {
  expect(terminalText("Größe\t1 日本\n")).toBe("Größe\t1 日本\n");
  expect(terminalText("\u001b[31mred\u0007\u009b2J\u202egnp\u2066")).toBe(
    "\\u001b[31mred\\u0007\\u009b2J\\u202egnp\\u2066",
  );
  expect(JSON.parse(terminalText(JSON.stringify({ name: "a\u009b\u202e" })))).toEqual({ name: "a\u009b\u202e" });
});

// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

test("a header's control characters never reach the terminal", async () => {
  const file = join(folder, "evil.csv");
  const days = Array.from(
    { length: 60 },
    (_, i) => `${new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10)},${i === 40 ? 900 : (i * 7) % 5}`,
  );
  writeFileSync(file, `date,\u001b]0;owned\u0007sa\u009b2Jles\u202e\n${days.join("\n")}\n`);
  for (const args of [
    ["inspect", file],
    ["inspect", file, "--json"],
    ["detect", file],
    ["detect", file, "--json"],
    ["profile", file],
    ["why", file, "--line", "42"],
    ["inspect", file, "--kpi", "\u001b[2J"],
    ["inspect", `${folder}/\u001b[2J`],
  ]) {
    const { stdout, stderr } = await runCommand(...args);
    expect(stdout + stderr).not.toBe("");
    expect(stdout + stderr).not.toMatch(CONTROL);
  }
});
