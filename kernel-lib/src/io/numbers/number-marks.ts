import { plainCharacters } from "./plain-characters.js";
import { readNumber } from "./number-text.js";

/** What stands beside a number: a power of ten, a unit, a note, or the side of an account. */
export type MarkKind = "scale" | "unit" | "note" | "side";

/** A number and what stands beside it. */
export interface MarkedNumber {
  /** The number's own text. */
  readonly core: string;
  readonly mark: string;
  readonly kind: MarkKind;
  /** What the number is multiplied with when all marks of the column are of this kind. */
  readonly factor: number;
  /** Units of one kind (`MiB`, `GiB`) are counted in their smallest; empty for a unit that is not known. */
  readonly base: string;
}

/** Words for powers of ten, and signs of one character. A lone `m` is no million: it is a metre as often. */
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  tsd: 1e3,
  тыс: 1e3,
  mn: 1e6,
  mio: 1e6,
  mln: 1e6,
  million: 1e6,
  millions: 1e6,
  млн: 1e6,
  bn: 1e9,
  mrd: 1e9,
  mld: 1e9,
  bln: 1e9,
  billion: 1e9,
  billions: 1e9,
  млрд: 1e9,
  tn: 1e12,
  trn: 1e12,
  trillion: 1e12,
  lakh: 1e5,
  lac: 1e5,
  crore: 1e7,
};

const LONE_SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  M: 1e6,
  B: 1e9,
  T: 1e12,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  만: 1e4,
  억: 1e8,
  億: 1e8,
  亿: 1e8,
  兆: 1e12,
  조: 1e12,
};

const PREFIXES: Readonly<Record<string, number>> = {
  "": 1,
  k: 1e3,
  K: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 1024,
  Mi: 1048576,
  Gi: 1073741824,
  Ti: 1099511627776,
  m: 1e-3,
  µ: 1e-6,
  μ: 1e-6,
  u: 1e-6,
  n: 1e-9,
  c: 1e-2,
  h: 1e2,
  d: 1e-1,
};
const BASES = "bit|B|byte|bytes|Wh|W|VA|var|Hz|V|A|Pa|J|g|m|l|L|s|mol|bar|bps|bit/s|B/s|b/s|eV|Ω|N|lm|lx|Sv|Bq";
const METRIC = new RegExp(`^(Ki|Mi|Gi|Ti|[kKMGTPmµμunchd]?)(${BASES})$`);
/** Units that take no prefix, and their size where several stand for one thing. */
const OTHER_UNITS: Readonly<Record<string, readonly [base: string, factor: number]>> = {
  "°C": ["°C", 1],
  "°F": ["°F", 1],
  "Deg C": ["°C", 1],
  "deg C": ["°C", 1],
  degC: ["°C", 1],
  "Deg F": ["°F", 1],
  "deg F": ["°F", 1],
  degF: ["°F", 1],
  "℃": ["°C", 1],
  "℉": ["°F", 1],
  sec: ["s", 1],
  secs: ["s", 1],
  seconds: ["s", 1],
  min: ["s", 60],
  mins: ["s", 60],
  minutes: ["s", 60],
  h: ["s", 3600],
  hr: ["s", 3600],
  hrs: ["s", 3600],
  hours: ["s", 3600],
  days: ["s", 86_400],
};
const SIMPLE_UNIT =
  /^(?:%|‰|pct|x|×|pp|bps|ppm|ppb|pcs\.?|pc|Stk\.?|Stück|units?|items?|rpm|dB|dBm|mph|kn|kt|ft|in|lbs?|oz|mi|yd|gal|psi|tons?|volts?|amps|watts?|degrees|deg|°|m[²³23]|km[²2]|ha|mg\/dl|mmHg|people|persons|users|visits|views|orders|calls|clicks|bpm|k?cal|steps|pts|points|px|rows|req|reqs|requests|sessions|hits|errors|events|jobs|tasks|tickets|cases|guests|pax|nights|downloads|installs|txns?|transactions|tonnes|kWp|hp|PS|dBA|NTU|pH|FTE|円|元|원|人|명|件|건|회|개|대|個|个|次|台|本|枚|名|szt\.?|ks|kom\.?|uds?\.?|pz\.?|чел\.?|บาท|ر\.?\s?س\.?|ريال|درهم|د\.إ\.?|ج\.م\.?|₺|TL|шт\.?|руб\.?|р\.|₽|грн\.?|zł|Kč|Ft|lei|лв\.?|din\.?|€|\$|£|¥|₹|¢|ct)$|^[A-Za-zµμ°€$%]{1,6}[²³23]?\s?(?:\/|per |p\. ?)\s?(?:[A-Za-z]{1,8}\^?[²³23]?)$/i;
