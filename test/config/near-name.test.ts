import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearName } from "../../kernel-lib/src/config/near-name.js";

const known = ["sensitivity", "consensus", "contamination", "zScore", "trees"];

/** Levenshtein distance as it is defined. */
function distance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return distance(restA, restB);
  return 1 + Math.min(distance(restA, b), distance(a, restB), distance(restA, restB));
}

describe("the name that was perhaps meant", () => {
  test.each([
    ["ZSCORE", "zScore"],
    ["sens", "sensitivity"],
    ["con", "consensus"],
    ["sensitvity", "sensitivity"],
    ["tres", "trees"],
    ["treess", "trees"],
    ["terse", null],
    ["threshold", null],
    ["consensuses", "consensus"],
    ["consensussing", null],
  ])("for %s is %s", (told, meant) => {
    expect(nearName(told, known)).toBe(meant);
  });

  test("is none where none is known, and the first of several", () => {
    expect(nearName("any", [])).toBeNull();
    expect(nearName("row", ["rows", "row"])).toBe("rows");
  });

  test("is up to two letters away, by the definition", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(word, word, (told, name) => {
        const near = name.startsWith(told) || distance(told, name) <= 2;
        expect(nearName(told, [name])).toBe(near ? name : null);
      }),
    );
  });
});
