const blocks = "▁▂▃▄▅▆▇█";

/** A series as a row of block characters, each the mean of an equal stretch; a space where nothing is known. O(n). */
export function sparkLine(values: Float64Array, width: number): string {
  const stretches = Math.min(width, values.length);
  const means = Array.from({ length: stretches }, (_, stretch) =>
    meanOf(
      values.subarray(
        Math.floor((stretch * values.length) / stretches),
        Math.floor(((stretch + 1) * values.length) / stretches),
      ),
    ),
  );
  const known = means.filter((value) => !Number.isNaN(value));
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return means
    .map((value) =>
      Number.isNaN(value) ? " " : blocks[high > low ? Math.min(7, Math.floor(((value - low) / (high - low)) * 8)) : 3],
    )
    .join("");
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  let known = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    sum += value;
    known++;
  }
  return sum / known;
}
