/** Whether two figures hold the same, down to each number; no number equals itself. O(numbers in it). */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [left, right] = [a, b] as Readonly<Record<string, unknown>>[];
  if (ArrayBuffer.isView(a) || Array.isArray(a)) {
    const [one, other] = [a, b] as unknown as ArrayLike<unknown>[];
    if (one.length !== other.length) return false;
    for (let i = 0; i < one.length; i++) if (!same(one[i], other[i])) return false;
    return true;
  }
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && same(left[key], right[key]))
  );
}
