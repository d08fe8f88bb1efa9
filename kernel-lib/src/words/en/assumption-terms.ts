import type { AssumptionFacts, KpiName } from "../../assumption.js";
import { rowsOf } from "../cycles.js";
import type { Writer } from "../writer.js";

export const MISSING_ENGINE = {
  webAssembly: "There is no WebAssembly here",
  features: "WebAssembly has no SIMD or no shared memory here",
  permission: "WebAssembly is not allowed here",
  memory: "There was not enough memory for WebAssembly",
} as const;

/** Names of periods after "every". */
export function period(label: string, write: Writer): string {
  const rows = rowsOf(label);
  return rows === null ? label : `${write.count(rows)} rows`;
}

export function seasons({ byHand, found, refused }: AssumptionFacts["seasons"], write: Writer): string {
  const every = (labels: readonly string[]): string =>
    write.list(labels.map((label) => `every ${period(label, write)}`));
  const several = found.length > 1;
  const of = (names: readonly KpiName[]): string => (several ? ` in ${write.list(names.map(write.series))}` : "");
  const within = (labels: readonly string[]): string =>
    labels.length > 0 ? ` (which includes the ${write.list(labels.map((label) => period(label, write)))})` : "";
  const told = found.map(({ periods, contained, of: names }) =>
    periods.length === 0
      ? `no repeating pattern${of(names)}`
      : `${several ? "repeats " : ""}${every(periods)}${within(contained)}${of(names)}`,
  );
  if (byHand !== null)
    return `The season is set by hand: ${byHand.length === 0 ? "none" : write.list(byHand.map((label) => every([label])))}${byHand.length === 0 ? "" : `; in use: ${told.join("; ")}`}.`;
  const none = refused.length > 0 ? `; nothing repeats ${every(refused)}` : "";
  if (several) return `${capital(told.join("; "))}${none}.`;
  if (found[0].periods.length > 0) return `Repeats ${told[0]}${none}.`;
  return `No repeating pattern${refused.length > 0 ? `: looked for ${every(refused)}` : ""}.`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
