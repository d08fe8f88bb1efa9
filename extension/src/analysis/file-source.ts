import { open, stat } from "node:fs/promises";
import * as vscode from "vscode";
import type { FileData, Problem } from "../../shared/protocol/index.js";
import { t } from "../../shared/translate.js";

/** The file as it stands now, unsaved changes included. */
export interface FileContent extends Pick<FileData, "bytes" | "path"> {
  /** The document's version when it came from an editor, else null. */
  readonly version: number | null;
}

/** A place as other code may name it: a Uri, its text, or a path. */
export function asUri(place: vscode.Uri | string): vscode.Uri {
  if (typeof place !== "string") return place;
  return /^[a-z][\w+.-]+:/i.test(place) ? vscode.Uri.parse(place) : vscode.Uri.file(place);
}

/** The last part of the path: what a person calls the file. */
export function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1) || uri.toString();
}

/** The open document of a file, when VS Code has one (it has none above 50 MB). */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

/** Bytes from which on a file on disk is read where it is analysed, and how many of them show what is in it where that fails. */
const largeFile = 20_000_000;
const excerptBytes = 1_000_000;

/**
 * Text of a dirty or untitled editor, else the bytes on disk (so the encoding is the file's own, at any size). Of a large file on
 * disk only the first ones, with its path: the analysis reads it piece by piece.
 */
export async function readContent(uri: vscode.Uri): Promise<FileContent> {
  const document = openDocument(uri);
  if (document && (document.isDirty || document.isUntitled)) {
    return { bytes: new TextEncoder().encode(document.getText()), version: document.version };
  }
  const version = document?.version ?? null;
  const head = uri.scheme === "file" ? await headOfLarge(uri.fsPath) : null;
  if (head) return { bytes: head, path: uri.fsPath, version };
  return { bytes: await vscode.workspace.fs.readFile(uri), version };
}

/** The first bytes of a large file; null for any other, and for one that cannot be read, of which VS Code says why. */
async function headOfLarge(path: string): Promise<Uint8Array | null> {
  try {
    // Asked before it is opened: who writes into a pipe would take its end for the end of the reader.
    const facts = await stat(path);
    if (!facts.isFile() || facts.size < largeFile) return null;
    const file = await open(path);
    try {
      const head = new Uint8Array(excerptBytes);
      const { bytesRead } = await file.read(head, 0, head.length, 0);
      return bytesRead === head.length ? head : null;
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

/** Why a file could not be read, in a sentence for the page. */
export function readProblem(uri: vscode.Uri, error: unknown): Problem {
  const gone = error instanceof vscode.FileSystemError && error.code === "FileNotFound";
  const name = fileName(uri);
  return gone
    ? {
        code: "file_deleted",
        message: t({ en: 'The file "{0}" is no longer there.', de: 'Die Datei "{0}" ist nicht mehr da.' }, name),
        hint: t({
          en: "Put it back and run again, or open another file.",
          de: "Legen Sie sie zurück und starten Sie erneut, oder öffnen Sie eine andere Datei.",
        }),
      }
    : {
        code: "file_not_found",
        message: t(
          { en: 'The file "{0}" could not be read: {1}', de: 'Die Datei "{0}" konnte nicht gelesen werden: {1}' },
          name,
          error instanceof Error ? error.message : String(error),
        ),
        hint: t({
          en: "Check that you may read it, then run again.",
          de: "Prüfen Sie, ob Sie die Datei lesen dürfen, und starten Sie erneut.",
        }),
      };
}
