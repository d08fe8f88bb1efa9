import { expect, test } from "vitest";
import { emittedPlace, realPlace } from "../../../kernel-lib/src/kernel/compiling/emitted-place.js";

test.each([
  ["outDir/inner/__tslab__.js", "/project/inner/__tslab__.ts", "outDir/__tslab__.js", "/project/inner/__tslab__.js"],
  [
    "outDir/inner/__tslab__.d.ts",
    "/project/inner/__tslab__.ts",
    "outDir/__tslab__.d.ts",
    "/project/inner/__tslab__.d.ts",
  ],
  ["outDir/beside.js", "/project/beside.ts", "outDir/__up__/beside.js", "/project/beside.js"],
  ["outDir/a/b.js", "/a/b.ts", "outDir/__up__/__up__/a/b.js", "/a/b.js"],
  ["outDir/x.js", "/project/inner/sub/x.ts", "outDir/sub/x.js", "/project/inner/sub/x.js"],
])("%s of %s has the place %s, and is %s", (emitted, source, place, real) => {
  expect(emittedPlace(emitted, source, "/project/inner")).toBe(place);
  expect(realPlace(`/project/inner/${place.slice("outDir/".length)}`)).toBe(real);
});
