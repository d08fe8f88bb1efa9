import type { Warning } from "../../table.js";
import { trimmedName } from "../numbers/plain-characters.js";

/** Names for all columns: as in the header, `column_3` where there is none, `name_2` for the second of a name. */
export function columnNames(
  header: readonly string[] | null,
  width: number,
): { readonly names: string[]; readonly unnamed: boolean[]; readonly warnings: Warning[] } {
  const names: string[] = [];
  const unnamed: boolean[] = [];
  const taken = new Set<string>();
  const next = new Map<string, number>();
  const repeated: { from: string; to: string }[] = [];
  for (let c = 0; c < width; c++) {
    const given = trimmedName(header?.[c] ?? "");
    unnamed.push(/^[\s,;|]*$/.test(given));
    const base = unnamed[c] ? `column_${c + 1}` : given;
    let name = base;
    // Thousands of columns may have one name.
    let n = next.get(base) ?? 2;
    while (taken.has(name)) name = `${base}_${n++}`;
    if (name !== base) next.set(base, n);
    if (name !== base) repeated.push({ from: base, to: name });
    taken.add(name);
    names.push(name);
  }
  const warnings: Warning[] = [];
  if (header === null)
    warnings.push({
      code: "no_header",
      facts: { columns: width },
    });
  if (repeated.length > 0)
    warnings.push({
      code: "duplicate_headers",
      facts: { renamed: repeated.slice(0, 5) },
      count: repeated.length,
    });
  return { names, unnamed, warnings };
}
