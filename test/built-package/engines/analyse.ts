import { detect, detectors, open, readTable, scoresCsv } from "kpi-anomaly";

/** What runs on every engine: all scores of a file by all detectors, as the command line would write them. */
export async function scoresOf(csv: string): Promise<string> {
  const table = readTable(new TextEncoder().encode(csv));
  const every = Object.fromEntries(Object.keys(detectors).map((id) => [id, { enabled: true }]));
  return scoresCsv(await detect(table, { detectors: every }), table);
}

/** What is read of a file of any format, given in base64. */
export async function tableOf(base64: string): Promise<string> {
  const { table } = await open(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  const cells = table.columns.map((column) =>
    column.kind === "number" ? [...column.values] : [...column.codes].map((code) => column.dictionary[code]),
  );
  return JSON.stringify([table.columns.map(({ name }) => name), cells, table.time && [...table.time.values]]);
}
