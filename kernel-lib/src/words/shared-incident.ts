import type { SharedIncident } from "../decide/across-series/shared-incidents.js";
import type { Language } from "./language.js";
import { speechOf } from "./speech.js";

/**
 * What one moment in several KPIs is, in one sentence: `At the same time: revenue (down) and orders (down).`
 *
 * @example
 * for (const shared of sharedIncidents(report.series)) console.log(sharedText(shared));
 */
export function sharedText({ members, cadence }: SharedIncident, language?: Language): string {
  const { words, write } = speechOf(language);
  return words.shared({ cadence, members }, write);
}
