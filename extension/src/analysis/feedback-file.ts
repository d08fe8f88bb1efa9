import { randomUUID } from "node:crypto";
import * as vscode from "vscode";
import { configurationLibrary } from "../configuration/configuration-file.js";
import { fileName } from "./file-source.js";
import type { FeedbackChange, Results, StoredVerdict } from "../../shared/protocol/index.js";
import { changedFeedback } from "./changed-feedback.js";
import { replaceFile } from "./replace-file.js";

/** `sales.csv` has its verdicts in `sales.csv.anomalies.json` beside it. */
export function sidecarUri(file: vscode.Uri): vscode.Uri {
  return file.with({ path: `${file.path}.anomalies.json` });
}

/** The verdicts kept beside a file; none when there is no sidecar. @throws Error when it cannot be read or is none of ours */
export async function storedFeedback(file: vscode.Uri): Promise<readonly StoredVerdict[]> {
  if (file.scheme === "untitled") return [];
  try {
    return configurationLibrary().parseFeedback(
      new TextDecoder().decode(await vscode.workspace.fs.readFile(sidecarUri(file))),
    );
  } catch (error) {
    // Only this one means that there are none: what cannot be read now must not be written over.
    if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") return [];
    throw error;
  }
}

/** The same for a run: one that cannot be read is told and does not stop the analysis. */
export async function feedbackForRun(file: vscode.Uri): Promise<readonly StoredVerdict[]> {
  try {
    return await storedFeedback(file);
  } catch (error) {
    void vscode.window.showWarningMessage(
      `${fileName(sidecarUri(file))}: ${error instanceof Error ? error.message : String(error)}`,
    );
    return [];
  }
}

let writing: Promise<unknown> = Promise.resolve();

/** Changes what a person said of the incident around this point, one change after another; an empty verdict without a note is forgotten. @throws Error rather than write over a file that is none of ours */
export function storeFeedback(
  file: vscode.Uri,
  results: Results | null,
  point: number,
  change: FeedbackChange,
): Promise<void> {
  const written = writing.then(() => store(file, results, point, change));
  writing = written.catch(() => undefined);
  return written;
}

async function store(file: vscode.Uri, results: Results | null, point: number, change: FeedbackChange): Promise<void> {
  const incident = results?.chosen.incidents.find((candidate) => candidate.start <= point && point <= candidate.end);
  if (!results || !incident || file.scheme === "untitled") return;
  const { kpi, series } = results.chosen;
  const before = await storedFeedback(file);
  const place = { kpi, series, start: incident.startTime, end: incident.endTime };
  const verdicts = changedFeedback(before, place, change);
  if (verdicts.length)
    await writeWhole(sidecarUri(file), configurationLibrary().feedbackText(verdicts, results.chosen.dated));
  else if (before.length) await vscode.workspace.fs.delete(sidecarUri(file));
}

/** Whole or not at all; of files that are on no disk VS Code takes care. */
async function writeWhole(target: vscode.Uri, text: string): Promise<void> {
  if (target.scheme === "file") {
    await replaceFile(target.fsPath, text);
    return;
  }
  const part = target.with({ path: `${target.path}.${randomUUID()}.part` });
  await vscode.workspace.fs.writeFile(part, new TextEncoder().encode(text));
  await vscode.workspace.fs.rename(part, target, { overwrite: true });
}
