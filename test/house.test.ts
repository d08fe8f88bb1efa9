/** What stands around the code: workflows, editor settings and recipes name things that are there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(root + path, "utf8");
const scripts = Object.keys((JSON.parse(read("package.json")) as { scripts: object }).scripts);

interface Step {
  readonly run?: string;
  readonly uses?: string;
}
interface Workflow {
  readonly on: Record<string, unknown>;
  readonly permissions: Record<string, string>;
  readonly jobs: Record<
    string,
    { readonly steps?: readonly Step[]; readonly uses?: string; readonly needs?: string; readonly if?: string }
  >;
}

const workflows = readdirSync(`${root}.github/workflows`).map((name) => ({
  name,
  workflow: parse(read(`.github/workflows/${name}`)) as Workflow,
}));
const stepsOf = ({ jobs }: Workflow): Step[] => Object.values(jobs).flatMap(({ steps = [] }) => [...steps]);

test.each(workflows)(
  "workflow $name runs scripts that are there, and may only read unless it says so",
  ({ workflow }) => {
    const commands = stepsOf(workflow).flatMap(({ run = "" }) => run.split("\n"));
    for (const [, script] of commands.flatMap((command) => [...command.matchAll(/npm run ([\w:]+)/g)]))
      expect(scripts).toContain(script);
    for (const [, path] of commands.flatMap((command) => [...command.matchAll(/bash (\S+)/g)]))
      expect(existsSync(root + path), path).toBe(true);
    expect(workflow.permissions).toEqual({ contents: "read" });
    for (const { uses } of Object.values(workflow.jobs))
      if (uses?.startsWith("./")) expect(existsSync(root + uses), uses).toBe(true);
  },
);

test("tests run on Linux, macOS and Windows, and a release needs them", () => {
  const { test: tests, release } = Object.fromEntries(
    workflows.map(({ name, workflow }) => [name.replace(".yml", ""), workflow]),
  );
  expect(JSON.stringify(tests.jobs)).toMatch(/ubuntu-latest.*macos-latest.*windows-latest/);
  expect(stepsOf(tests).map(({ run }) => run)).toContain("bash .ci/run");
  expect(release.jobs.build.needs).toBe("test");
  for (const job of ["npm", "marketplaces"])
    expect(release.jobs[job]).toMatchObject({ needs: "build", if: "github.ref_type == 'tag'" });
  const published = stepsOf(release).flatMap(({ run = "" }) =>
    run.includes("publish") ? [run.split(" ").slice(0, 3).join(" ")] : [],
  );
  expect(published).toEqual(["npm publish ./kpi-anomaly.tgz", "npx --yes @vscode/vsce@4.1.0", "npx --yes ovsx@1.4.0"]);
});

test("the release publishes with the vsce that the extension is built with", () => {
  const { devDependencies } = JSON.parse(read("extension/package.json")) as { devDependencies: Record<string, string> };
  expect(read(".github/workflows/release.yml")).toContain(`@vscode/vsce@${devDependencies["@vscode/vsce"]} `);
});

test("F5 builds and starts the extension; tasks call scripts that are there", () => {
  const { configurations } = JSON.parse(read(".vscode/launch.json")) as {
    configurations: { type: string; preLaunchTask?: string; program?: string }[];
  };
  const { tasks } = JSON.parse(read(".vscode/tasks.json")) as { tasks: { label: string; script: string }[] };
  expect(configurations[0]).toMatchObject({ type: "extensionHost", preLaunchTask: "build" });
  for (const { script } of tasks) expect(scripts).toContain(script);
  for (const { preLaunchTask } of configurations)
    if (preLaunchTask) expect(tasks.map(({ label }) => label)).toContain(preLaunchTask);
  for (const { program } of configurations)
    if (program) expect(existsSync(program.replace("${workspaceFolder}/", root)), program).toBe(true);
});

test("CONTRIBUTING names scripts that are there", () => {
  const named = [...read("CONTRIBUTING.md").matchAll(/`npm run ([\w:]+)/g)].map(([, script]) => script);
  expect(named.length).toBeGreaterThan(5);
  for (const script of named) expect(scripts).toContain(script);
});

test("each recipe of CONTRIBUTING is at most ten lines", () => {
  const recipes = read("CONTRIBUTING.md")
    .split(/^## /m)
    .filter((section) => /^An? /.test(section));
  expect(recipes.length).toBeGreaterThan(8);
  for (const recipe of recipes) {
    const [title, ...lines] = recipe.split("\n").filter((line) => line.trim() !== "");
    expect(lines.length, title).toBeLessThanOrEqual(10);
  }
});

test("no folder of the sources has more than 24 files", () => {
  const files = [
    "kernel-lib/src",
    "extension/src",
    "extension/shared",
    "extension/webview",
    "extension/renderer",
  ].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath }) => parentPath.slice(root.length).replaceAll("\\", "/")),
  );
  const counts = new Map<string, number>();
  for (const folder of files) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  expect(counts.size).toBeGreaterThan(60);
  const full = [...counts].filter(([, count]) => count > 24);
  expect(full).toEqual([]);
});

test("a test that bears the name of one source file stands where that file does", () => {
  const below = (folder: string, ending: RegExp): string[] =>
    readdirSync(root + folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && ending.test(entry.name))
      .map(({ parentPath, name }) => `${parentPath.slice(root.length + folder.length)}/${name}`.replaceAll("\\", "/"))
      .map((path) => path.replace(ending, "").replace(/^\//, ""));
  const wrong = (
    [
      ["kernel-lib/src", "test"],
      ["extension/src", "test/extension/src"],
      ["extension/webview", "test/extension/webview"],
      ["extension/shared", "test/extension/shared"],
    ] as const
  ).flatMap(([source, tests]) => {
    const files = below(source, /(?<!\.d|\.generated)\.tsx?$/);
    const rooms = new Set(files.map((file) => file.split("/")[0]));
    return below(tests, /\.test\.tsx?$/).flatMap((test) => {
      const [room] = test.split("/");
      // A test of a whole room bears its name.
      if (!rooms.has(room) || files.some((file) => file.startsWith(`${test}/`))) return [];
      const named = files.filter(
        (file) => file.split("/")[0] === room && file.split("/").at(-1) === test.split("/").at(-1),
      );
      return named.length === 1 && named[0] !== test ? [`${tests}/${test}: ${source}/${named[0]}`] : [];
    });
  });
  expect(wrong).toEqual([]);
});

test("the changelogs keep the form of Keep a Changelog", () => {
  for (const path of ["CHANGELOG.md", "extension/CHANGELOG.md"]) {
    const lines = read(path)
      .split("\n")
      .filter((line) => line.startsWith("#"));
    expect(lines[0]).toBe("# Changelog");
    for (const line of lines.slice(1))
      expect(line).toMatch(
        /^## \[(Unreleased\]|\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d)$|^### (Added|Changed|Deprecated|Removed|Fixed|Security)$/,
      );
  }
});
