/** Rows of a period that is told by them (`48 rows`); null for one with a name. */
export function rowsOf(label: string): number | null {
  const rows = /^(\d+) rows/.exec(label)?.[1];
  return rows === undefined ? null : Number(rows);
}