const NOTE =
  /^(?:[*†‡§#¹²³⁴-⁹⁰ª-ºᵃ-ᶻ!?~^]{1,4}|[([](?:\d{1,2}|[a-z]{1,4}|\*+)[)\]]|[a-z]{1,2}|est\.?|prov\.?|prel\.?|rev\.?)$/i;
const SIDES: Readonly<Record<string, number>> = {
  cr: 1,
  dr: -1,
  "cr.": 1,
  "dr.": -1,
  h: 1,
  s: -1,
  c: 1,
  d: -1,
  haben: 1,
  soll: -1,
};
const BEFORE =
  /^(?:[~≈<>≤≥±]|ca\.?|c\.|approx\.?|about|Rs\.?|INR|SGD|HKD|TWD|THB|IDR|MYR|PHP|VND|KRW|AED|SAR|QAR|KWD|ILS|EGP|NGN|KES|ARS|CLP|COP|PEN|UYU|RON|BGN|HRK|RSD|ISK|UAH|KZT|PKR|LKR|BDT|BTC|ETH|Fr\.?|SFr\.?|euros?|dollars?|pounds?)\s?(?=[+-]?[\d.,])/i;

/** Arrows before or behind a number, and what it is then. */
const ARROWS: Readonly<Record<string, number>> = {
  "▲": 1,
  "△": 1,
  "↑": 1,
  "⬆": 1,
  "▴": 1,
  "▼": -1,
  "▽": -1,
  "↓": -1,
  "⬇": -1,
  "▾": -1,
};
const ARROW_BEFORE = /^([▲△↑⬆▴▼▽↓⬇▾])\ufe0f?\s*(?=[\d.,$€£¥])(.*)$/u;
const ARROW_BEHIND = /^([\d.,$€£¥][^▲△↑⬆▴▼▽↓⬇▾]*?)\s*([▲△↑⬆▴▼▽↓⬇▾])\ufe0f?$/u;
/** A number and how far it may be off. */
const UNCERTAIN = /^(.*?\d[^±]{0,8}?)\s?(±|\+\/-)\s?[\d.,]+(?:\s?[\p{L}%°]{1,6})?$/u;

/** Beside sums in rupees `Cr` is ten millions and `L` a hundred thousand. */
const RUPEES = /₹|\bRs\b|INR/;

/** What a share or a change adds in brackets: `120 (5.2%)`. */
const SHARE_BESIDE = /^(.*\d)\s*\(\s*[+\-−]?[\d.,]+\s?%\s*\)$/;

const SPLIT =
  /^([+\-−]?(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3}(?= ))?\s?[+\-−(]?[\d.,'’\s\u00a0\u2007\u2009\u202f]*\d[.,]?\)?(?:e[+-]?\d{1,3})?)\s*(\D.{0,23})$/iu;

/** A number with one mark beside it; null when there is none that is known, or no number. */
export function markedNumber(text: string): MarkedNumber | null {
  if (text.length > 60) return null;
  let body = plainCharacters(text).trim();
  const rupees = RUPEES.test(body);
  const before = BEFORE.exec(body);
  if (before) {
    body = body.slice(before[0].length);
    if (isNumber(body)) {
      const mark = before[0].trim();
      return {
        core: body,
        mark,
        kind: /\p{L}/u.test(mark) && !/^ca|^c\.|^ap|^ab/i.test(mark) ? "unit" : "note",
        factor: 1,
        base: "",
      };
    }
  }
  const arrow = arrowOf(body) ?? uncertainOf(body) ?? shareBeside(body);
  if (arrow) return arrow;
  const bracketed = /^\((\P{N}{0,5}\d.*\p{L}[^()]*)\)$/u.exec(body);
  if (bracketed) {
    const inner = markedNumber(bracketed[1]);
    return inner && isNumber(`(${inner.core})`) ? { ...inner, core: `(${inner.core})` } : null;
  }
  const match = SPLIT.exec(body);
  if (!match || !isNumber(match[1])) return null;
  const core = match[1];
  const mark = match[2].trim();
  const apart = match[0].length > match[1].length + match[2].length || /^\s/.test(match[2]);
  return (
    (rupees ? null : sideOf(core, mark)) ??
    scaleOf(core, mark, rupees) ??
    unitOf(core, mark) ??
    noteOf(core, mark, apart)
  );
}

function isNumber(text: string): boolean {
  return !Number.isNaN(readNumber(text, ".").value) || !Number.isNaN(readNumber(text, ",").value);
}

function arrowOf(body: string): MarkedNumber | null {
  const before = ARROW_BEFORE.exec(body);
  const behind = before ? null : ARROW_BEHIND.exec(body);
  const mark = before?.[1] ?? behind?.[2];
  const core = before?.[2] ?? behind?.[1] ?? "";
  return mark !== undefined && isNumber(core) ? { core, mark, kind: "side", factor: ARROWS[mark], base: "" } : null;
}

function uncertainOf(body: string): MarkedNumber | null {
  const [, core, mark] = UNCERTAIN.exec(body) ?? [];
  return core !== undefined && isNumber(core) ? { core, mark, kind: "note", factor: 1, base: "" } : null;
}

function shareBeside(body: string): MarkedNumber | null {
  const core = SHARE_BESIDE.exec(body)?.[1];
  return core !== undefined && isNumber(core) ? { core, mark: "(%)", kind: "note", factor: 1, base: "" } : null;
}

function sideOf(core: string, mark: string): MarkedNumber | null {
  const side = SIDES[mark.toLowerCase()];
  const plain = mark.length > 1 || mark === mark.toUpperCase();
  return side !== undefined && plain && mark.length !== 1 ? { core, mark, kind: "side", factor: side, base: "" } : null;
}

function scaleOf(core: string, mark: string, rupees: boolean): MarkedNumber | null {
  const word = mark
    .replace(/\.$/, "")
    .replace(/\s?(?:[$€£¥%円元원₩]|EUR|USD|CHF|GBP|JPY|KRW|CNY)$/, "")
    .replace(/\.$/, "");
  // Teuro, thousands of euros, is how German accounts are kept.
  if (/^T\s?(?:€|EUR|CHF)$/.test(mark)) return { core, mark, kind: "scale", factor: 1e3, base: "" };
  if (rupees && /^(?:crs?|l)$/i.test(word))
    return { core, mark, kind: "scale", factor: /^l$/i.test(word) ? 1e5 : 1e7, base: "" };
  const money = /\p{Sc}|[A-Z]{3}/u.test(core);
  // Behind a sum of money only: elsewhere these are millimetres.
  if (money && word === "MM") return { core, mark, kind: "scale", factor: 1e6, base: "" };
  // Small letters alone are notes (b, t) or metres, but behind a sum of money.
  const factor = word.length > 1 ? SCALES[word.toLowerCase()] : LONE_SCALES[money ? word.toUpperCase() : word];
  return factor === undefined ? null : { core, mark, kind: "scale", factor, base: "" };
}

function unitOf(core: string, mark: string): MarkedNumber | null {
  const metric = METRIC.exec(mark);
  if (metric) return { core, mark, kind: "unit", factor: PREFIXES[metric[1]], base: metric[2] };
  if (Object.hasOwn(OTHER_UNITS, mark)) {
    const [base, factor] = OTHER_UNITS[mark];
    return { core, mark, kind: "unit", factor, base };
  }
  return SIMPLE_UNIT.test(mark) ? { core, mark, kind: "unit", factor: 1, base: "" } : null;
}

function noteOf(core: string, mark: string, apart: boolean): MarkedNumber | null {
  // `12A` is a code, `12 p` a number with a note, `12 AM` midnight; a sign needs no space.
  const letters = /^[a-z]/i.test(mark);
  return NOTE.test(mark) && (!letters || apart) && !/^[ap]m$/i.test(mark)
    ? { core, mark, kind: "note", factor: 1, base: "" }
    : null;
}

/** What the marks of one column mean together. */
export interface ColumnMarks {
  /** The factor of each mark, NaN for one that does not belong. */
  readonly factors: readonly number[];
  readonly kind: MarkKind;
}

/** A mark with the number of cells that have it. */
export type CountedMark = MarkedNumber & { readonly cells: number };

/** Share of the cells whose mark may be foreign to the column. */
const FOREIGN = 0.1;

/**
 * Decides for a column what its marks mean. One unit is cut off; several of one kind (`MiB`, `GiB`) are counted in the
 * commonest; S and H, D and C are sides where every cell has one of both; other letters are notes. Null when the marks do not
 * belong together: the column is text.
 * @param plain cells without any mark
 */
export function columnMarks(marks: readonly CountedMark[], plain: number): ColumnMarks | null {
  if (marks.length === 0) return null;
  const sides = plain === 0 ? letterSides(marks) : null;
  if (sides) return { kind: "side", factors: sides };
  const counts = new Map<MarkKind, number>();
  for (const { kind, cells } of marks) counts.set(kind, (counts.get(kind) ?? 0) + cells);
  const kind = [...counts].sort((a, b) => b[1] - a[1])[0][0];
  const commonest = marks.reduce((best, mark) => (mark.kind === kind && mark.cells > best.cells ? mark : best), {
    ...marks[0],
    cells: -1,
  });
  const negative = lossTriangle(marks);
  const factors = marks.map((mark) => (mark.mark === negative ? -1 : factorOf(mark, kind, commonest)));
  const foreign = marks.reduce((sum, { cells }, i) => sum + (Number.isNaN(factors[i]) ? cells : 0), 0);
  const fitting = marks.reduce((sum, { cells }, i) => sum + (Number.isNaN(factors[i]) ? 0 : cells), plain);
  return foreign > (foreign + fitting) * FOREIGN ? null : { kind, factors };
}

/** NaN for a mark that has no place among the others: euros among dollars, metres among kilograms. */
function factorOf(mark: MarkedNumber, kind: MarkKind, commonest: MarkedNumber): number {
  if (mark.kind === "note") return 1;
  if (mark.kind !== kind) return NaN;
  if (kind !== "unit") return mark.factor;
  if (mark.mark === commonest.mark) return 1;
  return mark.base !== "" && mark.base === commonest.base ? mark.factor / commonest.factor : NaN;
}

/** Japanese accounts write losses with a triangle that points upwards; beside one that points downwards it means a rise. */
function lossTriangle(marks: readonly MarkedNumber[]): string | null {
  const arrows = new Set(marks.map(({ mark }) => mark).filter((mark) => Object.hasOwn(ARROWS, mark)));
  const [only] = arrows;
  return arrows.size === 1 && (only === "▲" || only === "△") ? only : null;
}

function letterSides(marks: readonly MarkedNumber[]): number[] | null {
  const letters = marks
    .map(({ mark }) => mark)
    .sort()
    .join();
  return letters === "H,S" || letters === "C,D" ? marks.map(({ mark }) => SIDES[mark.toLowerCase()]) : null;
}
