import * as vscode from "vscode";
import type { Results, StoredVerdict, Verdict } from "./protocol.js";

/** `sales.csv` has its verdicts in `sales.csv.anomalies.json` beside it. */
export function sidecarUri(file: vscode.Uri): vscode.Uri {
  return file.with({ path: `${file.path}.anomalies.json` });
}

interface Sidecar {
  readonly version: 1;
  readonly verdicts: readonly StoredVerdict[];
}

const isStored = (value: unknown): value is StoredVerdict => {
  const raw = value as Partial<StoredVerdict> | null;
  return typeof raw?.kpi === "string" && typeof raw.series === "string" && typeof raw.start === "number" && typeof raw.end === "number" && typeof raw.note === "string" && (raw.verdict === null || raw.verdict === "expected" || raw.verdict === "real");
};

/** The verdicts kept beside a file; none when there is no sidecar or it is not one of ours. */
export async function storedVerdicts(file: vscode.Uri): Promise<readonly StoredVerdict[]> {
  if (file.scheme === "untitled") return [];
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(sidecarUri(file)));
    const sidecar = JSON.parse(text) as Partial<Sidecar> | null;
    return Array.isArray(sidecar?.verdicts) ? sidecar.verdicts.filter(isStored) : [];
  } catch {
    return [];
  }
}

/** Times are ISO in the file, so that a line of a diff can be read; rows stay numbers. */
export function sidecarText(verdicts: readonly StoredVerdict[]): string {
  const sorted = [...verdicts].sort((a, b) => a.kpi.localeCompare(b.kpi) || a.series.localeCompare(b.series) || a.start - b.start);
  return `${JSON.stringify({ version: 1, verdicts: sorted }, null, 2)}\n`;
}

/** Keeps what a person said of the incident around this point; an empty verdict without a note is forgotten. */
export async function storeVerdict(file: vscode.Uri, results: Results | null, point: number, verdict: Verdict): Promise<void> {
  const incident = results?.chosen.incidents.find((candidate) => candidate.start <= point && point <= candidate.end);
  if (!results || !incident || file.scheme === "untitled") return;
  const { kpi, series } = results.chosen;
  const others = (await storedVerdicts(file)).filter((kept) => kept.kpi !== kpi || kept.series !== series || kept.start >= incident.endTime || kept.end <= incident.startTime);
  const empty = verdict.verdict === null && verdict.note === "";
  const verdicts = empty ? others : [...others, { kpi, series, start: incident.startTime, end: incident.endTime, ...verdict }];
  if (verdicts.length) await vscode.workspace.fs.writeFile(sidecarUri(file), new TextEncoder().encode(sidecarText(verdicts)));
  else await vscode.workspace.fs.delete(sidecarUri(file));
}
