import { inspect } from "node:util";
import { afterEach, expect, test } from "vitest";
import {
  attachedDisplay,
  displayThrough,
  withDisplay,
  type MimeBundle,
} from "../../kernel-lib/src/display/with-display.js";

const bundle: MimeBundle = { "text/plain": "two words", "text/html": "<b>two words</b>" };

afterEach(() => displayThrough(() => false));

test("a value that displays itself is the same plain record to everything else", () => {
  const value = withDisplay({ a: 1, b: new Float64Array([1, NaN]) }, () => bundle);
  expect(structuredClone(value)).toEqual({ a: 1, b: new Float64Array([1, NaN]) });
  expect(Object.keys(value)).toEqual(["a", "b"]);
  expect(JSON.stringify(value)).toBe('{"a":1,"b":{"0":1,"1":null}}');
});

test("it is printed as its text where nothing can show more", () => {
  expect(inspect(withDisplay({}, () => bundle))).toBe("two words");
});

test("where a notebook listens it shows every form at once and prints nothing", () => {
  const shown: MimeBundle[] = [];
  displayThrough((each) => shown.push(each) > 0);
  expect(inspect(withDisplay({}, () => bundle))).toBe("");
  expect(shown).toEqual([bundle]);
  expect(inspect({ inside: withDisplay({}, () => bundle) })).toContain("two words");
  expect(shown).toHaveLength(1);
});

test("a kernel finds the forms under Jupyter.display; other values have none", () => {
  expect(attachedDisplay(withDisplay({}, () => bundle))).toBe(bundle);
  expect([attachedDisplay({}), attachedDisplay(null), attachedDisplay("text")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
