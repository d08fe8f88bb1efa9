import type { LineIncident } from "../../shared/protocol/index.js";
import { t } from "../../shared/translate.js";
import { digitsFor, number, seriesText, spanText, type TimeWords } from "../../shared/words.js";

const timeWords = (incident: LineIncident): TimeWords => ({
  dated: incident.dated,
  step: incident.cadenceSeconds,
  years: true,
});

/** When it was: `Tue 15 Oct 2024, 16:00–20:00`. */
export function incidentWhen(incident: LineIncident): string {
  return spanText(incident.told.start, incident.told.end, timeWords(incident));
}

/** What was measured: `sales 400.0, expected 103.2`. */
export function incidentValue(incident: LineIncident): string {
  const name = seriesText(incident, incident.key);
  const digits = digitsFor(incident.decimals, incident.actual);
  const actual = `${name} ${number(incident.actual, digits)}`;
  return Number.isFinite(incident.expected)
    ? t({ en: "{0}, expected {1}", de: "{0}, erwartet {1}" }, actual, number(incident.expected, digits))
    : actual;
}

/** The incident with the numbers of one of its lines in place of its worst. */
export function atLine(incident: LineIncident, line: number): LineIncident {
  const place = incident.lines.indexOf(line);
  if (place < 0) return incident;
  return { ...incident, actual: incident.values[place], expected: incident.expecteds[place] };
}

/** The whole incident in one line. */
export function incidentLine(incident: LineIncident): string {
  return `${incidentValue(incident)}: ${incident.reason}`;
}
