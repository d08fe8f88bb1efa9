import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";

const library = fileURLToPath(new URL("../../kernel-lib/", import.meta.url));
const manifest = JSON.parse(readFileSync(`${library}package.json`, "utf8")) as Record<string, unknown> & {
  files: string[];
  bin: Record<string, string>;
  main: string;
  types: string;
};
let packed: Set<string>;

beforeAll(() => {
  const { stdout } = spawnSync("npm", ["pack", "--dry-run", "--json", "--loglevel=error"], {
    cwd: library,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  packed = new Set((JSON.parse(stdout) as { files: { path: string }[] }[])[0].files.map(({ path }) => path));
}, 60_000);

test("it carries what a reader of its page and a user of its options look for", () => {
  for (const path of [
    "README.md",
    "LICENSE",
    "configs/default.yaml",
    "configs/schema.json",
    ...Object.values(manifest.bin),
  ])
    expect(packed).toContain(path);
  for (const path of [manifest.main, manifest.types]) expect(packed).toContain(posix.normalize(path));
  for (const folder of manifest.files)
    expect(
      [...packed].some((path) => path.startsWith(`${folder}/`)),
      folder,
    ).toBe(true);
  expect(manifest).toMatchObject({
    license: "MIT",
    sideEffects: false,
    homepage: expect.any(String),
    repository: { type: "git" },
    bugs: { url: expect.any(String) },
  });
  expect((manifest.keywords as string[]).length).toBeGreaterThan(4);
});

test("its source maps lead to files that are in it", () => {
  const maps = [...packed].filter((path) => path.endsWith(".map"));
  expect(maps.length).toBeGreaterThan(0);
  const sources = maps.flatMap((path) =>
    (JSON.parse(readFileSync(library + path, "utf8")) as { sources: string[] }).sources.map((source) =>
      posix.join(posix.dirname(path), source),
    ),
  );
  expect(sources.filter((source) => !packed.has(source))).toEqual([]);
});

test("nothing is in it that only building needs", () => {
  expect([...packed].filter((path) => /\.tsbuildinfo$|^assembly\/|\.test\.|tsconfig/.test(path))).toEqual([]);
});
