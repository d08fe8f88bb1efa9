import { useEffect, useRef } from "preact/hooks";
import type { FileRows } from "../../shared/protocol/index.js";
import { t } from "../../shared/translate.js";
import { number } from "../../shared/words.js";

/** The records around a row of a file that no editor can show; the row that was asked for is marked. */
export function FileRowsTable({ rows }: { readonly rows: FileRows }): preact.JSX.Element {
  const marked = useRef<HTMLTableRowElement>(null);
  useEffect(() => marked.current?.scrollIntoView?.({ block: "center" }), [rows]);
  return (
    <div class="block" data-testid="file-rows">
      <h2>{t({ en: "Row {0} of {1}", de: "Zeile {0} von {1}" }, number(rows.marked), number(rows.records))}</h2>
      <div class="scroll">
        <table aria-label={t({ en: "Rows of the file", de: "Zeilen der Datei" })}>
          <thead>
            <tr>
              <th scope="col" class="num">
                {t({ en: "Row", de: "Zeile" })}
              </th>
              {rows.names.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.rows.map(({ row, cells }) => (
              <tr
                key={row}
                class="row"
                aria-selected={row === rows.marked}
                {...(row === rows.marked ? { ref: marked, "data-testid": "marked-row" } : {})}
              >
                <th scope="row" class="num">
                  {number(row)}
                </th>
                {cells.map((cell, c) => (
                  <td key={rows.names[c]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
