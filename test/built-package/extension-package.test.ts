import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listFiles, PackageManager } from "@vscode/vsce";
import { beforeAll, expect, test } from "vitest";

const extension = fileURLToPath(new URL("../../extension", import.meta.url));
const manifest = JSON.parse(readFileSync(join(extension, "package.json"), "utf8")) as Record<string, unknown>;
let files: string[];

beforeAll(async () => {
  files = (await listFiles({ cwd: extension, packageManager: PackageManager.None })).map((path) =>
    path.replaceAll("\\", "/"),
  );
});

test("the .vsix holds the bundles, one a process, and what the manifest names", () => {
  const names = ["package.json", "package.nls.json", "package.nls.de.json", "README.md", "CHANGELOG.md", "LICENSE"];
  const bundles = [
    "extension.cjs",
    "configuration.cjs",
    "analysis-process.cjs",
    "holidays.cjs",
    "worker.cjs",
    "series-worker.cjs",
    "page.js",
    "page.css",
    "plotly.js",
    "figure-renderer.js",
    "library/node.mjs",
    "library/node.d.ts",
    "notebook/program/cell-process.mjs",
  ];
  expect(files).toEqual(expect.arrayContaining([...names, ...bundles.map((name) => `dist/${name}`)]));
  const folders = new Set(files.filter((path) => path.includes("/")).map((path) => path.split("/")[0]));
  expect([...folders].sort()).toEqual(["dist", "media", "samples", "schema"]);
});

test("no sources, maps or packages are in it, and the library's declarations are one file", () => {
  expect(
    files.filter((path) => /\.map$|\.tsx?$|node_modules|tsbuildinfo/.test(path) && !path.endsWith(".d.ts")),
  ).toEqual([]);
  // The compiler in the cells' process reads the language's and Node's declarations, each in its own file.
  expect(files.filter((path) => path.endsWith(".d.ts") && !path.startsWith("dist/notebook/program/"))).toEqual([
    "dist/library/node.d.ts",
  ]);
  expect(files.filter((path) => path.endsWith(".d.ts")).length).toBeLessThan(200);
});

test("its page in the marketplace has a banner, a home and a place for bugs", () => {
  expect(manifest).toMatchObject({
    galleryBanner: { color: expect.stringMatching(/^#/), theme: "dark" },
    homepage: expect.stringMatching(/^https:/),
    bugs: { url: expect.stringMatching(/^https:/) },
    repository: { url: expect.stringMatching(/^git\+https:/) },
  });
});
