import { typescript } from "./typescript.js";
import type { CellProblem, Completions, Hover, Signatures } from "../notebook-engine.js";
import type { CompletionInfo, Diagnostic } from "tslab/dist/converter.js";

type Part = typescript.SymbolDisplayPart;

/** tslab's converter puts this before every cell. */
const prefix = "export {};\n";

const text = (parts: readonly Part[] | undefined): string => (parts ?? []).map((part) => part.text).join("");

/** Completions with the kind and rank that TypeScript gives each. */
export function completionsOf({ start, end, candidates, original }: CompletionInfo): Completions {
  const known = new Map((original?.entries ?? []).map((entry) => [entry.name, entry]));
  return {
    start,
    end,
    entries: candidates.map((name, index) => ({
      name,
      kind: known.get(name)?.kind ?? "",
      rank: String(index).padStart(6, "0"),
    })),
  };
}

export function hoverOf(info: typescript.QuickInfo | undefined): Hover | null {
  if (info === undefined) return null;
  const { start, length } = info.textSpan;
  return {
    start,
    end: start + length,
    declaration: text(info.displayParts),
    documentation: documentation(info.documentation, info.tags),
  };
}

/** Doc comment as markdown: the sentences, then one line a tag. */
function documentation(sentences: readonly Part[] | undefined, tags: readonly typescript.JSDocTagInfo[] = []): string {
  return [text(sentences), ...tags.map(({ name, text: parts }) => `*@${name}* ${text(parts)}`.trimEnd())]
    .filter((line) => line !== "")
    .join("\n\n");
}

/** The service behind signature help is not part of tslab's converter; it is asked directly about the program the converter holds. */
interface SignatureService {
  readonly SignatureHelp: {
    getSignatureHelpItems(
      program: typescript.Program,
      file: typescript.SourceFile,
      position: number,
      reason: undefined,
      token: object,
    ): typescript.SignatureHelpItems | undefined;
  };
}

export function signaturesAt(
  program: typescript.Program,
  file: typescript.SourceFile,
  offset: number,
): Signatures | null {
  const token = { isCancellationRequested: () => false, throwIfCancellationRequested: () => {} };
  const help = (typescript as unknown as SignatureService).SignatureHelp.getSignatureHelpItems(
    program,
    file,
    offset + prefix.length,
    undefined,
    token,
  );
  if (help === undefined) return null;
  return {
    active: help.selectedItemIndex,
    activeParameter: help.argumentIndex,
    signatures: help.items.map((item) => ({
      label:
        text(item.prefixDisplayParts) +
        item.parameters.map((each) => text(each.displayParts)).join(text(item.separatorDisplayParts)) +
        text(item.suffixDisplayParts),
      documentation: documentation(
        item.documentation,
        item.tags.filter((tag) => tag.name !== "param"),
      ),
      parameters: item.parameters.map((each) => ({
        label: text(each.displayParts),
        documentation: text(each.documentation),
      })),
    })),
  };
}

/** Compiler messages with their places inside the code. A chain of messages about one place becomes one. */
export function problemsOf(diagnostics: readonly Diagnostic[], code: string): CellProblem[] {
  const problems: CellProblem[] = [];
  const lines = code.split("\n");
  const inside = ({ line, character }: Diagnostic["start"]): CellProblem["start"] =>
    line >= lines.length
      ? { line: lines.length - 1, character: lines[lines.length - 1].length }
      : { line: Math.max(0, line), character: Math.max(0, character) };
  let previous: Diagnostic | undefined;
  for (const each of diagnostics) {
    const message =
      each.fileName === undefined ? each.messageText : `${each.fileName}:${each.start.line + 1}: ${each.messageText}`;
    const last = problems.at(-1);
    if (last !== undefined && previous?.start.offset === each.start.offset && previous.end.offset === each.end.offset)
      problems[problems.length - 1] = { ...last, message: `${last.message}\n  ${message}` };
    else
      problems.push(
        each.fileName === undefined
          ? { start: inside(each.start), end: inside(each.end), message, code: each.code }
          : { start: { line: 0, character: 0 }, end: { line: 0, character: 0 }, message, code: each.code },
      );
    previous = each;
  }
  return problems;
}
