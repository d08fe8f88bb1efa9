import { expect, test } from "vitest";
import { dependencyFaults, dependencyUse, usedIn } from "../../../scripts/packages/dependency-use.mjs";

const uses = dependencyUse();

/** The packages this project was asked to be built with, and where each does its work. */
const asked: Readonly<Record<string, readonly string[]>> = {
  tslab: ["kernel-lib/src/kernel/", "kernel-lib/bundle-notebook.mjs"],
  vscode: ["extension/src/"],
  "@vscode/test-electron": ["scripts/test/run-integration-tests.mjs"],
  "plotly.js": ["extension/webview/", "extension/renderer/"],
  "csv-parse": ["kernel-lib/src/io/"],
  "simple-statistics": ["kernel-lib/src/profile/", "kernel-lib/src/evaluate/", "test/numeric/"],
  "ml-isolation-forest": ["test/detectors/"],
  "libsvm-js": ["test/detectors/"],
  yaml: ["kernel-lib/src/config/", "extension/src/"],
  vitest: ["test/"],
};

test.each(Object.entries(asked))("%s is used", (name, places) => {
  expect(
    places.filter((place) => !usedIn(uses, name, place)),
    `imported by ${[...(uses.get(name) ?? [])].join(", ")}`,
  ).toEqual([]);
});

test("every package that is declared is used, and every one that the library imports is declared", () => {
  expect(dependencyFaults(uses)).toEqual([]);
});

test("a package that nothing uses, or that is not declared, is named", () => {
  const less = new Map([...uses].filter(([name]) => name !== "marked"));
  less.set("left-pad", new Set(["kernel-lib/src/index.ts"]));
  expect(dependencyFaults(less)).toEqual([
    "kernel-lib/package.json declares marked, which nothing there uses.",
    "kernel-lib/src imports left-pad, which kernel-lib/package.json does not declare.",
  ]);
});
