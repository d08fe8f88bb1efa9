import type { JsonSchema } from "kpi-anomaly";
import * as vscode from "vscode";
import { configurationLibrary, isConfigurationFile } from "./configuration-file.js";
import { terms } from "../../shared/terms.js";
import { displayLanguage, t } from "../../shared/translate.js";
import { itemOf, offeredValues, schemaAt } from "./schema-place.js";
import { yamlPlace } from "./yaml-path.js";

const selector: vscode.DocumentSelector = [{ pattern: "**/kpi-anomaly.{yaml,yml}" }];

/** Squiggles, completion and hover in configuration files, from the library's own parser and schema. */
export function configurationEditor(): vscode.Disposable {
  const problems = vscode.languages.createDiagnosticCollection("kpi-anomaly-configuration");
  const check = (document: vscode.TextDocument): void => {
    if (!isConfigurationFile(document.uri) || !vscode.workspace.isTrusted) return;
    const { configFaultText, configFileProblems, languageOf } = configurationLibrary();
    problems.set(
      document.uri,
      configFileProblems(document.getText()).map(({ fault, start, end }) => {
        const range = new vscode.Range(document.positionAt(start), document.positionAt(Math.max(end, start + 1)));
        const problem = new vscode.Diagnostic(range, configFaultText(fault, languageOf(displayLanguage())));
        problem.source = t(terms.kpiAnomalies);
        return problem;
      }),
    );
  };
  vscode.workspace.textDocuments.forEach(check);
  return vscode.Disposable.from(
    problems,
    vscode.workspace.onDidOpenTextDocument(check),
    vscode.workspace.onDidGrantWorkspaceTrust(() => vscode.workspace.textDocuments.forEach(check)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => check(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => problems.delete(uri)),
    vscode.languages.registerCompletionItemProvider(selector, { provideCompletionItems: complete }),
    vscode.languages.registerHoverProvider(selector, { provideHover: explain }),
  );
}

/** Where a YAML extension is installed, it completes and explains from the schema that package.json names. */
const leftToOthers = (): boolean => vscode.extensions.getExtension("redhat.vscode-yaml") !== undefined;

const schemaOf = (path: readonly string[]): JsonSchema | undefined =>
  schemaAt(configurationLibrary().configSchema(), path);

function complete(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
  if (leftToOthers()) return [];
  const lines = document.getText().split(/\r?\n/);
  const { path, key } = yamlPlace(lines, position.line, position.character);
  const beforeCursor = lines[position.line].slice(0, position.character);
  if (key !== null && /:\s/.test(beforeCursor))
    return values(schemaOf([...path, key]), !/[[,]\s*[^\],]*$/.test(beforeCursor));
  const here = schemaOf(path);
  const keys = here && itemOf(here).properties;
  if (here && !keys) return values(here, false);
  return Object.entries(keys ?? {}).map(([name, part]) => {
    const item = new vscode.CompletionItem(name, vscode.CompletionItemKind.Property);
    item.documentation = described(part);
    item.insertText = part.properties
      ? `${name}:\n${" ".repeat((path.length + 1) * 2)}`
      : `${name}: ${part.default === undefined ? "" : JSON.stringify(part.default)}`;
    return item;
  });
}

/** What an option is for, in the language of VS Code. */
function described({ description }: JsonSchema): string | undefined {
  const { descriptionText, languageOf } = configurationLibrary();
  return description && descriptionText(description, languageOf(displayLanguage()));
}

/** Values of an option; a list that is not begun yet is offered with its brackets. */
function values(schema: JsonSchema | undefined, whole: boolean): vscode.CompletionItem[] {
  if (!schema) return [];
  const list = itemOf(schema) !== schema;
  return offeredValues(schema).map((value) => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    const item = new vscode.CompletionItem(list && whole ? `[${text}]` : text, vscode.CompletionItemKind.Value);
    item.documentation = described(schema);
    return item;
  });
}

function explain(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
  if (leftToOthers()) return undefined;
  const { path, key } = yamlPlace(document.getText().split(/\r?\n/), position.line, position.character);
  const schema = key === null ? undefined : schemaOf([...path, key]);
  const told = schema && described(schema);
  if (!told) return undefined;
  const standard =
    schema.default === undefined
      ? ""
      : `\n\n${t({ en: "Default: {0}", de: "Standard: {0}" }, JSON.stringify(schema.default))}`;
  return new vscode.Hover(`${told}${standard}`);
}
