/** A run of lines that follow each other, both ends inclusive. */
export interface LineRun {
  readonly first: number;
  readonly last: number;
}

/** Lines in any order as runs, so that an incident of a day is one mark and not twenty-four. */
export function lineRuns(lines: Uint32Array): LineRun[] {
  const runs: { first: number; last: number }[] = [];
  for (const line of lines.slice().sort()) {
    const open = runs[runs.length - 1];
    if (open && line <= open.last + 1) open.last = line;
    else runs.push({ first: line, last: line });
  }
  return runs;
}
