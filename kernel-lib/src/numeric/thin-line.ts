/**
 * Which points of a long line to draw so that it looks the same: the lowest and the highest of each of many equal
 * stretches, the points to keep, and the missing ones that break the line. Indexes ascend. O(n).
 *
 * @param keep 1 where a point must stay
 * @param most stretches are chosen so that about this many points remain besides those kept
 */
export function thinLine(values: Float64Array, keep: Uint8Array, most: number): Uint32Array {
  const count = values.length;
  if (count <= most) return Uint32Array.from({ length: count }, (_, index) => index);
  const chosen = new Uint8Array(count);
  const stretches = Math.max(1, Math.floor(most / 3));
  for (let stretch = 0; stretch < stretches; stretch++) {
    const end = Math.floor(((stretch + 1) * count) / stretches);
    let low = -1;
    let high = -1;
    let gap = -1;
    for (let i = Math.floor((stretch * count) / stretches); i < end; i++) {
      if (Number.isNaN(values[i])) gap = i;
      else {
        if (low < 0 || values[i] < values[low]) low = i;
        if (high < 0 || values[i] > values[high]) high = i;
      }
      if (keep[i]) chosen[i] = 1;
    }
    for (const index of [low, high, gap]) if (index >= 0) chosen[index] = 1;
  }
  chosen[0] = chosen[count - 1] = 1;
  return Uint32Array.from(chosen.keys()).filter((index) => chosen[index] === 1);
}
