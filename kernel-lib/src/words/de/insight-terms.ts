import type { Writer } from "../writer.js";

export const KEPT = { level: "ein festes Niveau", trend: "ein gerader Trend" } as const;

/** A p-value as one writes it: never as 0. */
export const chance = (p: number, write: Writer): string =>
  p < 0.001 ? `unter ${write.number(0.001)}` : write.number(Number(p.toFixed(p < 0.1 ? 3 : 2)));

export function wanders(
  kept: boolean,
  { p, ruledOut }: { readonly p: number; readonly ruledOut: boolean },
  write: Writer,
): string {
  const test = `(ADF-Test, p ${chance(p, write)})`;
  if (ruledOut)
    return !kept ? `, die Werte kehren aber immer wieder zurück ${test}` : `, ein Wandern scheidet aus ${test}`;
  return !kept
    ? `, und für eine Rückkehr spricht nichts ${test}`
    : `, ein Wandern ist aber auch nicht auszuschließen ${test}`;
}
