/** A stretch of points, both ends inclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Merges flagged points into stretches; points with at most `gap` unflagged points between them belong together. */
export function stretches(flags: Uint8Array, gap: number): Stretch[] {
  const found: { start: number; end: number }[] = [];
  for (let i = 0; i < flags.length; i++) {
    if (flags[i] === 0) continue;
    const last = found[found.length - 1];
    if (last && i - last.end - 1 <= gap) last.end = i;
    else found.push({ start: i, end: i });
  }
  return found;
}
