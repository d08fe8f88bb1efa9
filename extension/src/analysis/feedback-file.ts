import * as vscode from "vscode";
import { configurationLibrary } from "../configuration/configuration-file.js";
import { fileName } from "./file-source.js";
import type { Results, StoredVerdict, Feedback } from "../../shared/protocol/index.js";

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
  change: Partial<Feedback>,
): Promise<void> {
  const written = writing.then(() => store(file, results, point, change));
  writing = written.catch(() => undefined);
  return written;
}

async function store(
  file: vscode.Uri,
  results: Results | null,
  point: number,
  change: Partial<Feedback>,
): Promise<void> {
  const incident = results?.chosen.incidents.find((candidate) => candidate.start <= point && point <= candidate.end);
  if (!results || !incident || file.scheme === "untitled") return;
  const { kpi, series } = results.chosen;
  const before = await storedFeedback(file);
  const isOn = (kept: StoredVerdict): boolean =>
    kept.kpi === kpi && kept.series === series && kept.start < incident.endTime && kept.end > incident.startTime;
  const others = before.filter((kept) => !isOn(kept));
  const { verdict, note } = before.find(isOn) ?? { verdict: null, note: "" };
  const said: Feedback = { verdict, note, ...change };
  const empty = said.verdict === null && said.note === "";
  const verdicts = empty
    ? others
    : [...others, { kpi, series, start: incident.startTime, end: incident.endTime, ...said }];
  if (verdicts.length)
    await writeWhole(sidecarUri(file), configurationLibrary().feedbackText(verdicts, results.chosen.dated));
  else if (before.length) await vscode.workspace.fs.delete(sidecarUri(file));
}

/** Writes beside the file first: a disk that is full must not take with it what a person wrote. */
async function writeWhole(target: vscode.Uri, text: string): Promise<void> {
  const part = target.with({ path: `${target.path}.part` });
  await vscode.workspace.fs.writeFile(part, new TextEncoder().encode(text));
  await vscode.workspace.fs.rename(part, target, { overwrite: true });
}
