import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** Folders that `npm test` does not run: the tests on large real files, and the measurements. */
const apart = ["shared-data", "bench"];

test("nothing that `npm test` runs reads a folder beside the repository, or skips itself", () => {
  const beside = ["..", "shared", ""].join("/");
  const skipping = /\b(?:test|it|describe)\.(?:skip|todo)\b|\bthis\.skip\(|\bcontext\.skip\(/;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) =>
      file.endsWith(".test.ts") && !file.includes("node_modules") && !apart.some((name) => file.startsWith(name)),
  );
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const text = readFileSync(join(folder, file), "utf8").replaceAll(/from "[^"]+"/g, "");
    // The one that may: where Python has no jupyter_client. `npm test` installs it first.
    expect({
      file,
      beside: text.includes(beside),
      skips: skipping.test(text) && !text.includes("describe.skipIf(python"),
    }).toEqual({ file, beside: false, skips: false });
  }
});
