import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Subcommand } from "../../kernel-lib/src/cli/subcommand.js";
import { tellError } from "../../kernel-lib/src/cli/tell-error.js";
import { InputError } from "../../kernel-lib/src/errors.js";

const printed = { stdout: "", stderr: "" };
beforeEach(() => {
  for (const name of ["stdout", "stderr"] as const) {
    printed[name] = "";
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      printed[name] += String(text);
      return true;
    });
  }
});
afterEach(() => vi.restoreAllMocks());

const missing = new InputError("no_file", { path: "sales.csv" });

test("bad input is one sentence on stderr, in the language of the run", () => {
  expect(tellError(missing, ["detect", "sales.csv", "--language", "de"])).toBe(2);
  expect(printed).toEqual({
    stdout: "",
    stderr: "kpi-anomaly: Die Datei sales.csv gibt es nicht. Prüfen Sie den Pfad; er gilt vom aktuellen Ordner aus.\n",
  });
});

test("with --json it is one object on stdout: what it is, its facts and its sentence", () => {
  expect(tellError(missing, ["detect", "sales.csv", "--json"])).toBe(2);
  expect(printed.stderr).toBe("");
  expect(JSON.parse(printed.stdout)).toEqual({
    error: {
      code: "file_not_found",
      kind: "no_file",
      facts: { path: "sales.csv" },
      message: missing.message,
      hint: missing.hint,
    },
  });
});

test("a fault of ours is told as one, with where it happened, whatever was thrown", () => {
  const fault = new TypeError("undefined is not a function");
  expect(tellError(fault, [])).toBe(1);
  expect(printed.stderr).toBe(`kpi-anomaly: This is a fault of ours, please report it.\n${fault.stack}\n`);
  expect(tellError("a text", ["--json"])).toBe(1);
  expect(printed.stderr).toMatch(/\na text\n$/);
  expect(printed.stdout).toBe("");
});

/** What commander throws for these arguments. */
const thrownFor = (...args: string[]): unknown => {
  try {
    return new Subcommand("kpi-anomaly").addCommand(new Subcommand("detect")).parse(args, { from: "user" });
  } catch (error) {
    return error;
  }
};

test("help that was asked for is no error; help for want of a subcommand is one", () => {
  expect(tellError(thrownFor("--help"), ["--help"])).toBe(0);
  expect(printed).toEqual({ stdout: expect.stringMatching(/^Usage: kpi-anomaly/), stderr: "" });
  printed.stdout = "";
  expect(tellError(thrownFor(), ["--json"])).toBe(2);
  expect(JSON.parse(printed.stdout)).toMatchObject({ error: { code: "bad_option", kind: "no_subcommand" } });
});
