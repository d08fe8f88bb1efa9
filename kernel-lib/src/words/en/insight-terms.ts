import type { Writer } from "../writer.js";

export const SAID_BY = { level: "a steady level", trend: "a straight trend" } as const;

/** A p-value as one writes it: never as 0. */
export const chance = (p: number, write: Writer): string =>
  p < 0.001 ? `below ${write.number(0.001)}` : write.number(Number(p.toFixed(p < 0.1 ? 3 : 2)));

export function wanders(
  kept: boolean,
  { p, ruledOut }: { readonly p: number; readonly ruledOut: boolean },
  write: Writer,
): string {
  const test = `(ADF test, p ${chance(p, write)})`;
  if (ruledOut) return !kept ? `, yet it keeps coming back ${test}` : `, and it does not wander ${test}`;
  return !kept
    ? `, and nothing says that it comes back ${test}`
    : `, but that it wanders cannot be ruled out either ${test}`;
}
