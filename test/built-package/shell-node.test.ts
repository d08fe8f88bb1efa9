import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** The Node of the person's shell: `npm test` passes it on, since the tests themselves run on a newer one. */
const node = process.env.KPI_SHELL_NODE ?? process.execPath;

function run(...parameters: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(node, parameters, { encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "" } });
  return { status, stdout, stderr };
}

const use = `const { InputError } = library; console.log(new InputError("empty_file", "", "").code);`;

test("the library is imported by its name", () => {
  expect(run("--input-type=module", "-e", `import * as library from "kpi-anomaly"; ${use}`)).toEqual({ status: 0, stdout: "empty_file\n", stderr: "" });
});

test("the library is required by its name, as a notebook cell does", () => {
  expect(run("--input-type=commonjs", "-e", `const library = require("kpi-anomaly"); ${use}`)).toMatchObject({ status: 0, stdout: "empty_file\n" });
});
