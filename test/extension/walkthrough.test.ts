import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const text = (path: string): string => readFileSync(join(root, path), "utf8");

interface Step {
  readonly id: string;
  readonly media: { readonly image: Readonly<Record<string, string>>; readonly altText: string };
}

const manifest = JSON.parse(text("extension/package.json")) as {
  contributes: { walkthroughs: readonly { steps: readonly Step[] }[] };
};
const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

test("each step of the walkthrough shows a picture that the script takes, light in light themes and dark in dark ones", () => {
  const taken = text("scripts/release/make-pictures.mjs");
  expect(steps.length).toBeGreaterThan(3);
  for (const { id, media } of steps) {
    const scene = /^media\/(\w+)-light\.png$/.exec(media.image.light)?.[1] ?? "none";
    const [light, dark] = ["light", "dark"].map((tone) => `media/${scene}-${tone}.png`);
    expect(media.image, id).toEqual({ light, dark, hc: dark, hcLight: light });
    for (const path of [light, dark]) expect(existsSync(join(root, "extension", path)), path).toBe(true);
    expect(taken).toContain(`name: "${scene}"`);
  }
});

test.each(["extension/package.nls.json", "extension/package.nls.de.json"])(
  "each picture is described in %s",
  (path) => {
    const words = JSON.parse(text(path)) as Record<string, string>;
    for (const { media } of steps)
      expect(words[media.altText.replaceAll("%", "")]?.length, media.altText).toBeGreaterThan(20);
  },
);
