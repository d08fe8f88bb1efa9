import type { InEveryLanguage } from "./in-every-language.js";
import type { Catalogue } from "../catalogue.js";
import { calendar as englishCalendar, inSentence } from "../en/calendar.js";
import { calendar as germanCalendar } from "../de/calendar.js";
import * as english from "../en/insight-terms.js";
import * as german from "../de/insight-terms.js";

/** Learnt dates that a sentence names, and those of them of which it says how far; of more it says how many. */
const MOST_DATES = 8;
const MOST_MEASURED = 2;

/** What the analyses of a profile come to. */
export const insights: InEveryLanguage<Catalogue["insights"]> = {
  correlation: {
    en: ({ first, second, value, beyond, pairs }, write) =>
      `${first} and ${second} move ${value < 0 ? "against each other" : "together"} most closely (correlation ${write.number(value)})${pairs === 1 ? "" : `; ${beyond === 0 ? "none" : write.count(beyond)} of ${write.count(pairs)} pairs ${beyond < 2 ? "is" : "are"} beyond 0.7`}.`,
    de: ({ first, second, value, beyond, pairs }, write) =>
      `Am engsten hängen ${first} und ${second} zusammen, und zwar ${value < 0 ? "gegenläufig" : "gleichläufig"} (Korrelation ${write.number(value)})${pairs === 1 ? "" : `; ${write.count(beyond)} von ${write.count(pairs)} Paaren liegen jenseits von 0,7`}.`,
  },
  missing: {
    en: ({ worst, kpis, of, together, rowsLacking, dated, cadence }, write) => {
      const rows =
        rowsLacking === 0
          ? ""
          : `${write.counted(rowsLacking, "moment has", "moments have")} no row at all in the file${worst === null ? "" : ". "}`;
      if (worst === null) return rows === "" ? "No value is missing." : `No cell is empty, but ${rows}.`;
      const run =
        worst.longest > 1
          ? `, up to ${write.count(worst.longest)} in a row from ${dated ? write.when(worst.from, cadence) : `row ${write.count(worst.from + 1)}`} on`
          : "";
      const same = together.length > 1 ? `; ${write.list(together, 4)} are missing in the same rows` : "";
      return `${rows}${write.counted(kpis, "KPI", "KPIs")} of ${write.count(of)} ${kpis === 1 ? "misses" : "miss"} values, most of all ${write.series(worst)}: ${write.wholePercent(worst.missing / worst.points)}${run}${same}.`;
    },
    de: ({ worst, kpis, of, together, rowsLacking, dated, cadence }, write) => {
      const rows =
        rowsLacking === 0
          ? ""
          : `${write.counted(rowsLacking, "Zeitpunkt hat", "Zeitpunkte haben")} gar keine Zeile in der Datei${worst === null ? "" : ". "}`;
      if (worst === null) return rows === "" ? "Kein Wert fehlt." : `Keine Zelle ist leer, aber ${rows}.`;
      const run =
        worst.longest > 1
          ? `, bis zu ${write.count(worst.longest)} in Folge ab ${dated ? write.when(worst.from, cadence) : `Zeile ${write.count(worst.from + 1)}`}`
          : "";
      const same = together.length > 1 ? `; ${write.list(together, 4)} fehlen in denselben Zeilen` : "";
      return `${rows}${write.count(kpis)} von ${write.counted(of, "KPI", "KPIs")} ${kpis === 1 ? "hat" : "haben"} Lücken, am meisten ${write.series(worst)}: ${write.wholePercent(worst.missing / worst.points)}${run}${same}.`;
    },
  },
  "partial autocorrelation": {
    en: ({ of, strongest, outside, lags }, write) =>
      strongest.length === 0
        ? `${write.series(of)}: no earlier point tells anything about a later one.`
        : `${write.series(of)} depends most on the value ${write.list(strongest.map(({ lag, value }) => `${write.counted(lag, "point", "points")} earlier (${write.number(Number(value.toFixed(2)))})`))}; ${write.count(outside)} of ${write.count(lags)} lags ${outside === 1 ? "lies" : "lie"} beyond chance, which alone fills about ${write.count(Math.max(1, Math.round(lags / 20)))}.`,
    de: ({ of, strongest, outside, lags }, write) =>
      strongest.length === 0
        ? `${write.series(of)}: Kein früherer Wert sagt etwas über einen späteren.`
        : `${write.series(of)} hängt am meisten am Wert ${write.list(strongest.map(({ lag, value }) => `${write.counted(lag, "Punkt", "Punkte")} zuvor (${write.number(Number(value.toFixed(2)))})`))}; ${write.count(outside)} von ${write.counted(lags, "Abstand", "Abständen")} liegen jenseits des Zufalls, der allein etwa ${write.count(Math.max(1, Math.round(lags / 20)))} füllt.`,
  },
  stationarity: {
    en: ({ of, verdict, withoutSeason, level, trend, wandering }, write) =>
      `${write.series(of)}${withoutSeason ? ", without its season," : ""} ${
        verdict === "neither"
          ? `keeps to neither ${english.SAID_BY.level} nor ${english.SAID_BY.trend} (KPSS test, p at most ${write.number(Math.max(level, trend))})`
          : `can well be ${english.SAID_BY[verdict]} (KPSS test, p ${(verdict === "level" ? level : trend) >= 0.1 ? "at least" : "about"} ${write.number(Number((verdict === "level" ? level : trend).toFixed(3)))})`
      }${wandering === null ? "" : english.wanders(verdict !== "neither", wandering, write)}. Changes of level look like wandering to ${wandering === null ? "this test" : "both tests"}, and few values tell little.`,
    de: ({ of, verdict, withoutSeason, level, trend, wandering }, write) =>
      `Für ${write.series(of)}${withoutSeason ? " ohne Saison" : ""} ist ${
        verdict === "neither"
          ? `weder ${german.KEPT.level} noch ${german.KEPT.trend} haltbar (KPSS-Test, p höchstens ${write.number(Math.max(level, trend))})`
          : `${german.KEPT[verdict]} gut möglich (KPSS-Test, p ${(verdict === "level" ? level : trend) >= 0.1 ? "mindestens" : "etwa"} ${write.number(Number((verdict === "level" ? level : trend).toFixed(3)))})`
      }${wandering === null ? "" : german.wanders(verdict !== "neither", wandering, write)}. ${wandering === null ? "Er hält" : "Beide halten"} Niveauwechsel für Wandern; wenige Werte sagen wenig.`,
  },
  calendar: {
    en: ({ of, by, highest, lowest, high, low, apart }, write) =>
      write.number(high) === write.number(low)
        ? `${write.series(of)} has the same median ${{ hour: "at every hour", weekday: "on every weekday", month: "in every month" }[by]} (${write.number(low)}).`
        : `${write.series(of)} is highest ${englishCalendar.at(by, highest)} (median ${write.number(high)}) and lowest ${englishCalendar.at(by, lowest)} (${write.number(low)}); ${apart ? "the middle halves of the two do not even touch" : "the middle halves of the two overlap"}.`,
    de: ({ of, by, highest, lowest, high, low, apart }, write) =>
      write.number(high) === write.number(low)
        ? `${write.series(of)} hat ${{ hour: "zu jeder Stunde", weekday: "an jedem Wochentag", month: "in jedem Monat" }[by]} denselben Median (${write.number(low)}).`
        : `${write.series(of)} ist ${germanCalendar.at(by, highest)} am höchsten (Median ${write.number(high)}) und ${germanCalendar.at(by, lowest)} am niedrigsten (${write.number(low)}); die mittleren Hälften der beiden ${apart ? "berühren sich nicht einmal" : "überlappen sich"}.`,
  },
  years: {
    en: ({ of, year, before, by, places, mean, meanBefore, change }, write) =>
      `${write.series(of)}: ${year} is ${
        change === null
          ? `at ${write.number(mean)} on average where ${before} was at ${write.number(meanBefore)}`
          : `${write.percent(Math.abs(change) * 100)} ${change < 0 ? "below" : "above"} ${before}`
      }, over the ${places === 1 ? by : `${write.count(places)} ${by}s`} that both have.`,
    de: ({ of, year, before, by, places, mean, meanBefore, change }, write) =>
      `${write.series(of)} liegt ${year} ${
        change === null
          ? `im Mittel bei ${write.number(mean)}, ${before} bei ${write.number(meanBefore)}`
          : `${write.percent(Math.abs(change) * 100)} ${change < 0 ? "unter" : "über"} ${before}`
      }, verglichen über ${write.counted(places, by === "week" ? "Woche" : "Monat", by === "week" ? "Wochen" : "Monate")} beider Jahre.`,
  },
  growth: {
    en: ({ of, perYear, isShare, overall }, write) => {
      const lately = `${write.series(of)} ${perYear < 0 ? "has lately fallen" : "has lately grown"} by about ${isShare ? write.percent(Math.abs(perYear) * 100) : write.number(Number(Math.abs(perYear).toPrecision(2)))} a year`;
      if (overall === "none") return `${lately}; the file as a whole neither rises nor falls.`;
      return overall === (perYear < 0 ? "down" : "up")
        ? `${lately}.`
        : `${lately}; the file as a whole ${overall === "up" ? "rises" : "falls"}.`;
    },
    de: ({ of, perYear, isShare, overall }, write) => {
      const lately = `${write.series(of)} ist zuletzt im Jahr um etwa ${isShare ? write.percent(Math.abs(perYear) * 100) : write.number(Number(Math.abs(perYear).toPrecision(2)))} ${perYear < 0 ? "gesunken" : "gewachsen"}`;
      if (overall === "none") return `${lately}; über die ganze Datei gibt es keinen Trend.`;
      return overall === (perYear < 0 ? "down" : "up")
        ? `${lately}.`
        : `${lately}; über die ganze Datei ${overall === "up" ? "steigt" : "fällt"} der Wert.`;
    },
  },
  noise: {
    en: ({ of, by, highest, lowest, high, low, isShare }, write) => {
      const size = (value: number): string =>
        isShare ? write.percent(value * 100) : write.number(Number(value.toPrecision(2)));
      return `${write.series(of)} scatters most ${englishCalendar.at(by, highest)} (usually by ${size(high)} about what is expected) and least ${englishCalendar.at(by, lowest)} (by ${size(low)}).`;
    },
    de: ({ of, by, highest, lowest, high, low, isShare }, write) => {
      const size = (value: number): string =>
        isShare ? write.percent(value * 100) : write.number(Number(value.toPrecision(2)));
      return `${write.series(of)} streut ${germanCalendar.at(by, highest)} am meisten (üblicherweise um ${size(high)} um das Erwartete) und ${germanCalendar.at(by, lowest)} am wenigsten (um ${size(low)}).`;
    },
  },
  "log scale": {
    en: ({ of, times }, write) =>
      `${write.series(of)} is drawn on a logarithmic scale: its largest value is ${write.number(Number(times.toPrecision(2)))} times its smallest, and it changes in factors.`,
    de: ({ of, times }, write) =>
      `${write.series(of)} ist logarithmisch gezeichnet: Der größte Wert ist das ${write.number(Number(times.toPrecision(2)))}-Fache des kleinsten, und die Änderungen sind Faktoren.`,
  },
  changes: {
    en: ({ of, lasting, temporary, largest, dated, cadence }, write) => {
      if (largest === null) return `${write.series(of)} shows no change of level beyond chance.`;
      const when = (time: number): string => (dated ? write.when(time, cadence) : `row ${write.count(time + 1)}`);
      const around = (time: number): string => (dated ? write.around(time, cadence) : `around ${when(time)}`);
      const counts = [
        ...(lasting > 0 ? [`${write.counted(lasting, "lasting change", "lasting changes")} of level`] : []),
        ...(temporary > 0 && lasting > 0 ? [`${write.count(temporary)} that went back`] : []),
        ...(temporary > 0 && lasting === 0
          ? [`${write.counted(temporary, "change", "changes")} of level that went back`]
          : []),
      ];
      const { time, until, passage, madeUp } = largest;
      const [from, to] = write.apart(largest.from, largest.to);
      const kept = madeUp === undefined ? " and stays" : `; half of that is made up for by ${when(madeUp)}`;
      const came = passage ? `from ${when(passage.from)} to ${when(passage.to)}` : around(time);
      return `${write.series(of)} has ${write.list(counts)}; ${lasting + temporary === 1 ? "it goes" : "the largest goes"} from about ${from} to ${to} ${until === null ? `${came}${kept}` : `from ${when(time)} to ${when(until)}`}.`;
    },
    de: ({ of, lasting, temporary, largest, dated, cadence }, write) => {
      if (largest === null) return `${write.series(of)} zeigt keinen Niveauwechsel über den Zufall hinaus.`;
      const when = (time: number): string => (dated ? write.when(time, cadence) : `Zeile ${write.count(time + 1)}`);
      const around = (time: number): string => (dated ? write.around(time, cadence) : `um ${when(time)}`);
      const counts = [
        ...(lasting > 0 ? [`${write.counted(lasting, "bleibenden Niveauwechsel", "bleibende Niveauwechsel")}`] : []),
        ...(temporary > 0
          ? [`${write.counted(temporary, "vorübergehenden", "vorübergehende")}${lasting > 0 ? "" : " Niveauwechsel"}`]
          : []),
      ];
      const { time, until, passage, madeUp } = largest;
      const [from, to] = write.apart(largest.from, largest.to);
      const kept = madeUp === undefined ? ", und bleibt" : `; die Hälfte davon ist bis ${when(madeUp)} wettgemacht`;
      const came = passage ? `von ${when(passage.from)} bis ${when(passage.to)}` : around(time);
      return `${write.series(of)} hat ${write.list(counts)}; ${lasting + temporary === 1 ? "er führt" : "der größte führt"} von etwa ${from} auf ${to}, ${until === null ? `${came}${kept}` : `von ${when(time)} bis ${when(until)}`}.`;
    },
  },
  dates: {
    en: ({ of, dates }, write) =>
      `${write.series(of)} differs each year on ${write.list(
        dates
          .slice(0, MOST_MEASURED)
          .map(
            (date) =>
              `${inSentence(date)} (${write.number(Number(Math.abs(date.effect).toFixed(1)))} usual deviations ${date.effect < 0 ? "below" : "above"}, seen ${write.counted(date.years, "time", "times")})`,
          ),
      )}${
        dates.length > MOST_MEASURED
          ? `; less far on ${write.list(dates.slice(MOST_MEASURED, MOST_DATES).map((date) => inSentence(date)))}`
          : ""
      }${dates.length > MOST_DATES ? `, and on ${write.counted(dates.length - MOST_DATES, "other date", "other dates")}` : ""}.`,
    de: ({ of, dates }, write) =>
      `${write.series(of)} weicht jedes Jahr ab: ${write.list(
        dates
          .slice(0, MOST_MEASURED)
          .map(
            (date) =>
              `${germanCalendar.date(date)} (${write.number(Number(Math.abs(date.effect).toFixed(1)))} Streuungen ${date.effect < 0 ? "darunter" : "darüber"}, ${write.count(date.years)}-mal gesehen)`,
          ),
      )}${
        dates.length > MOST_MEASURED
          ? `; weniger weit: ${write.list(dates.slice(MOST_MEASURED, MOST_DATES).map((date) => germanCalendar.date(date)))}`
          : ""
      }${dates.length > MOST_DATES ? ` und ${write.counted(dates.length - MOST_DATES, "weiteres Datum", "weitere Daten")}` : ""}.`,
  },
};
