import { detect, detectors, readTable, scoresCsv } from "kpi-anomaly";

/** What runs on every engine: all scores of a file by all detectors, as the command line would write them. */
export async function scoresOf(csv: string): Promise<string> {
  const table = readTable(new TextEncoder().encode(csv));
  const every = Object.fromEntries(Object.keys(detectors).map((id) => [id, { enabled: true }]));
  return scoresCsv(await detect(table, { detectors: every }), table);
}
