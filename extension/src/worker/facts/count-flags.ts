const counted = new WeakMap<Uint8Array, number>();

/** How many are flagged; counted once, since a report is told many times while it grows. */
export function countFlags(flags: Uint8Array): number {
  const known = counted.get(flags);
  if (known !== undefined) return known;
  let count = 0;
  for (let i = 0; i < flags.length; i++) count += flags[i];
  counted.set(flags, count);
  return count;
}
