import type { CodeInNotebook, Completion, NotebookEngine } from "kpi-anomaly/kernel";
import * as vscode from "vscode";
import type { NotebookEngines } from "./notebook-engines.js";
import { cellLanguage, cellOf, codeAbove, notebookType } from "./typescript-notebook.js";

const selector: vscode.DocumentSelector = { notebookType, language: cellLanguage };

/** Completion, hover and parameter hints in cells, with what the cells above declare, whether they have run or not. */
export function registerLanguageProviders(engines: NotebookEngines): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      selector,
      { provideCompletionItems: (document, position) => complete(engines, document, position) },
      ".",
    ),
    vscode.languages.registerHoverProvider(selector, {
      provideHover: (document, position) => hover(engines, document, position),
    }),
    vscode.languages.registerSignatureHelpProvider(
      selector,
      { provideSignatureHelp: (document, position) => signatures(engines, document, position) },
      "(",
      ",",
    ),
  );
}

interface Place {
  readonly engine: NotebookEngine;
  readonly where: CodeInNotebook;
  readonly offset: number;
}

function placeIn(
  engines: NotebookEngines,
  document: vscode.TextDocument,
  position: vscode.Position,
): Place | undefined {
  // Looking up types reads the folder's packages; an untrusted folder is left alone.
  const cell = vscode.workspace.isTrusted ? cellOf(document) : undefined;
  return (
    cell && {
      engine: engines.answering(cell.notebook),
      where: { code: document.getText(), above: codeAbove(cell) },
      offset: document.offsetAt(position),
    }
  );
}

async function complete(
  engines: NotebookEngines,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[] | undefined> {
  const place = placeIn(engines, document, position);
  if (place === undefined) return undefined;
  const { start, end, entries } = await place.engine.complete(place.where, place.offset);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  return entries.map(({ name, kind, rank }) => {
    const item = new vscode.CompletionItem(name, kinds[kind] ?? vscode.CompletionItemKind.Variable);
    item.range = range;
    item.sortText = rank;
    return item;
  });
}

/** TypeScript's words for what a name is. */
const kinds: Readonly<Record<Completion["kind"], vscode.CompletionItemKind>> = {
  method: vscode.CompletionItemKind.Method,
  function: vscode.CompletionItemKind.Function,
  "local function": vscode.CompletionItemKind.Function,
  property: vscode.CompletionItemKind.Property,
  getter: vscode.CompletionItemKind.Property,
  setter: vscode.CompletionItemKind.Property,
  class: vscode.CompletionItemKind.Class,
  interface: vscode.CompletionItemKind.Interface,
  type: vscode.CompletionItemKind.Interface,
  enum: vscode.CompletionItemKind.Enum,
  module: vscode.CompletionItemKind.Module,
  keyword: vscode.CompletionItemKind.Keyword,
  const: vscode.CompletionItemKind.Constant,
};

async function hover(
  engines: NotebookEngines,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const place = placeIn(engines, document, position);
  const found = await place?.engine.hover(place.where, place.offset);
  if (found === undefined || found === null) return undefined;
  const text = new vscode.MarkdownString()
    .appendCodeblock(found.declaration, cellLanguage)
    .appendMarkdown(found.documentation);
  return new vscode.Hover(text, new vscode.Range(document.positionAt(found.start), document.positionAt(found.end)));
}

async function signatures(
  engines: NotebookEngines,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.SignatureHelp | undefined> {
  const place = placeIn(engines, document, position);
  const found = await place?.engine.signatures(place.where, place.offset);
  if (found === undefined || found === null) return undefined;
  const help = new vscode.SignatureHelp();
  help.activeSignature = found.active;
  help.activeParameter = found.activeParameter;
  help.signatures = found.signatures.map(({ label, documentation, parameters }) => {
    const signature = new vscode.SignatureInformation(label, new vscode.MarkdownString(documentation));
    signature.parameters = parameters.map(
      (each) => new vscode.ParameterInformation(each.label, new vscode.MarkdownString(each.documentation)),
    );
    return signature;
  });
  return help;
}
