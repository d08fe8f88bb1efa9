/** Every public function shows how it is used, and what it shows compiles. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const doors = ["kernel-lib/src/index.ts", "kernel-lib/src/node.ts"].map((path) => root + path);
/** What the examples are compiled in; it is nowhere on disk. */
const page = `${root}kernel-lib/src/examples-of-documentation.ts`;

/** What an example may take for granted. */
const given = `
  declare const table: Table, report: Report, series: SeriesReport, incident: Incident, task: SeriesTask;
  declare const bytes: Uint8Array, text: string, labels: Uint8Array, error: InputError, arrow: ArrowTable, compute: Compute;
`;

const options: ts.CompilerOptions = {
  ...ts.convertCompilerOptionsFromJson(
    (ts.readConfigFile(`${root}tsconfig.base.json`, (path) => readFileSync(path, "utf8")).config as { compilerOptions: object })
      .compilerOptions,
    root,
  ).options,
  noEmit: true,
  composite: false,
  incremental: false,
  declaration: false,
  isolatedDeclarations: false,
  noUnusedLocals: false,
  noUnusedParameters: false,
  skipLibCheck: true,
  verbatimModuleSyntax: false,
  isolatedModules: false,
  types: ["node"],
};

/** One program for all: it takes a moment to build, and is asked twice. */
function programOf(source?: string): ts.Program {
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  if (source !== undefined) {
    host.getSourceFile = (path, languageVersion) =>
      path === page ? ts.createSourceFile(path, source, languageVersion) : getSourceFile.call(host, path, languageVersion);
    host.fileExists = (path) => path === page || fileExists.call(host, path);
    host.readFile = (path) => (path === page ? source : readFile.call(host, path));
  }
  return ts.createProgram(source === undefined ? doors : [...doors, page], options, host);
}

interface Shown {
  readonly name: string;
  readonly examples: readonly string[];
}

/** The functions and classes that a door exports, with the examples of their documentation. */
function shownAt(program: ts.Program, door: string): { names: string[]; shown: Shown[] } {
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(door)!)!);
  const resolved = exported.map((symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
  );
  return {
    names: exported.map(({ name }) => name),
    shown: resolved
      .filter(({ flags }) => flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Class))
      .map((symbol) => ({
        name: symbol.name,
        examples: symbol
          .getJsDocTags(checker)
          .filter(({ name }) => name === "example")
          .map(({ text }) => ts.displayPartsToString(text)),
      })),
  };
}

test("every public function has an example, and all of them compile", { timeout: 240_000 }, () => {
  expect(doors.every(existsSync)).toBe(true);
  const program = programOf();
  const [index, node] = doors.map((door) => shownAt(program, door));
  const shown = [...new Map([...index.shown, ...node.shown].map((each) => [each.name, each])).values()];
  expect(shown.length).toBeGreaterThan(100);
  expect(shown.filter(({ examples }) => examples.length === 0).map(({ name }) => name)).toEqual([]);

  const blocks = shown.flatMap(({ name, examples }) =>
    examples.map((code, place) => `// ${name} ${place}\nasync function example_${name}_${place}() {\n${code}\n}\n`),
  );
  const source = [
    `import { ${index.names.join(", ")} } from "./index.js";`,
    `import { ${node.names.filter((name) => !index.names.includes(name)).join(", ")} } from "./node.js";`,
    given,
    ...blocks,
  ].join("\n");
  const compiled = programOf(source);
  const file = compiled.getSourceFile(page)!;
  const problems = [...compiled.getSyntacticDiagnostics(file), ...compiled.getSemanticDiagnostics(file)].map(
    ({ start = 0, messageText }) => {
      const name = /\/\/ (\w+ \d+)\n[^]*$/.exec(source.slice(0, start).split("\n// ").slice(-1).map((part) => `// ${part}`)[0]);
      return `${name?.[1] ?? "imports"}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    },
  );
  expect(problems).toEqual([]);
});
