import type { Table } from "kpi-anomaly";
import type { FileFacts } from "../../../shared/protocol/index.js";

/** What the page says about the file: where it is from, how it is read, its columns. */
export function fileFacts(table: Table): FileFacts {
  const { file, encoding, delimiter, decimal, formats = [] } = table.source;
  return {
    name: file,
    records: table.records,
    encoding,
    delimiter,
    decimal,
    columns: table.columns.map(({ name, role }) => ({ name, role })),
    ...(formats.every((format) => format === "json") ? {} : { withoutLines: true as const }),
  };
}
