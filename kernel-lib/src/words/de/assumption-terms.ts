import type { AssumptionFacts, KpiName } from "../../assumption.js";
import { rowsOf } from "../cycles.js";
import type { Writer } from "../writer.js";
import { EVERY, THE } from "./cycles.js";

export const PER = { hour: "Stunde", day: "Tag", week: "Woche", month: "Monat" } as const;

/** One period of time, and several after "in". */
export const PERIODS = {
  day: ["Tag", "Tagen"],
  week: ["Woche", "Wochen"],
  month: ["Monat", "Monaten"],
  year: ["Jahr", "Jahren"],
} as const;

export const MISSING_ENGINE = {
  webAssembly: "Hier gibt es kein WebAssembly",
  features: "WebAssembly kann hier weder SIMD noch geteilten Speicher",
  permission: "WebAssembly ist hier nicht erlaubt",
  memory: "Der Speicher reichte nicht für WebAssembly",
} as const;

export function seasons({ byHand, found, refused }: AssumptionFacts["seasons"], write: Writer): string {
  const one = (label: string): string => {
    const rows = rowsOf(label);
    return rows === null ? (EVERY[label] ?? label) : `alle ${write.count(rows)} Zeilen`;
  };
  const every = (labels: readonly string[]): string => write.list(labels.map(one));
  const several = found.length > 1;
  const of = (names: readonly KpiName[]): string => (several ? ` bei ${write.list(names.map(write.series))}` : "");
  const within = (labels: readonly string[]): string =>
    labels.length > 0 ? ` (das schließt ${write.list(labels.map((label) => THE[label] ?? label))} ein)` : "";
  const told = found.map(({ periods, contained, of: names }) =>
    periods.length === 0
      ? `kein wiederkehrendes Muster${of(names)}`
      : `${several ? "wiederholt sich " : ""}${every(periods)}${within(contained)}${of(names)}`,
  );
  if (byHand !== null)
    return `Die Saison ist von Hand gesetzt: ${byHand.length === 0 ? "keine" : `${every(byHand)}; verwendet: ${told.join("; ")}`}.`;
  const none = refused.length > 0 ? `; nicht gefunden: ${every(refused)}` : "";
  if (several) return `${told.join("; ").replace(/^./u, (first) => first.toUpperCase())}${none}.`;
  if (found[0].periods.length > 0) return `Wiederholt sich ${told[0]}${none}.`;
  return `Kein wiederkehrendes Muster${refused.length > 0 ? `, gesucht: ${every(refused)}` : ""}.`;
}
