import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { installKernel, kernelName, uninstallKernel } from "../../../kernel-lib/src/kernel/jupyter/kernel-spec.js";

function prefix(): string {
  const folder = mkdtempSync(join(tmpdir(), "kpi-anomaly-prefix-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("installs where Jupyter looks, and removes it again", () => {
  const place = { prefix: prefix() };
  const folder = installKernel(place);
  expect(folder).toBe(join(place.prefix, "share/jupyter/kernels", kernelName));
  const spec = JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8")) as { argv: string[] };
  expect(spec).toMatchObject({ display_name: "KPI TypeScript", language: "typescript", interrupt_mode: "message" });
  expect(spec.argv).toEqual([
    process.execPath,
    expect.stringMatching(/kernel-lib[\\/]dist[\\/]kernel[\\/]jupyter[\\/]kernel-program\.js$/),
    "{connection_file}",
  ]);
  installKernel(place);
  uninstallKernel(place);
  expect(existsSync(folder)).toBe(false);
  expect(() => uninstallKernel(place)).toThrow("is not installed in");
});

test("a place that cannot be written is refused in one sentence", () => {
  expect(() => installKernel({ prefix: "/dev/null/nowhere" })).toThrow("could not be written");
});

test("where tslab is missing nothing is installed, and that is what is said", () => {
  const place = { prefix: prefix() };
  expect(() => installKernel({ ...place, near: pathToFileURL(join(place.prefix, "module.js")).href })).toThrow(
    "needs the package tslab, which is not installed beside kpi-anomaly",
  );
  expect(readdirSync(place.prefix)).toEqual([]);
});

test("the notebooks name the kernel that is installed", () => {
  const folder = fileURLToPath(new URL("../../../notebooks/", import.meta.url));
  const notebooks = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
  expect(notebooks.length).toBeGreaterThan(3);
  for (const name of notebooks) {
    const { metadata } = JSON.parse(readFileSync(join(folder, name), "utf8")) as { metadata: { kernelspec: object } };
    expect(metadata.kernelspec, name).toEqual({
      display_name: "KPI TypeScript",
      language: "typescript",
      name: kernelName,
    });
  }
});
