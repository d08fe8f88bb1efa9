import { isOfColumns } from "../../io/formats/columns.js";
import type { Catalogue } from "../catalogue.js";

/** How a file was understood. */
export const inspection: Catalogue["inspection"] = (found) => [
  `${found.file}: ${found.records} records, ${found.rows} with a usable date.`,
  ...(found.formats
    ? [
        `Format: ${found.formats.join(" with ")}${found.sheet === undefined ? "" : ` (${JSON.stringify(found.sheet)})`}.`,
      ]
    : []),
  ...(isOfColumns(found)
    ? []
    : [
        `Encoding ${found.encoding}, delimiter ${JSON.stringify(found.delimiter)}, decimal mark ${JSON.stringify(found.decimal)}, ${found.header ? "with" : "without"} a header.`,
      ]),
  found.date
    ? `Date: ${found.date.columns.join(" + ")}, read as ${found.date.format}.`
    : "Date: none; the record number stands in.",
  ...(found.cadence ? [`Cadence: ${found.cadence.label}.`] : []),
  ...(found.key === null ? [] : [`Key: ${found.key}, one series a value.`]),
  `KPIs: ${found.kpis.join(", ")}.`,
  ...(found.other.length > 0
    ? [`Other columns: ${found.other.map(({ name, role }) => `${name} (${role})`).join(", ")}.`]
    : []),
];
