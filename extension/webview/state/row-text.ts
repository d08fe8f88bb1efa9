import type { IncidentFacts, Results } from "../../shared/protocol/index.js";
import { digitsFor, kindText, lastedText, monthText, number, offBy, spanText } from "../../shared/words.js";

/** All that the row of an incident shows, and the months it is in by their whole names, in small letters: what a filter looks at. */
export function rowText(incident: IncidentFacts, { chosen }: Pick<Results, "chosen">): string {
  const { told, actual, expected, rank, severity, kind, reason, verdict } = incident;
  const words = { dated: chosen.dated, step: chosen.cadence?.seconds ?? null, years: chosen.dated };
  const digits = digitsFor(chosen.decimals, actual);
  const detectors = (chosen.detectors ?? [])
    .filter(({ id }) => (incident.detectors ?? []).includes(id))
    .map(({ title }) => title);
  return [
    rank,
    severity,
    spanText(told.start, told.end, words),
    chosen.dated ? `${monthText(told.start)} ${monthText(told.end - 1)}` : "",
    kindText(kind),
    number(actual, digits),
    number(expected, digits),
    offBy(actual, expected, digits),
    lastedText(told.end - told.start, words),
    ...detectors,
    reason,
    verdict?.note ?? "",
  ]
    .join(" ")
    .toLowerCase();
}
