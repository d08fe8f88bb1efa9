/** Rows of a period that is told by them (`48 rows`); null for one with a name. */
export function rowsOf(label: string): number | null {
  const rows = /^(\d+) rows/.exec(label)?.[1];
  return rows === undefined ? null : Number(rows);
}

/** Whether a period in use holds this one whole: a week is seven days, while neither months nor years are whole weeks. */
export function includedIn(label: string, inUse: readonly string[]): boolean {
  return label === "day" && inUse.includes("week");
}
