import type { Catalogue, CalendarWords } from "../catalogue.js";
import type { Writer } from "../writer.js";
import { MONTHS, weekdays } from "./grammar.js";

const EASTER: Readonly<Record<number, string>> = {
  [-3]: "Gründonnerstag",
  [-2]: "Karfreitag",
  0: "Ostersonntag",
  1: "Ostermontag",
  39: "Christi Himmelfahrt",
  49: "Pfingstsonntag",
  50: "Pfingstmontag",
  60: "Fronleichnam",
};

/** Tage nach einem Wochentag in der Zahl eines Datums. */
const AFTER = 10_000;

const hour = (place: number): string => `${String(place).padStart(2, "0")}:00`;
/** Das Modell zählt die Wochentage vom Montag an. */
const weekday = (fromMonday: number): string => weekdays[(fromMonday + 1) % 7];

const nthWeekday = (value: number): string =>
  `${Math.floor((value % 100) / 10) + 1}. ${weekday(value % 10)} im ${MONTHS[Math.floor(value / 100) - 1]}`;

/** Namen von Stellen im Kalender. */
export const calendar: CalendarWords = {
  place: (by, place) =>
    by === "hour" ? hour(place) : by === "weekday" ? weekdays[place].slice(0, 2) : MONTHS[place].slice(0, 3),
  at: (by, place) =>
    by === "hour" ? `um ${hour(place)} Uhr` : by === "weekday" ? `am ${weekdays[place]}` : `im ${MONTHS[place]}`,
  date: ({ key, value, names }) => {
    if (names) return names.de;
    const month = MONTHS[Math.floor(value / 100) - 1];
    const rest = value % 100;
    if (key === "fixed") return `${rest}. ${month}`;
    if (key === "nthWeekday") return nthWeekday(value);
    if (key === "afterWeekday") return `${value < 2 * AFTER ? "Tag" : "Montag"} nach dem ${nthWeekday(value % AFTER)}`;
    if (key === "lastWeekday") return `letzter ${weekday(rest)} im ${month}`;
    if (key === "easter") return EASTER[value] ?? `${Math.abs(value)} Tage ${value < 0 ? "vor" : "nach"} Ostern`;
    if (key === "week") return `${value + 1}. Woche des Jahres`;
    const day = key === "monthWorkday" ? "Werktag" : "Tag";
    return value > 0
      ? `${value}. ${day} des Monats`
      : `${["letzter", "vorletzter", "drittletzter"][-value - 1]} ${day} des Monats`;
  },
};

const KEPT = { level: "ein festes Niveau", trend: "ein gerader Trend" } as const;
/** A p-value as one writes it: never as 0. */
const chance = (p: number, write: Writer): string =>
  p < 0.001 ? `unter ${write.number(0.001)}` : write.number(Number(p.toFixed(p < 0.1 ? 3 : 2)));

function wanders(
  kept: boolean,
  { p, ruledOut }: { readonly p: number; readonly ruledOut: boolean },
  write: Writer,
): string {
  const test = `(ADF-Test, p ${chance(p, write)})`;
  if (ruledOut)
    return !kept ? `, die Werte kehren aber immer wieder zurück ${test}` : `, ein Wandern scheidet aus ${test}`;
  return !kept
    ? `, und für eine Rückkehr spricht nichts ${test}`
    : `, ein Wandern ist aber auch nicht auszuschließen ${test}`;
}

