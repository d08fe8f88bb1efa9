import { plainCharacters } from "../numbers/plain-characters.js";
import { monthNamed, ZONE_OFFSETS } from "./date-names.js";
import { intervalStart } from "./interval-start.js";
import { WEEKDAY, WEEKDAY_BEHIND } from "./weekday-names.js";

/** Spaces of every kind made one, weekday in front and zone in words behind taken off. */
export interface TrimmedDate {
  readonly text: string;
  /** Minutes east of UTC that the zone's name stands for; null without one. */
  readonly offset: number | null;
}

/** Words for the halves of the day that other languages write before or behind the time. */
const MORNING = "오전|上午|午前|凌晨|清晨|早上|AM|a\\. ?m\\.|π\\.?μ\\.?|SA|ص|ព្រឹក|de\\.|öö";
const EVENING = "오후|下午|午後|晚上|傍晚|中午|PM|p\\. ?m\\.|μ\\.?μ\\.?|CH|م|ល្ងាច|du\\.|ös";
const HALF_BEFORE = new RegExp(
  `(?:^|\\s)(?:(${MORNING})|(${EVENING})) ?(\\d{1,2}(?::\\d{2}){0,2}(?:[.,]\\d+)?)$`,
  "iu",
);
const HALF_BEHIND = new RegExp(`(\\d{1,2}(?::\\d{2}){0,2}) ?(?:(${MORNING})|(${EVENING}))$`, "iu");

/** Words between a date and its time. */
const CLOCK_WORD =
  /(\d)\.?,? (?:klo|kl\.?|klokken|um|ore|at|alle|à|às|a las|a les|o|ob|la|в|о|у|kell|saat|pukul|jam|lúc|الساعة|ساعت|@) (?=\d{1,2}[:.]\d)/iu;

/** Words and marks around the time of day that say nothing new, or say it in another order. */
function plainTime(text: string): string {
  const whole = (hour: string, minute = "00"): string => `${hour.padStart(2, "0")}:${minute}`;
  let body = text
    // 20240131_083000 of file names and loggers; 08:30:00:250 with milliseconds.
    .replace(
      /^(\d{4})(\d\d)(\d\d)[_T-](\d\d)(\d\d)(\d\d)?$/,
      (_, year: string, month: string, day: string, hour: string, minute: string, second = "00") =>
        `${year}-${month}-${day} ${hour}:${minute}:${second}`,
    )
    .replace(/(\d\d:\d\d:\d\d):(\d{3})$/, "$1.$2")
    .replace(/^(\d{1,2}) ?([ap])\.?m\.?$/i, "$1:00 $2m")
    .replace(CLOCK_WORD, "$1 ")
    // 0.00.00 behind a year, as Finns and Indonesians write it; the time in front of the date, as in Vietnam.
    .replace(
      /(\d{4}),? (\d{1,2})\.(\d\d)(?:\.(\d\d))?$/,
      (_, year: string, hour: string, minute: string, second?: string) =>
        `${year} ${whole(hour, minute)}${second === undefined ? "" : `:${second}`}`,
    )
    .replace(/^(\d{1,2}:\d\d(?::\d\d)?),? (?=\d{1,4}[-./ ]|\p{L}+ .*\d{4}$)(.{6,})$/u, "$2 $1")
    // 2024-01-31-08.30.00.000000 and 31-JAN-24 08.30.00.000000 AM of databases.
    .replace(/^(\d{4}-\d\d-\d\d)-(\d\d)\.(\d\d)\.(\d\d)/, "$1 $2:$3:$4")
    .replace(/ (\d\d)\.(\d\d)\.(\d\d)(?:\.\d+)?(?= [AP]M$)/i, " $1:$2:$3")
    .replace(/ (?:GMT|UTC)([+-])(\d)(?=$|:)/, " $10$2")
    // Mon Jan  1 00:00:00 UTC 2024, as date(1) and the C library print it.
    .replace(/^(.*\S) (\d\d:\d\d:\d\d)( [A-Z]{1,5}| [+-]\d{4})? (\d{4})$/, "$1 $4 $2$3")
    .replace(
      /(\d{1,2}) ?[時시点點时] ?(?:(\d{1,2}) ?[分분])?(?: ?(\d{1,2}) ?[秒초])?$/,
      (_, hour: string, minute = "0", second = "0") =>
        [hour, minute, second].map((part: string) => part.padStart(2, "0")).join(":"),
    )
    .replace(
      /(^|[ ,T])(?![12]H\d\d$)(\d{1,2}) ?[hH] ?(\d{2})$/,
      (_, before: string, hour: string, minute: string) => before + whole(hour, minute),
    )
    .replace(/(:\d{2}) ?(?:Uhr|uur|hrs?\.?|hod\.?|h|óra|val|ч\.?)$/i, "$1")
    .replace(
      /(^|[ ,T])(\d{1,2}) ?(?:Uhr|uur|hrs|hod\.?|ч\.?|h)$/i,
      (_, before: string, hour: string) => before + whole(hour),
    );
  const half = HALF_BEFORE.exec(body);
  if (half) body = `${body.slice(0, half.index)} ${half[3]} ${half[1] ? "AM" : "PM"}`.trim();
  return body.replace(HALF_BEHIND, (_, time: string, morning?: string) => `${time} ${morning ? "AM" : "PM"}`);
}

