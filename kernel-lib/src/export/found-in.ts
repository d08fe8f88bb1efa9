import { moments } from "../decide/across-series/shared-incidents.js";
import type { Report } from "../report.js";
import type { PhraseFacts } from "../words/subjects/documents.js";

/** What was found in a file, counted as panel and status bar count it: incidents of one series, moments of several. */
export function foundIn({ series, records }: Report): PhraseFacts["foundInSeries"] {
  const affected = series.filter(({ incidents }) => incidents.length > 0).length;
  const counted = series.length === 1 ? series[0].incidents.length : moments(series).length;
  return { moments: counted, affected, rows: records, series: series.length };
}