/** Was die Auswertungen eines Profils ergeben. */
export const insights: Catalogue["insights"] = {
  correlation: ({ first, second, value, beyond, pairs }, write) =>
    `Am engsten hängen ${first} und ${second} zusammen, und zwar ${value < 0 ? "gegenläufig" : "gleichläufig"} (Korrelation ${write.number(value)})${pairs === 1 ? "" : `; ${write.count(beyond)} von ${write.count(pairs)} Paaren liegen jenseits von 0,7`}.`,
  missing: ({ worst, kpis, of, together, rowsLacking, dated }, write) => {
    const rows =
      rowsLacking === 0
        ? ""
        : `${write.counted(rowsLacking, "Zeitpunkt hat", "Zeitpunkte haben")} gar keine Zeile in der Datei${worst === null ? "" : ". "}`;
    if (worst === null) return rows === "" ? "Kein Wert fehlt." : `Keine Zelle ist leer, aber ${rows}.`;
    const run =
      worst.longest > 1
        ? `, bis zu ${write.count(worst.longest)} in Folge ab ${dated ? write.when(worst.from) : `Zeile ${write.count(worst.from + 1)}`}`
        : "";
    const same = together.length > 1 ? `; ${write.list(together, 4)} fehlen in denselben Zeilen` : "";
    return `${rows}${write.count(kpis)} von ${write.counted(of, "KPI", "KPIs")} ${kpis === 1 ? "hat" : "haben"} Lücken, am meisten ${write.series(worst)}: ${write.wholePercent(worst.missing / worst.points)}${run}${same}.`;
  },
  "partial autocorrelation": ({ of, strongest, outside, lags }, write) =>
    strongest.length === 0
      ? `${write.series(of)}: Kein früherer Wert sagt etwas über einen späteren.`
      : `${write.series(of)} hängt am meisten am Wert ${write.list(strongest.map(({ lag, value }) => `${write.counted(lag, "Punkt", "Punkte")} zuvor (${write.number(Number(value.toFixed(2)))})`))}; ${write.count(outside)} von ${write.counted(lags, "Abstand", "Abständen")} liegen jenseits des Zufalls, der allein etwa ${write.count(Math.max(1, Math.round(lags / 20)))} füllt.`,
  stationarity: ({ of, verdict, withoutSeason, level, trend, wandering }, write) =>
    `Für ${write.series(of)}${withoutSeason ? " ohne Saison" : ""} ist ${
      verdict === "neither"
        ? `weder ${KEPT.level} noch ${KEPT.trend} haltbar (KPSS-Test, p höchstens ${write.number(Math.max(level, trend))})`
        : `${KEPT[verdict]} gut möglich (KPSS-Test, p ${(verdict === "level" ? level : trend) >= 0.1 ? "mindestens" : "etwa"} ${write.number(Number((verdict === "level" ? level : trend).toFixed(3)))})`
    }${wandering === null ? "" : wanders(verdict !== "neither", wandering, write)}. ${wandering === null ? "Er hält" : "Beide halten"} Niveauwechsel für Wandern; wenige Werte sagen wenig.`,
  calendar: ({ of, by, highest, lowest, high, low, apart }, write) =>
    write.number(high) === write.number(low)
      ? `${write.series(of)} hat ${{ hour: "zu jeder Stunde", weekday: "an jedem Wochentag", month: "in jedem Monat" }[by]} denselben Median (${write.number(low)}).`
      : `${write.series(of)} ist ${calendar.at(by, highest)} am höchsten (Median ${write.number(high)}) und ${calendar.at(by, lowest)} am niedrigsten (${write.number(low)}); die mittleren Hälften der beiden ${apart ? "berühren sich nicht einmal" : "überlappen sich"}.`,
  years: ({ of, year, before, by, places, mean, meanBefore, change }, write) =>
    `${write.series(of)} liegt ${year} ${
      change === null
        ? `im Mittel bei ${write.number(mean)}, ${before} bei ${write.number(meanBefore)}`
        : `${write.percent(Math.abs(change) * 100)} ${change < 0 ? "unter" : "über"} ${before}`
    }, verglichen über ${write.counted(places, by === "week" ? "Woche" : "Monat", by === "week" ? "Wochen" : "Monate")} beider Jahre.`,
  growth: ({ of, perYear, isShare, overall }, write) => {
    const lately = `${write.series(of)} ist zuletzt im Jahr um etwa ${isShare ? write.percent(Math.abs(perYear) * 100) : write.number(Number(Math.abs(perYear).toPrecision(2)))} ${perYear < 0 ? "gesunken" : "gewachsen"}`;
    if (overall === "none") return `${lately}; über die ganze Datei gibt es keinen Trend.`;
    return overall === (perYear < 0 ? "down" : "up")
      ? `${lately}.`
      : `${lately}; über die ganze Datei ${overall === "up" ? "steigt" : "fällt"} der Wert.`;
  },
  noise: ({ of, by, highest, lowest, high, low, isShare }, write) => {
    const size = (value: number): string =>
      isShare ? write.percent(value * 100) : write.number(Number(value.toPrecision(2)));
    return `${write.series(of)} streut ${calendar.at(by, highest)} am meisten (üblicherweise um ${size(high)} um das Erwartete) und ${calendar.at(by, lowest)} am wenigsten (um ${size(low)}).`;
  },
  "log scale": ({ of, times }, write) =>
    `${write.series(of)} ist logarithmisch gezeichnet: Der größte Wert ist das ${write.number(Number(times.toPrecision(2)))}-Fache des kleinsten, und die Änderungen sind Faktoren.`,
  changes: ({ of, lasting, temporary, largest, dated }, write) => {
    if (largest === null) return `${write.series(of)} zeigt keinen Niveauwechsel über den Zufall hinaus.`;
    const when = (time: number): string => (dated ? write.when(time) : `Zeile ${write.count(time + 1)}`);
    const counts = [
      ...(lasting > 0 ? [`${write.counted(lasting, "bleibenden Niveauwechsel", "bleibende Niveauwechsel")}`] : []),
      ...(temporary > 0 ? [`${write.counted(temporary, "vorübergehenden", "vorübergehende")}`] : []),
    ];
    return `${write.series(of)} hat ${write.list(counts)}; ${lasting + temporary === 1 ? "er führt" : "der größte führt"} von etwa ${write.number(largest.from)} auf ${write.number(largest.to)}, ${largest.until === null ? `um ${when(largest.time)}, und bleibt` : `von ${when(largest.time)} bis ${when(largest.until)}`}.`;
  },
  dates: ({ of, dates }, write) =>
    `${write.series(of)} weicht jedes Jahr ab: ${write.list(
      dates
        .slice(0, 3)
        .map(
          (date) =>
            `${calendar.date(date)} (${write.number(Number(Math.abs(date.effect).toFixed(1)))} Streuungen ${date.effect < 0 ? "darunter" : "darüber"}, ${write.count(date.years)}-mal gesehen)`,
        ),
    )}${dates.length > 3 ? ` und ${write.counted(dates.length - 3, "weiteres Datum", "weitere Daten")}` : ""}.`,
};
