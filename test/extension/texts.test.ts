import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../extension/", import.meta.url));
const json = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(root + name, "utf8")) as Record<string, string>;
const languages = ["de"];
const holes = (text: string): string[] => [...text.matchAll(/\{\d+\}/g)].map(([hole]) => hole).sort();

const sources = globSync("{src,shared,webview}/**/*.{ts,tsx}", { cwd: root });

test("every text says in German what it says in English, with the same blanks", () => {
  const texts = sources.flatMap(textsIn);
  expect(texts.length).toBeGreaterThan(300);
  for (const { en, de } of texts) {
    expect(holes(de), en).toEqual(holes(en));
    if (readsLikeSentence(en)) expect(de).not.toBe(en);
  }
});

test.each(languages)("%s says all that English says in menus and settings", (language) => {
  const [source, target] = [json("package.nls.json"), json(`package.nls.${language}.json`)];
  expect(Object.keys(target).sort()).toEqual(Object.keys(source).sort());
});

/** Texts `{ en, de }` of a source file. */
function textsIn(file: string): { en: string; de: string }[] {
  const source = ts.createSourceFile(file, readFileSync(root + file, "utf8"), ts.ScriptTarget.Latest, true);
  const found: { en: string; de: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const words = Object.fromEntries(
        node.properties.flatMap((property) =>
          ts.isPropertyAssignment(property) && ts.isStringLiteral(property.initializer)
            ? [[property.name.getText(), property.initializer.text]]
            : [],
        ),
      );
      if ("en" in words && "de" in words) found.push({ en: words.en, de: words.de });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test("package.json shows no words of its own", () => {
  const manifest = readFileSync(`${root}package.json`, "utf8");
  const used = [...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
  expect([...new Set(used)].sort()).toEqual(Object.keys(json("package.nls.json")).sort());
  expect(
    [...manifest.matchAll(/"(?:title|displayName|description|markdownDescription|name|contents)": "([^%"]+)"/g)]
      .map(([, text]) => text)
      .filter((text) => / /.test(text)),
  ).toEqual(agentWords(manifest));
});

/** What language models read stays English. */
function agentWords(manifest: string): string[] {
  const { contributes } = JSON.parse(manifest) as {
    contributes: { languageModelTools: { inputSchema: { properties: Record<string, { description: string }> } }[] };
  };
  return contributes.languageModelTools.flatMap(({ inputSchema }) =>
    Object.values(inputSchema.properties).map(({ description }) => description),
  );
}

test("no sentence a person reads stands outside t()", () => {
  const files = sources.filter((file) => !spokenToPrograms.includes(file));
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap(wordsOutside)).toEqual([]);
});

/** Answers to agents, which read English. */
const spokenToPrograms = ["src/commands/fenced.ts", "src/commands/language-model-tools.ts"];

/** Attributes of elements whose text is for machines. */
const machineAttributes =
  /^(class|style|d|viewBox|role|type|id|for|key|data-.*|aria-(haspopup|sort|controls|labelledby)|transform|points|preserveAspectRatio|text-anchor|name)$/;

/** Sentences and words of the page in a source file that are not given to `t`. */
function wordsOutside(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(root + file, "utf8"), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isTranslated(node) || isForMachines(node)) return;
    const text = textOf(node);
    if (text !== null && (ts.isJsxText(node) || isInPage(node) ? /[A-Za-z]{2}/.test(text) : readsLikeSentence(text)))
      found.push(`${file}: ${text.trim()}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isTranslated = (node: ts.Node): boolean =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "t";

function isForMachines(node: ts.Node): boolean {
  if (ts.isJsxAttribute(node)) return machineAttributes.test(node.name.getText());
  // Errors that tell of a fault of ours, and what is drawn on paths and written into regular expressions.
  if (ts.isNewExpression(node)) return /^(Error|Map|Set|RegExp)$/.test(node.expression.getText());
  // `{ en, de }` is said in both already.
  if (ts.isPropertyAssignment(node)) return /^(class|path|d|contentMap|pattern|en|de)$/.test(node.name.getText());
  return false;
}

function textOf(node: ts.Node): string | null {
  if (ts.isJsxText(node) || ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  return ts.isTemplateExpression(node)
    ? [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join("\u2026")
    : null;
}

/** A string that a tag shows: its child, or a title, label or placeholder. */
function isInPage(node: ts.Node): boolean {
  const { parent } = node;
  return (
    (ts.isJsxExpression(parent) && (ts.isJsxElement(parent.parent) || ts.isJsxFragment(parent.parent))) ||
    (ts.isJsxAttribute(parent) && /^(title|placeholder|aria-label|aria-valuetext)$/.test(parent.name.getText()))
  );
}

/** Words with a space between, begun like a sentence or ended like one. */
const readsLikeSentence = (text: string): boolean =>
  /(^|[\s\u2026])[A-Z]?[a-z]{2,} [a-z\u2026]{1,}/.test(text) && /^[\s\u2026]*[A-Z]|[.!?:]\s*$/.test(text);
