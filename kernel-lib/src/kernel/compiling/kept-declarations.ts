import { typescript } from "./typescript.js";

/**
 * Declarations after a cell that failed half way: those of its names that it got to, and what stood there before for the
 * others. Types have nothing to get to and are kept.
 *
 * @param before declarations before the cell
 * @param after declarations had it run to its end
 * @param reached whether the cell gave a name its value
 */
export function keptDeclarations(before: string, after: string, reached: (name: string) => boolean): string {
  const fresh = statementsOf(after);
  const own = new Set(fresh.flatMap(({ names }) => names));
  const lost = (names: readonly string[]): boolean => names.length > 0 && names.some((name) => !reached(name));
  // What stood there before and is declared by this cell only where it did not get.
  const restored = statementsOf(before).filter(
    ({ names, text }) =>
      names.length > 0 && names.every((name) => own.has(name) && !reached(name)) && !after.includes(text),
  );
  return [
    ...fresh.flatMap((each) => (lost(each.names) ? partOf(each, reached) : [each.text])),
    ...restored.map(({ text }) => text),
  ]
    .join("\n")
    .concat("\n");
}

interface Statement {
  readonly text: string;
  /** Values it declares. */
  readonly names: readonly string[];
  readonly node: typescript.Statement;
  readonly file: typescript.SourceFile;
}

function statementsOf(declarations: string): Statement[] {
  const file = typescript.createSourceFile("kept.d.ts", declarations, typescript.ScriptTarget.Latest, true);
  return file.statements.map((node) => ({ text: node.getFullText(file).trim(), names: namesOf(node), node, file }));
}

function namesOf(node: typescript.Statement): string[] {
  if (typescript.isVariableStatement(node))
    return node.declarationList.declarations.flatMap(({ name }) => (typescript.isIdentifier(name) ? [name.text] : []));
  if (
    typescript.isFunctionDeclaration(node) ||
    typescript.isClassDeclaration(node) ||
    typescript.isEnumDeclaration(node)
  )
    return node.name === undefined ? [] : [node.name.text];
  return [];
}

/** Of a statement that declares several names those that were reached. */
function partOf({ node, file }: Statement, reached: (name: string) => boolean): string[] {
  if (!typescript.isVariableStatement(node)) return [];
  const kept = node.declarationList.declarations.filter(
    ({ name }) => typescript.isIdentifier(name) && reached(name.text),
  );
  const kind = node.declarationList.flags & typescript.NodeFlags.Const ? "const" : "let";
  return kept.length === 0 ? [] : [`declare ${kind} ${kept.map((each) => each.getText(file)).join(", ")};`];
}
