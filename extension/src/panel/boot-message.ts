import * as vscode from "vscode";
import type { HostMessage } from "../../shared/protocol/index.js";

/** The first message to a page: the language it speaks, and the file it is of; an empty text for none. */
export function bootMessage(uri: string): HostMessage {
  const translations = Object.fromEntries(
    Object.entries(vscode.l10n.bundle ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
  return { type: "boot", locale: vscode.env.language, translations, uri };
}
