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

/**
 * Seconds of a duration: `0:02:31`, `36:15:02`, `1 day, 02:00:00`, `PT2M31S`, `1h 30m`, `1:07.250`, `2 min 31 s`. NaN for other text, also
 * for one amount of one unit (`31 s`), which is a number with its unit.
 */
export function readDuration(text: string): number {
  if (text.length > 40) return NaN;
  const body = text.trim();
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
