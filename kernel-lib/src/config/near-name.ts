/** The name that was perhaps meant by one that is not known: the same but for case, one that it begins, or one with up to two other letters. */
export function nearName(told: string, known: readonly string[]): string | null {
  const wanted = told.toLowerCase();
  const near = known.find((name) => {
    const lower = name.toLowerCase();
    return lower === wanted || lower.startsWith(wanted) || editDistance(lower, wanted) <= 2;
  });
  return near ?? null;
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}
