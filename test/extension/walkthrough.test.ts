import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

test("each step of the walkthrough shows a picture that the script takes", () => {
  const taken = readFileSync(join(root, "scripts/release/make-pictures.mjs"), "utf8");
  const steps = globSync(join(root, "extension/walkthrough/*.md"));
  expect(steps.length).toBeGreaterThan(3);
  for (const step of steps) {
    const pictures = [...readFileSync(step, "utf8").matchAll(/!\[(.{20,})\]\(\.\.\/media\/([\w-]+)\.png\)/g)];
    expect(pictures, step).toHaveLength(1);
    const [[, , name]] = pictures;
    expect(existsSync(join(root, `extension/media/${name}.png`)), name).toBe(true);
    expect(taken).toContain(`name: "${name}"`);
  }
});
