import type { Catalogue } from "../catalogue.js";
import { registerNames } from "./register-names.generated.js";

/** A title or summary of a register, or what an option is for; that of a detector of one's own as it is. */
export const name = (english: string): string => registerNames[english] ?? english;

const PERIODS: Readonly<Record<string, string>> = { day: "Tag", week: "Woche", month: "Monat", year: "Jahr" };

export const period: Catalogue["period"] = ({ label, rows }, write) =>
  rows === null ? (PERIODS[label] ?? label) : write.counted(rows, "Zeile", "Zeilen");

export const cadence: Catalogue["cadence"] = (label, write) =>
  write.rate(label) ?? (label === "irregular" ? "unregelmäßig" : label);
