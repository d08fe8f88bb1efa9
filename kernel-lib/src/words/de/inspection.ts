import type { ColumnRole } from "../../table.js";
import { isOfColumns } from "../../io/formats/columns.js";
import type { Catalogue } from "../catalogue.js";

const ROLES: Readonly<Record<ColumnRole, string>> = {
  date: "Datum",
  kpi: "KPI",
  key: "Schlüssel",
  id: "Kennung",
  code: "Code",
  flag: "Ja/Nein",
  text: "Text",
  empty: "leer",
};

/** How a file was understood. */
export const inspection: Catalogue["inspection"] = (found, write) => [
  `${found.file}: ${write.count(found.records)} Zeilen, ${write.count(found.rows)} mit brauchbarem Datum.`,
  ...(found.formats
    ? [`Format: ${found.formats.join(" mit ")}${found.sheet === undefined ? "" : ` (${JSON.stringify(found.sheet)})`}.`]
    : []),
  ...(isOfColumns(found)
    ? []
    : [
        `Zeichenkodierung ${found.encoding}, Trennzeichen ${JSON.stringify(found.delimiter)}, Dezimalzeichen ${JSON.stringify(found.decimal)}, ${found.header ? "mit" : "ohne"} Kopfzeile.`,
      ]),
  found.date
    ? `Datum: ${found.date.columns.join(" + ")}, gelesen als ${found.date.format}.`
    : "Datum: keines; es zählt die Reihenfolge der Zeilen.",
  ...(found.cadence ? [`Takt: ${write.rate(found.cadence.label) ?? "unregelmäßig"}.`] : []),
  ...(found.key === null ? [] : [`Schlüssel: ${found.key}, eine Reihe je Wert.`]),
  `KPIs: ${found.kpis.join(", ")}.`,
  ...(found.other.length > 0
    ? [`Andere Spalten: ${found.other.map(({ name, role }) => `${name} (${ROLES[role]})`).join(", ")}.`]
    : []),
];
