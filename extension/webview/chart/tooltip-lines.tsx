import type { Results, SeriesWindow } from "../../shared/protocol/index.js";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { momentText, number } from "../../shared/words.js";
import { nameOf } from "./event-marks.js";
import { eventAt, knownEvents } from "./known-events.js";
import { timeWords } from "../state/model.js";

/** What is said of one point: when, how much, what was expected, and why when it is in an incident. */
export function tooltipLines(
  window: SeriesWindow,
  results: Results,
  point: number,
  digits: number,
): preact.ComponentChild[] | null {
  const place = window.point.indexOf(point);
  if (place < 0) return null;
  const incident = results.chosen.incidents.find((candidate) => candidate.start <= point && point <= candidate.end);
  const value = number(window.value[place], digits);
  const lines: preact.ComponentChild[] = [momentText(window.time[place], timeWords(results))];
  if (Number.isFinite(window.expectedAt[place])) {
    const range = Number.isFinite(window.lowerAt[place])
      ? ` (${t(terms.fromTo, number(window.lowerAt[place], digits), number(window.upperAt[place], digits))})`
      : "";
    lines.push(
      <>
        <b>{value}</b>, {t({ en: "expected {0}", de: "erwartet {0}" }, number(window.expectedAt[place], digits))}
        {range}
      </>,
    );
  } else lines.push(<b>{value}</b>);
  const usual = usualText(window, place, digits);
  if (usual) lines.push(<span class="dim">{usual}</span>);
  if (incident) lines.push(`${incident.rank}. ${incident.reason}`);
  const event = eventAt(knownEvents(results), window.time[place]);
  if (event) lines.push(t({ en: "Known event: {0}", de: "Bekanntes Ereignis: {0}" }, nameOf(event)));
  return lines;
}

/** What its neighbours let expect, where that says more than the expected value. */
function usualText(window: SeriesWindow, place: number, digits: number): string {
  const [at, low, high] = [window.usualAt, window.usualLowerAt, window.usualUpperAt].map((values) =>
    number(values[place], digits),
  );
  if (!Number.isFinite(window.usualAt[place]) || at === number(window.expectedAt[place], digits)) return "";
  return Number.isFinite(window.usualLowerAt[place])
    ? t({ en: "by its neighbours {0} ({1} to {2})", de: "nach den Nachbarn {0} ({1} bis {2})" }, at, low, high)
    : t({ en: "by its neighbours {0}", de: "nach den Nachbarn {0}" }, at);
}
