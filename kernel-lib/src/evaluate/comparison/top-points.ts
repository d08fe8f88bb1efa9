/**
 * The k points with the highest scores, highest first; equal scores by position, NaN never.
 * Cost: O(n log n).
 */
export function topPoints(scores: Float64Array, k: number): Uint32Array {
  const known = Uint32Array.from(scores.keys()).filter((index) => !Number.isNaN(scores[index]));
  // Differences of infinite scores are NaN, so compare instead of subtracting.
  return known.sort((a, b) => (scores[a] === scores[b] ? a - b : scores[a] < scores[b] ? 1 : -1)).slice(0, k);
}

/** 1 at each of the given positions. */
export function flagsAt(positions: Uint32Array, length: number): Uint8Array {
  const flags = new Uint8Array(length);
  for (const position of positions) flags[position] = 1;
  return flags;
}
