import type { KpiFacts, Results } from "../../shared/protocol/index.js";
import { seriesText } from "../../shared/words.js";

/** The entries of one KPI in the picker: itself, or its segments. */
export interface PickerGroup {
  readonly kpi: string;
  /** Whether the KPI's name stands above: it has segments. */
  readonly titled: boolean;
  /** By their place in `Results.kpis`. */
  readonly entries: readonly { readonly index: number; readonly series: string }[];
}

/** Worse first; what is set rather than measured after the measured ones with incidents. */
const order = (a: KpiFacts, b: KpiFacts): number => group(a) - group(b) || b.severity - a.severity;
const group = ({ incidents, stepped }: KpiFacts): number => (incidents === 0 ? 2 : Number(stepped));

/** KPIs as the picker lists them: all whose name holds every word of the search, worst first, segments under their KPI. */
export function pickerGroups({ kpis, key }: Pick<Results, "kpis" | "key">, search: string): PickerGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = kpis
    .map((facts, index) => ({ facts, index }))
    .filter(({ facts }) => {
      const name = seriesText(facts, key).toLowerCase();
      return words.every((word) => name.includes(word));
    })
    .sort((a, b) => order(a.facts, b.facts) || a.index - b.index);
  const groups = new Map<string, PickerGroup & { entries: { index: number; series: string }[] }>();
  for (const { facts, index } of found) {
    const { kpi, series } = facts;
    const known = groups.get(kpi) ?? { kpi, titled: series !== "", entries: [] };
    known.entries.push({ index, series });
    groups.set(kpi, known);
  }
  return [...groups.values()];
}
