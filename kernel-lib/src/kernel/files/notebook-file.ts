import { InputError } from "../../errors.js";
import type { CellError, CellOutput, MimeBundle } from "../notebook-engine.js";

/** An output as the file keeps it. See https://nbformat.readthedocs.io/en/latest/format_description.html */
export type NotebookOutput =
  | { output_type: "stream"; name: "stdout" | "stderr"; text: Text }
  | { output_type: "display_data"; data: Record<string, unknown>; metadata: object }
  | { output_type: "execute_result"; execution_count: number | null; data: Record<string, unknown>; metadata: object }
  | { output_type: "error"; ename: string; evalue: string; traceback: string[] };

/** Text in one piece or in lines. */
type Text = string | string[];

export interface NotebookCell {
  cell_type: "code" | "markdown" | "raw";
  source: Text;
  metadata: { readonly tags?: readonly string[] } & Record<string, unknown>;
  execution_count?: number | null;
  outputs?: NotebookOutput[];
  id?: string;
}

/** A notebook file (version 4); what is not named here is kept as it came. */
export interface NotebookFile {
  nbformat: 4;
  nbformat_minor: number;
  metadata: {
    readonly kernelspec?: { readonly name?: string; readonly language?: string };
    readonly language_info?: { readonly name?: string };
  } & Record<string, unknown>;
  cells: NotebookCell[];
}

/**
 * Reads the text of an .ipynb file.
 *
 * @throws InputError `bad_data` when it is no notebook of version 4 or its cells are not TypeScript.
 */
export function parseNotebook(text: string, name: string): NotebookFile {
  const file = parsed(text, name) as Partial<NotebookFile> | null;
  if (typeof file !== "object" || file === null || !Array.isArray(file.cells))
    throw new InputError("not_a_notebook", { file: name, reason: null });
  if (file.nbformat !== 4) throw new InputError("notebook_version", { file: name, version: String(file.nbformat) });
  const metadata = file.metadata ?? {};
  const language = metadata.kernelspec?.language ?? metadata.language_info?.name ?? "typescript";
  if (!/^(typescript|javascript|ts|js)$/i.test(language))
    throw new InputError("notebook_language", { file: name, language });
  return {
    ...file,
    nbformat: 4,
    nbformat_minor: file.nbformat_minor ?? 5,
    metadata,
    cells: file.cells.map((cell) => ({ ...cell, metadata: cell.metadata ?? {} })),
  };
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError("not_a_notebook", { file: name, reason: (error as Error).message });
  }
}

/** The text of the file, as Jupyter writes it: one space a level, a line break at the end. */
export function notebookText(notebook: NotebookFile): string {
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

/** Text of a cell or an output in one piece. */
export function wholeText(text: unknown): string {
  return Array.isArray(text) ? text.join("") : typeof text === "string" ? text : "";
}

/** Text in lines, as files keep it so that a change shows as few lines. */
export function lines(text: string): string[] {
  return text.split(/(?<=\n)/);
}

/** An output that a cell shows, as the file keeps it. `update` is for the file's reader to place. */
export function fileOutput(output: Exclude<CellOutput, { type: "update" | "clear" }>, count: number): NotebookOutput {
  if (output.type === "stream") return { output_type: "stream", name: output.name, text: lines(output.text) };
  if (output.type === "result")
    return { output_type: "execute_result", execution_count: count, data: fileBundle(output.data), metadata: {} };
  return { output_type: "display_data", data: fileBundle(output.data), metadata: {} };
}

/** An error as the file keeps it. */
export function fileError({ name, message, trace }: CellError): NotebookOutput {
  return { output_type: "error", ename: name, evalue: message, traceback: [...trace] };
}

export function fileBundle(data: MimeBundle): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([type, form]) => [
      type,
      typeof form === "string" && !type.startsWith("image/png") ? lines(form) : form,
    ]),
  );
}