/** Words for the day that a week, month or other period begins with. */
const FIRST_DAY =
  /^(?:(?:week|w|wk|month|period)(?:[ /]?(?:of|from|beginning|starting|commencing|begin|start|c|b))?|Woche (?:vom|ab)|KW ab|semaine du|semana del?|settimana del?|från|from|ab|vom|seit|du|del|since|as (?:of|at)|per|Stand|zum|am)[.:]? (?=(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{1,2}\.? \p{L}+,? \d{4}|\p{L}+ \d{1,2},? \d{4})\b)/iu;

/** Takes from a date's text what says nothing about the calendar day: spaces, weekday, zone in words, decorations, an interval's end. */
export function trimDate(text: string): TrimmedDate {
  let body = plainCharacters(intervalStart(text) ?? text)
    .replace(/[\s\u00a0\u2007\u202f]+/g, " ")
    .trim()
    .replace(/^=?["']|["']$/g, "")
    .replace(FIRST_DAY, "");
  body = body
    // 2024_01_31, 31 01 2024.
    .replace(/^(\d{4})_(\d\d)(?:_(\d\d))?(?=$|[ _T])/, (_, year: string, month: string, day?: string) =>
      [year, month, ...(day ? [day] : [])].join("-"),
    )
    // 2024-01-31_13-05-00 and 2024-01-31-13-05 of file names, 2024:01:31 of cameras.
    .replace(
      /^(\d{4}-\d\d-\d\d)[_-](\d\d)-(\d\d)(?:-(\d\d))?$/,
      (_, day: string, hour: string, minute: string, second = "00") => `${day} ${hour}:${minute}:${second}`,
    )
    .replace(/^(\d{4}):(\d\d):(\d\d)(?=$| )/, "$1-$2-$3")
    .replace(/^\\?\/Date\((-?\d{1,14})(?:[+-]\d{4})?\)\\?\/$/, (_, time: string) =>
      new Date(Number(time)).toISOString(),
    )
    .replace(/^(0\d|1[0-2]) (\d{4})$/, "$1/$2")
    .replace(/ ?ค\.ศ\. ?/, " ")
    .replace(/^(\d{1,2}) (\d{1,2}) (\d{4})(?=$| )/, "$1.$2.$3")
    .replace(/^(\d{4}) (\d{2}) (\d{2})(?=$| )/, "$1-$2-$3")
    .replace(/\s*(\[[\w/+-]+\]|\([^()]*\))$/, "")
    .replace(/\s*\(\p{L}{1,9}\.?\)(?=\s|$)/u, "")
    .replace(/(\d)\s?[*†‡¹²³]{1,3}$/, "$1")
    .replace(WEEKDAY, "")
    .replace(WEEKDAY_BEHIND, "")
    .replace(/^(\p{L}[\p{L}\p{M}-]*\.?), ?(?=[\d\p{L}])/u, (all, word: string) => (monthNamed(word) ? all : ""))
    .replace(/ (?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)\/[\w/+-]+$/, "")
    // Words for year and day: 2024 г., 2024 m. sausio 1 d., 2024. gada, 2024 ж.
    .replace(/(\d)\.? ?(?:г|р|року|год|года|ж|թ|m|gada?|g)\.?(?=,? |$)/u, "$1")
    .replace(/(\d) ?d\.$/, "$1")
    .replace(/日 ?(?:[月火水木金土日]曜日?|星期[一二三四五六日天]|[週周][一二三四五六日])(?= |$)/, "日"); // 31. 1. 2024, 2024. 01. 31., [2024-01-31 13:05]
  body = plainTime(
    body
      .replace(/(\d)\. (?=\d)/g, "$1.")
      .replace(/(\d)\.$/, "$1")
      .replace(/^\[(.*)\]$/, "$1"),
  );
  body = body.replace(/(\d)\. ?(?=\d{1,2}:)/, "$1 ");
  const zone = /^(.*\d(?: [AP]M)?)\s+([a-z]{3,4})$/i.exec(body);
  const offset = zone ? ZONE_OFFSETS.get(zone[2].toLowerCase()) : undefined;
  return offset === undefined ? { text: body, offset: null } : { text: zone![1], offset };
}
