import { typescript } from "./typescript.js";

/** Where tslab's converter holds the declarations of the cells that ran. */
const declarations = "/__prev__.d.ts";

/**
 * tslab turns names of earlier cells into properties of `exports`, but not in `{ name }`, and it also turns the keys of a
 * destructuring (`{ key: name }`) whose type an earlier cell declares. This runs before it on the emitted tree: shorthand for
 * a name of an earlier cell is written out, and keys become texts, which tslab leaves alone.
 */
export function ownNames(checker: typescript.TypeChecker): typescript.TransformerFactory<typescript.SourceFile> {
  const { factory } = typescript;
  const isEarlier = (symbol: typescript.Symbol | undefined): boolean =>
    (symbol?.declarations ?? []).some((declaration) => declaration.getSourceFile().fileName.endsWith(declarations));
  return (context) => {
    const visit = (node: typescript.Node): typescript.Node => {
      if (typescript.isShorthandPropertyAssignment(node)) {
        const parsed = typescript.getParseTreeNode(node) ?? node;
        if (!isEarlier(checker.getShorthandAssignmentValueSymbol(parsed)))
          return typescript.visitEachChild(node, visit, context);
        const value = factory.createPropertyAccessExpression(factory.createIdentifier("exports"), node.name.text);
        const { objectAssignmentInitializer: initial } = node;
        return factory.createPropertyAssignment(
          factory.createStringLiteral(node.name.text),
          initial === undefined
            ? value
            : factory.createAssignment(value, typescript.visitNode(initial, visit) as typescript.Expression),
        );
      }
      const visited = typescript.visitEachChild(node, visit, context);
      if (
        typescript.isBindingElement(visited) &&
        visited.propertyName !== undefined &&
        typescript.isIdentifier(visited.propertyName)
      )
        return factory.updateBindingElement(
          visited,
          visited.dotDotDotToken,
          factory.createStringLiteral(visited.propertyName.text),
          visited.name,
          visited.initializer,
        );
      return visited;
    };
    return (file) => typescript.visitEachChild(file, visit, context);
  };
}

/** That of the cells (cell-session.ts sets it), in a file beside the notebook that file's own. */
function metaOf(factory: typescript.NodeFactory): typescript.Expression {
  const file = factory.createIdentifier("__filename");
  const url = factory.createCallExpression(factory.createIdentifier("require"), undefined, [
    factory.createStringLiteral("node:url"),
  ]);
  return factory.createParenthesizedExpression(
    factory.createConditionalExpression(
      factory.createStrictEquality(factory.createTypeOfExpression(file), factory.createStringLiteral("undefined")),
      undefined,
      factory.createPropertyAccessExpression(factory.createIdentifier("require"), "meta"),
      undefined,
      factory.createObjectLiteralExpression([
        factory.createPropertyAssignment(
          "url",
          factory.createPropertyAccessExpression(
            factory.createCallExpression(factory.createPropertyAccessExpression(url, "pathToFileURL"), undefined, [
              file,
            ]),
            "href",
          ),
        ),
        factory.createPropertyAssignment("dirname", factory.createIdentifier("__dirname")),
        factory.createPropertyAssignment("filename", file),
      ]),
    ),
  );
}

/** `import … from "./beside.ts"` asks for the script that the file becomes. */
export const importsWithoutEnding: typescript.TransformerFactory<typescript.SourceFile> = (context) => {
  const { factory } = typescript;
  const bare = (specifier: typescript.Expression | undefined): typescript.StringLiteral | null =>
    specifier !== undefined && typescript.isStringLiteral(specifier) && /^\.{1,2}\/.*\.ts$/.test(specifier.text)
      ? factory.createStringLiteral(specifier.text.slice(0, -3))
      : null;
  const visit = (node: typescript.Node): typescript.Node => {
    if (typescript.isImportDeclaration(node)) {
      const { modifiers, importClause, moduleSpecifier, assertClause } = node;
      const path = bare(moduleSpecifier);
      if (path !== null) return factory.updateImportDeclaration(node, modifiers, importClause, path, assertClause);
    }
    if (typescript.isExportDeclaration(node)) {
      const { modifiers, isTypeOnly, exportClause, moduleSpecifier, assertClause } = node;
      const path = bare(moduleSpecifier);
      if (path !== null)
        return factory.updateExportDeclaration(node, modifiers, isTypeOnly, exportClause, path, assertClause);
    }
    return node;
  };
  return (file) => typescript.visitEachChild(file, visit, context);
};

/** `import.meta` as a notebook's cell has it: where the notebook's folder is. In the scripts that run it would be no word at all. */
export const importMeta: typescript.TransformerFactory<typescript.SourceFile> = (context) => {
  const { factory } = typescript;
  const visit = (node: typescript.Node): typescript.Node =>
    typescript.isMetaProperty(node) && node.keywordToken === typescript.SyntaxKind.ImportKeyword
      ? metaOf(factory)
      : typescript.visitEachChild(node, visit, context);
  return (file) => typescript.visitEachChild(file, visit, context);
};
