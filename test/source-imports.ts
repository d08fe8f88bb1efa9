import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));

/** One import of a source file. */
export interface SourceImport {
  /** The importing file, from the repository's root, with `/`. */
  readonly from: string;
  /** The imported file from the repository's root, or the package's name (`vscode`, `node:fs`, `kpi-anomaly`). */
  readonly to: string;
  /** Gone after compilation. */
  readonly typeOnly: boolean;
  /** `import("…")`: loaded only where that line runs. */
  readonly dynamic: boolean;
}

/** Every import of every TypeScript file under a folder (from the repository's root). */
export function importsUnder(folder: string): SourceImport[] {
  return typescriptFiles(folder).flatMap(importsOf);
}

/** The TypeScript files under a folder, both from the repository's root; nothing installed or built. */
export function typescriptFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !/\/(node_modules|dist|out)\//.test(path))
    .sort();
}

/** The source that an import of `.js` means: `.tsx` where a component stands there. */
function sourceOf(path: string): string {
  const component = path.replace(/\.js$/, ".tsx");
  return existsSync(join(root, component)) ? component : path.replace(/\.js$/, ".ts");
}

function importsOf(from: string): SourceImport[] {
  const found: SourceImport[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean, dynamic: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return;
    const to = specifier.text.startsWith(".") ? sourceOf(posix.join(dirname(from), specifier.text)) : specifier.text;
    found.push({ from, to, typeOnly, dynamic });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, importsTypesOnly(node), false);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly, false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true, false);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false, true);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(from, readFileSync(join(root, from), "utf8"), ts.ScriptTarget.ES2022, true));
  return found;
}

function importsTypesOnly(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const bindings = clause.namedBindings;
  return (
    clause.name === undefined &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.length > 0 &&
    bindings.elements.every((element) => element.isTypeOnly)
  );
}
