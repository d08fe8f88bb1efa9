import type { ShortParts } from "./duration-text.js";

/** How `4:35` and its like were read in one column. */
export interface ShortDurations {
  readonly readAs: ShortParts;
  /** Cells, names or the user say so; else only the size of the numbers does. */
  readonly sure: boolean;
  /** One of its cells. */
  readonly example: string;
}

/** What is known of a column of durations before its two parts are told apart. */
export interface DurationEvidence {
  /** What the user or the name of the column says. */
  readonly told: ShortParts | null;
  /** What units or forms of its cells say. */
  readonly written: ShortParts | null;
  /** Others are written in three parts, `1:02:10`. */
  readonly besideFull: boolean;
  /** Seconds of the longest, as hours and minutes. */
  readonly longest: number;
}

const AS_MINUTES = /\bmm?:ss\b|\bmin(?:utes?)?[:.]se?c/i;
const AS_HOURS = /\bhh?:mm\b(?!:)/i;
/** Names of what takes minutes, and of what takes hours. */
const OF_MINUTES =
  /\bpace\b|\bsplits?\b|\blaps?\b|\bmin(?:ute[ns]?|s)?\b|min\/|talk|handle|handling|hold|wait|queue|\bcalls?\b|session|view|watch|listen|visit|\bpage|track|song|wrap|engage|anruf|gespräch|warte|bearbeitung|sitzung|verweil|aufenthalt|runde/i;
const OF_HOURS =
  /\bhours?\b|\bhrs?\b|stunde|\bstd\b|arbeit|work|shift|overtime|sleep|schlaf|flight|flug|fahr|travel|trip|reise|trajet|drive|driving|journey|screen|gleit|soll|ist-?zeit|heures|horas|\bore\b|uptime|downtime|laufzeit|runtime|standzeit|rüst|sunshine|daylight|billable|charg|lade|absen|fehlzeit/i;
const DAY = 86_400;

/** What a name says that two parts are; null where it says nothing, or both. */
export function namedParts(name: string): ShortParts | null {
  if (AS_MINUTES.test(name)) return "minutes";
  if (AS_HOURS.test(name)) return "hours";
  const [minutes, hours] = [OF_MINUTES.test(name), OF_HOURS.test(name)];
  return minutes === hours ? null : minutes ? "minutes" : "hours";
}

/**
 * Minutes and seconds, or hours and minutes: what is told, what cells say, what stands beside them; and where nothing does,
 * numbers of 24 and more in front are minutes.
 */
export function shortParts({ told, written, besideFull, longest }: DurationEvidence): Omit<ShortDurations, "example"> {
  const said = written ?? told ?? (besideFull ? "minutes" : null);
  return said === null ? { readAs: longest >= DAY ? "minutes" : "hours", sure: false } : { readAs: said, sure: true };
}
