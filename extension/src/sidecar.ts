import * as vscode from "vscode";
import { configurationLibrary } from "./configuration/configuration-file.js";
import { fileName } from "./file-source.js";
import type { Results, StoredVerdict, Verdict } from "./protocol.js";

/** `sales.csv` has its verdicts in `sales.csv.anomalies.json` beside it. */
export function sidecarUri(file: vscode.Uri): vscode.Uri {
  return file.with({ path: `${file.path}.anomalies.json` });
}

/** The verdicts kept beside a file; none when there is no sidecar. @throws InputError when it is none of ours */
export async function storedVerdicts(file: vscode.Uri): Promise<readonly StoredVerdict[]> {
  if (file.scheme === "untitled") return [];
  const bytes = await vscode.workspace.fs.readFile(sidecarUri(file)).then((read) => read, () => null);
  return bytes ? configurationLibrary().parseVerdicts(new TextDecoder().decode(bytes)) : [];
}

/** The same for a run: one that cannot be read is told and does not stop the analysis. */
export async function verdictsForRun(file: vscode.Uri): Promise<readonly StoredVerdict[]> {
  try {
    return await storedVerdicts(file);
  } catch (error) {
    void vscode.window.showWarningMessage(`${fileName(sidecarUri(file))}: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

/** Keeps what a person said of the incident around this point; an empty verdict without a note is forgotten. @throws InputError rather than write over a file that is none of ours */
export async function storeVerdict(file: vscode.Uri, results: Results | null, point: number, verdict: Verdict): Promise<void> {
  const incident = results?.chosen.incidents.find((candidate) => candidate.start <= point && point <= candidate.end);
  if (!results || !incident || file.scheme === "untitled") return;
  const { kpi, series } = results.chosen;
  const others = (await storedVerdicts(file)).filter((kept) => kept.kpi !== kpi || kept.series !== series || kept.start >= incident.endTime || kept.end <= incident.startTime);
  const empty = verdict.verdict === null && verdict.note === "";
  const verdicts = empty ? others : [...others, { kpi, series, start: incident.startTime, end: incident.endTime, ...verdict }];
  if (verdicts.length) await vscode.workspace.fs.writeFile(sidecarUri(file), new TextEncoder().encode(configurationLibrary().verdictsText(verdicts, results.chosen.dated)));
  else await vscode.workspace.fs.delete(sidecarUri(file));
}
