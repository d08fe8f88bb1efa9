import type { Distance, IncidentSentences, ToldIncident } from "../catalogue.js";
import { stepOf, type TimeUnit } from "../cadences.js";
import { heldFinite } from "../../numeric/scaling/usual-size.js";
import { farOnBothSides } from "../subjects/incident-sides.js";
import type { Writer } from "../writer.js";
import { unitsDative, weekdays } from "./grammar.js";

/** Warum ein Vorfall einer ist. */
export const incidents: IncidentSentences = {
  spike: (told, write) => offByMuch(told, write),
  dip: (told, write) => offByMuch(told, write),
  "level shift": (told, write) => newLevel(told, write),
  "trend break": (told, write) =>
    `Entfernt sich vom Erwarteten: bis zu ${distance(told, write)} ${side(told)} ${instead(told, write)}.`,
  "variance burst": (told, write) => {
    const { sides, late, decimals } = told;
    if (late !== null) return offInTime(late, told, write);
    if (sides === null) return "Ungewöhnlich unruhig.";
    const far = (part: Distance): string => by(part, decimals, write);
    return `Ungewöhnlich unruhig: zwischen ${far(sides.above)} über und ${far(sides.below)} unter dem erwarteten Wert.`;
  },
  "flat line": ({ still, length, cadence, decimals }, write) => {
    const lasting = write.length(length, cadence) ?? `${length} ${cadence === "" ? "Zeilen" : "Werte"}`;
    if (still.otherZeros !== undefined) {
      const others = write.length(still.otherZeros, cadence) ?? `${write.count(still.otherZeros)} hintereinander`;
      return `${lasting} lang nur 0, ${still.otherZeros < length ? `sonst höchstens ${others}` : "länger als üblich"}.`;
    }
    const step = stepOf(cadence);
    const each = decimals === 0 && still.isFlow !== false && step?.count === 1 ? ` ${PER[step.unit]}` : "";
    const differs = still.aside === true || Math.abs(still.value - still.expected) > 0.05 * Math.abs(still.expected);
    const usual = differs
      ? `üblich sind etwa ${write.about(still.expected, still.value, decimals)}${each}`
      : "üblich sind Schwankungen";
    return `Steht ${lasting} lang auf ${write.amount(still.value, decimals)}; ${usual}.`;
  },
  missing: ({ missing, length, cadence, scale }, write) => {
    if (missing === null) return length === 1 ? "Der Wert fehlt." : `${write.count(length)} Werte fehlen.`;
    const rate = write.rate(cadence);
    if (cadence === "")
      return `Keine Werte in ${write.counted(missing.periods, "Zeile", "Zeilen")}; üblich ist einer in jeder Zeile.`;
    const usual = rate === null ? "" : `; üblich ist einer ${rate}`;
    if (!missing.inside)
      return `Keine Werte zwischen ${write.moment(missing.from, scale)} und ${write.moment(missing.to, scale)}${usual}.`;
    return `${missing.from === missing.to ? "Kein Wert" : "Keine Werte"} ${write.span(missing.from, missing.to, scale)}${usual}.`;
  },
  "pattern break": (told, write) => brokenPattern(told, write),
  voted: ({ actual, middleHalf, decimals }, write) => {
    if (!middleHalf) return `${write.amount(actual, decimals)} ist ungewöhnlich.`;
    const { low, high, votes, voters } = middleHalf;
    const place = actual > high ? "über" : actual < low ? "unter" : "in";
    return `${write.amount(actual, decimals)}, ${place} der mittleren Hälfte aller Werte (${write.amount(low, decimals)} bis ${write.amount(high, decimals)}); ${votes} von ${voters} ${voters === 1 ? "Detektor schlägt" : "Detektoren schlagen"} an.`;
  },
};

const PER: Readonly<Record<TimeUnit, string>> = {
  millisecond: "je Millisekunde",
  second: "je Sekunde",
  minute: "je Minute",
  hour: "je Stunde",
  day: "am Tag",
  "working day": "je Arbeitstag",
  week: "je Woche",
  month: "im Monat",
  quarter: "im Quartal",
  "half year": "im Halbjahr",
  year: "im Jahr",
};

function offByMuch(told: ToldIncident, write: Writer): string {
  if (Number.isNaN(told.deviation)) return brokenPattern(told, write);
  if (told.isUsual && told.rank > 20)
    return `${write.amount(told.actual, told.decimals)} liegt im üblichen Bereich (erwartet etwa ${write.about(told.expected, told.actual, told.decimals)})${told.related ? "." : ", aber der Verlauf ringsum ist ungewöhnlich."}`;
  const both = farOnBothSides(told);
  if (both)
    return `Zwischen ${by(both.above, told.decimals, write)} über und ${by(both.below, told.decimals, write)} unter dem erwarteten Wert.`;
  const usual = told.weekday === null ? "dem erwarteten Wert" : `einem üblichen ${weekdays[told.weekday]}`;
  return `${distance(told, write)} ${told.deviation < 0 ? "unter" : "über"} ${usual} ${instead(told, write)}${rarity(told, write)}`;
}

