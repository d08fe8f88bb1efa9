import type { JsonSchema } from "kpi-anomaly";
import * as vscode from "vscode";
import { configurationLibrary, isConfigurationFile } from "./configuration-file.js";
import { t } from "../../shared/translate.js";
import { yamlPlace } from "./yaml-path.js";

const selector: vscode.DocumentSelector = [{ pattern: "**/kpi-anomaly.{yaml,yml}" }];

/** Squiggles, completion and hover in configuration files, from the library's own parser and schema. */
export function configurationEditor(): vscode.Disposable {
  const problems = vscode.languages.createDiagnosticCollection("kpi-anomaly-configuration");
  const check = (document: vscode.TextDocument): void => {
    if (!isConfigurationFile(document.uri)) return;
    problems.set(document.uri, configurationLibrary().configFileProblems(document.getText()).map(({ message, start, end }) => {
      const range = new vscode.Range(document.positionAt(start), document.positionAt(Math.max(end, start + 1)));
      const problem = new vscode.Diagnostic(range, message);
      problem.source = t("KPI anomalies");
      return problem;
    }));
  };
  vscode.workspace.textDocuments.forEach(check);
  return vscode.Disposable.from(
    problems,
    vscode.workspace.onDidOpenTextDocument(check),
    vscode.workspace.onDidChangeTextDocument(({ document }) => check(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => problems.delete(uri)),
    vscode.languages.registerCompletionItemProvider(selector, { provideCompletionItems: complete }),
    vscode.languages.registerHoverProvider(selector, { provideHover: explain }),
  );
}

/** The part of the schema at a path of keys. */
function schemaAt(path: readonly string[]): JsonSchema | undefined {
  return path.reduce<JsonSchema | undefined>((schema, key) => schema?.properties?.[key], configurationLibrary().configSchema());
}

function complete(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
  const lines = document.getText().split(/\r?\n/);
  const { path, key } = yamlPlace(lines, position.line, position.character);
  const beforeCursor = lines[position.line].slice(0, position.character);
  if (key !== null && beforeCursor.includes(":")) return values(schemaAt([...path, key]));
  return Object.entries(schemaAt(path)?.properties ?? {}).map(([name, part]) => {
    const item = new vscode.CompletionItem(name, vscode.CompletionItemKind.Property);
    item.documentation = part.description;
    item.insertText = part.properties ? `${name}:\n${" ".repeat((path.length + 1) * 2)}` : `${name}: ${part.default === undefined ? "" : JSON.stringify(part.default)}`;
    return item;
  });
}

function values(schema: JsonSchema | undefined): vscode.CompletionItem[] {
  const choices = Array.isArray(schema?.enum) ? (schema.enum as readonly unknown[]) : null;
  const offered = choices ?? (schema?.type === "boolean" ? [true, false] : schema?.default === undefined ? [] : [schema.default]);
  return offered.map((value) => new vscode.CompletionItem(typeof value === "string" ? value : JSON.stringify(value), vscode.CompletionItemKind.Value));
}

function explain(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
  const { path, key } = yamlPlace(document.getText().split(/\r?\n/), position.line, position.character);
  const schema = key === null ? undefined : schemaAt([...path, key]);
  if (!schema?.description) return undefined;
  const standard = schema.default === undefined ? "" : `\n\n${t("Default: {0}", JSON.stringify(schema.default))}`;
  return new vscode.Hover(`${schema.description}${standard}`);
}
