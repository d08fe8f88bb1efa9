const CLOCK =
  /^([+-]?)(?:(\d{1,5})[ .]?(?:d|days?|Tage?|j|jours?)?[ .,]{1,2})?(\d{1,5}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?$/i;
/** `1:07.250`, as laps and calls are timed: the part before the colon is minutes. */
const LAP = /^([+-]?)(\d{1,4}):([0-5]\d)[.,](\d{1,9})$/;
const ISO = /^([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;
const PART = String.raw`(\d+(?:[.,]\d+)?) ?`;
const WORDS = new RegExp(
  `^([+-]?)(?:${PART}(?:d|days?|Tage?))?[ ,]*(?:${PART}(?:h|hr|hrs|hours?|Std\\.?|Stunden?))?[ ,]*(?:${PART}(?:m|min|mins|minutes?|Min\\.|Minuten?))?[ ,]*(?:${PART}(?:s|sec|secs|seconds?|Sek\\.?|Sekunden?))?$`,
  "i",
);

/** `5:10 /km`, `5:10 min/km`, `5'10"/km`: how long a length of the way takes. */
const OF_WAY =
  /^(.*\d["″”]?)\s?(?:min(?:ute[ns]?|s)?\.?\s?)?((?:\/|per |pro |je )\s?(?:km|mi|miles?|k|lap|\d{3,4} ?m))$/i;
const MINUTES_BEHIND = /^(.*\d)\s?(?:min|mins|minutes?|Minuten?|mm?:ss)\.?$/i;
const HOURS_BEHIND = /^(.*\d)\s?(?:h|hrs?|hours?|Std|Stunden?|hh?:mm|heures?|horas?|godz)\.?$/i;
const PRIMES = /^(\d{1,3})\s?['′’]\s?([0-5]\d)\s?(?:["″”]|''|′′)?$/;

/** What the two parts of `4:35` are: minutes and seconds, or hours and minutes. */
export type ShortParts = "minutes" | "hours";

/** A duration as it is written. */
export interface Duration {
  /** Its seconds; `4:35` counted as four hours and 35 minutes. */
  readonly seconds: number;
  /** Written as two parts alone, `4:35`. */
  readonly short: boolean;
  /** What its unit or its form says that two parts are; null where it says nothing. */
  readonly says: ShortParts | null;
  /** `/km` behind a pace; empty elsewhere. */
  readonly per: string;
}

/**
 * Seconds of a duration: `0:02:31`, `36:15:02`, `1 day, 02:00:00`, `PT2M31S`, `1h 30m`, `1:07.250`, `2 min 31 s`, `5:10 /km`. NaN for other
 * text, also for one amount of one unit (`31 s`), which is a number with its unit.
 */
export function readDuration(text: string): number {
  const found = durationOf(text);
  return found === null ? NaN : found.says === "minutes" && found.short ? found.seconds / 60 : found.seconds;
}

/** The same with how it is written; null for other text. */
export function durationOf(text: string): Duration | null {
  if (text.length > 40) return null;
  const body = text.trim();
  const [, way, per] = OF_WAY.exec(body) ?? [];
  if (way !== undefined) {
    const primes = PRIMES.exec(way);
    return written(
      primes ? `${primes[1]}:${primes[2]}` : way,
      "minutes",
      per.replace(/^(?:per|pro|je) /i, "/").replace(/\s/g, ""),
    );
  }
  const minutes = MINUTES_BEHIND.exec(body);
  if (minutes?.[1].includes(":")) return written(minutes[1], "minutes");
  const hours = HOURS_BEHIND.exec(body);
  if (hours?.[1].includes(":")) return written(hours[1], "hours");
  return written(body, null);
}

function written(body: string, says: ShortParts | null, per = ""): Duration | null {
  const seconds = secondsOf(body);
  if (Number.isNaN(seconds)) return null;
  const short = /^[+-]?\d{1,5}:\d{2}$/.test(body);
  return { seconds, short, says: says ?? (LAP.test(body) ? "minutes" : null), per };
}

function secondsOf(body: string): number {
  const clock = CLOCK.exec(body);
  if (clock) {
    const [, sign, days = "0", hours, minutes, seconds = "0", fraction = "0"] = clock;
    if (Number(minutes) > 59 || Number(seconds) > 59) return NaN;
    return signed(
      sign,
      ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(`${seconds}.${fraction}`),
    );
  }
  const lap = LAP.exec(body);
  if (lap) return signed(lap[1], Number(lap[2]) * 60 + Number(`${lap[3]}.${lap[4]}`));
  const iso = ISO.exec(body);
  if (iso && /\d/.test(body)) {
    const [weeks, days, hours, minutes, seconds] = iso.slice(2).map((part) => Number(part ?? 0));
    return signed(iso[1], (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds);
  }
  const words = WORDS.exec(body);
  if (!words || words.slice(2).filter((part) => part !== undefined).length < 2) return NaN;
  const [days, hours, minutes, seconds] = words.slice(2).map((part) => Number((part ?? "0").replace(",", ".")));
  return signed(words[1], ((days * 24 + hours) * 60 + minutes) * 60 + seconds);
}

function signed(sign: string, seconds: number): number {
  return sign === "-" ? -seconds : seconds;
}