function newLevel(told: ToldIncident, write: Writer): string {
  const { level, scale, decimals } = told;
  if (!level) return offByMuch(told, write);
  const up = level.after > level.before;
  const far = by({ amount: Math.abs(heldFinite(level.after - level.before)), percent: level.percent }, decimals, write);
  const rounded = [write.about(level.after, level.before, decimals), write.about(level.before, level.after, decimals)];
  const [since, before] = rounded[0] === rounded[1] ? write.apart(level.after, level.before) : rounded;
  const values = `(etwa ${since} statt ${before})`;
  const { onset = told.from, passage, madeUp } = level;
  const when = passage ? write.span(passage.from, passage.to, scale) : write.at(onset, scale);
  const how = up ? `${passage ? "Anstieg" : "Sprung"} auf ein höheres` : "Abfall auf ein niedrigeres";
  const amount = `${far} ${up ? "mehr" : "weniger"} ${values}`;
  return level.stayed
    ? `${how} Niveau ${when}: ${madeUp === undefined ? `seither ${amount}` : `${amount}; die Hälfte davon war bis ${write.moment(madeUp, scale)} wieder wettgemacht`}.`
    : `Auf anderem Niveau ${write.span(told.from, told.to, scale)}: ${far} ${up ? "mehr" : "weniger"} ${values}.`;
}

/** Ein ganzer Verlauf, der zu früh oder zu spät kam. */
function offInTime(late: number, { cadence }: ToldIncident, write: Writer): string {
  const rows = Math.abs(late);
  const far = write.length(rows, cadence) ?? write.counted(rows, "Zeile", "Zeilen");
  return `Der übliche Verlauf kam etwa ${far} zu ${late > 0 ? "spät" : "früh"}.`;
}

function brokenPattern(told: ToldIncident, write: Writer): string {
  if (Number.isNaN(told.deviation)) return "Ungewöhnlicher Verlauf; es gibt nichts zum Vergleichen.";
  if (told.late !== null) return offInTime(told.late, told, write);
  if (told.missingPeak !== null) return `Das übliche Tagesmuster fehlt: keine Spitze ${partOfDay(told.missingPeak)}.`;
  if (told.rank > 20) {
    const pattern = PATTERNS[told.cycle];
    return pattern === undefined
      ? "Folgt nicht dem üblichen Verlauf."
      : `Folgt nicht dem üblichen ${pattern}verlauf: höchstens ${distance(told, write)} ${side(told)} ${instead(told, write)}.`;
  }
  return `Abseits des üblichen Verlaufs: ${distance(told, write)} ${side(told)} ${instead(told, write)}${rarity(told, write)}`;
}

const PATTERNS: Readonly<Record<string, string>> = { day: "Tages", week: "Wochen", month: "Monats", year: "Jahres" };

function partOfDay(hour: number): string {
  if (hour < 5 || hour >= 23) return "in der Nacht";
  if (hour < 11) return "am Morgen";
  return hour < 14 ? "am Mittag" : hour < 18 ? "am Nachmittag" : "am Abend";
}

/** `88 %`, oder der Betrag, wo ein Prozentsatz in die Irre führt. */
function distance({ deviation, percent, decimals }: ToldIncident, write: Writer): string {
  return by({ amount: Math.abs(deviation), percent }, decimals, write);
}

/** Ein Betrag, wie ihn die Spalte schreibt, es sei denn, davon bliebe nichts. */
function by({ amount, percent }: Distance, decimals: number, write: Writer): string {
  if (percent !== null) return write.percent(percent);
  const told = write.amount(amount, decimals);
  return /[1-9]/.test(told) ? told : write.number(amount);
}

function side({ deviation }: ToldIncident): string {
  return `${deviation < 0 ? "unter" : "über"} dem erwarteten Wert`;
}

function instead({ actual, expected, decimals }: ToldIncident, write: Writer): string {
  return `(${write.amount(actual, decimals)} statt etwa ${write.about(expected, actual, decimals)})`;
}

function rarity({ rank, of, cadence, rhythm, cycle }: ToldIncident, write: Writer): string {
  const step = stepOf(cadence);
  const units = cadence === "" ? "Zeilen" : step?.count === 1 ? unitsDative[step.unit] : "Werten";
  if (!Number.isFinite(rank)) return ".";
  if (rank <= 1) return `, die größte Abweichung in ${write.count(of)} ${units}.`;
  if (rank <= 20) return `. Nur ${write.count(rank)} von ${write.count(of)} ${units} wichen so weit ab.`;
  if (cycle === "") return ", außerhalb des üblichen Bereichs.";
  const place =
    cycle === "week"
      ? rhythm === "days"
        ? "für diesen Wochentag"
        : "für diese Stunde der Woche"
      : cycle === "day"
        ? "für diese Tageszeit"
        : cycle === "year"
          ? "für diese Zeit des Jahres"
          : "an dieser Stelle";
  return `, ungewöhnlich ${place}.`;
}
