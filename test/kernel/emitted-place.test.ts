import { expect, test } from "vitest";
import { emittedPlace, realPlace } from "../../kernel-lib/src/kernel/compiling/emitted-place.js";

test.each([
  ["outDir/inner/__tslab__.js", "/work/inner/__tslab__.ts", "outDir/__tslab__.js", "/work/inner/__tslab__.js"],
  ["outDir/inner/__tslab__.d.ts", "/work/inner/__tslab__.ts", "outDir/__tslab__.d.ts", "/work/inner/__tslab__.d.ts"],
  ["outDir/beside.js", "/work/beside.ts", "outDir/__up__/beside.js", "/work/beside.js"],
  ["outDir/a/b.js", "/a/b.ts", "outDir/__up__/__up__/a/b.js", "/a/b.js"],
  ["outDir/x.js", "/work/inner/sub/x.ts", "outDir/sub/x.js", "/work/inner/sub/x.js"],
])("%s of %s has the place %s, and is %s", (emitted, source, place, real) => {
  expect(emittedPlace(emitted, source, "/work/inner")).toBe(place);
  expect(realPlace(`/work/inner/${place.slice("outDir/".length)}`)).toBe(real);
});
