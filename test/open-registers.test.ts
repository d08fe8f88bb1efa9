import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { detectors } from "../kernel-lib/src/detectors/index.js";
import { features } from "../kernel-lib/src/features/index.js";
import { typescriptFiles } from "./source-imports.js";

/**
 * What is true of one detector, feature or plot stands in its own file, as data. So nobody else asks "is it this one?",
 * and adding one changes its file and one line of the register.
 */
describe("no code asks which entry of a register it has", () => {
  const sources = [...typescriptFiles("kernel-lib/src"), ...typescriptFiles("extension")];

  test.each([
    { register: "detectors", ids: Object.keys(detectors) },
    { register: "features", ids: Object.keys(features) },
  ])("$register", ({ register, ids }) => {
    expect(ids).not.toEqual([]);
    const asking = sources
      .filter((path) => !path.startsWith(`kernel-lib/src/${register}/`))
      .flatMap((path) => comparisonsWith(new Set(ids), path));
    expect(asking).toEqual([]);
  });
});

function comparisonsWith(ids: ReadonlySet<string>, path: string): string[] {
  const found: string[] = [];
  const source = ts.createSourceFile(
    path,
    readFileSync(new URL(`../${path}`, import.meta.url), "utf8"),
    ts.ScriptTarget.ES2022,
    true,
  );
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && ids.has(node.text) && comparesIn(node.parent)) {
      found.push(
        `${path}:${source.getLineAndCharacterOfPosition(node.pos).line + 1}: ${node.parent.getText().slice(0, 80)}`,
      );
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

function comparesIn(node: ts.Node): boolean {
  return ts.isCaseClause(node) || (ts.isBinaryExpression(node) && /^[!=]==?$/.test(node.operatorToken.getText()));
}
