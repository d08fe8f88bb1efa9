import * as vscode from "vscode";
import type { HostMessage } from "../../shared/protocol/index.js";

/** The first message to a page: the language it speaks, and the file it is of; an empty text for none. */
export function bootMessage(uri: string): HostMessage {
  return { type: "boot", locale: vscode.env.language, uri };
}
