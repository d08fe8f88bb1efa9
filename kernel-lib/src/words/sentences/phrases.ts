import type { InEveryLanguage } from "./in-every-language.js";
import type { Catalogue } from "../catalogue.js";
import type { Writer } from "../writer.js";
import { labels } from "./labels.js";
import { periodPerAlarm } from "../analyses/period-per-alarm.js";
import { PERIODS as germanPERIODS } from "../de/assumption-terms.js";
import { name as germanName } from "../de/names.js";
import * as english from "../en/document-terms.js";
import * as german from "../de/document-terms.js";

/** Fewer false alarms than this in a whole file have no period that a reader could check. */
const RARELY = 1 / 3;

/** Seconds, roughly. */
function duration(seconds: number, write: Writer): string {
  if (seconds < 90) return `${write.count(Math.ceil(seconds))} s`;
  if (seconds < 5400) return `${write.count(Math.round(seconds / 60))} min`;
  return `${write.number(Number((seconds / 3600).toPrecision(2)))} h`;
}

export const phrases: InEveryLanguage<Catalogue["phrases"]> = {
  kernelInstalled: {
    en: ({ folder }) => `Installed the kernel in ${folder}.`,
    de: ({ folder }) => `Der Kernel ist eingerichtet in ${folder}.`,
  },
  kernelRemoved: {
    en: ({ folder }) => `Removed the kernel from ${folder}.`,
    de: ({ folder }) => `Der Kernel ist entfernt aus ${folder}.`,
  },
  runningCell: {
    en: ({ cell, of }) => `Running cell ${cell} of ${of}`,
    de: ({ cell, of }) => `Zelle ${cell} von ${of} läuft`,
  },
  found: {
    en: ({ incidents: count, file, rows }, write) =>
      `${file === null ? "" : `${file}: `}${file === null ? english.incidents(count, write) : english.incidents(count, write).replace("No", "no")} in ${write.counted(rows, "row", "rows")}.`,
    de: ({ incidents: count, file, rows }, write) =>
      `${file === null ? "" : `${file}: `}${file === null ? german.incidents(count, write) : german.incidents(count, write).replace("Keine", "keine")} in ${write.counted(rows, "Zeile", "Zeilen")}.`,
  },
  foundInSeries: {
    en: ({ moments: count, affected, rows, series }, write) =>
      series === 1 || count === 0
        ? `${english.incidents(count, write)} in ${write.counted(rows, "row", "rows")}${series === 1 ? "" : ` and ${write.count(series)} series`}.`
        : `${write.counted(count, "moment", "moments")} in ${write.counted(affected, "KPI", "KPIs")}; looked at: ${write.counted(rows, "row", "rows")} of ${write.count(series)} KPIs.`,
    de: ({ moments: count, affected, rows, series }, write) =>
      series === 1 || count === 0
        ? `${german.incidents(count, write)} in ${write.counted(rows, "Zeile", "Zeilen")}${series === 1 ? "" : ` und ${write.counted(series, "Reihe", "Reihen")}`}.`
        : `${write.counted(count, "Zeitpunkt", "Zeitpunkte")} in ${write.counted(affected, "KPI", "KPIs")}; betrachtet: ${write.counted(rows, "Zeile", "Zeilen")} von ${write.count(series)} KPIs.`,
  },
  caption: {
    en: ({ incidents: count, kpi, series, file, worst }, write) =>
      `${english.incidents(count, write)} in ${series === 1 ? kpi : `${series} series`} of ${file}.${worst === null ? "" : ` The ${worst} worst:`}`,
    de: ({ incidents: count, kpi, series, file, worst }, write) =>
      `${german.incidents(count, write)} in ${series === 1 ? kpi : `${series} Reihen`} von ${file}.${worst === null ? "" : ` Die ${worst} schwersten:`}`,
  },
  falseAlarmRate: {
    en: ({ expected, days }, write) => {
      if (expected < RARELY) return "less than 1 false alarm in this file";
      const [length, unit] = periodPerAlarm(days / expected);
      if (days > 0 && expected < days) return `about 1 false alarm in ${write.counted(length, unit, `${unit}s`)}`;
      return `about ${write.number(Number(expected.toPrecision(2)))} false alarms in these rows`;
    },
    de: ({ expected, days }, write) => {
      if (expected < RARELY) return "weniger als 1 Fehlalarm in dieser Datei";
      const [length, unit] = periodPerAlarm(days / expected);
      if (days > 0 && expected < days)
        return `etwa 1 Fehlalarm in ${write.counted(length, germanPERIODS[unit][0], germanPERIODS[unit][1])}`;
      return `etwa ${write.number(Number(expected.toPrecision(2)))} Fehlalarme in diesen Zeilen`;
    },
  },
  firstOf: {
    en: ({ shown, of }, write) => `The first ${write.count(shown)} of ${write.count(of)} series.`,
    de: ({ shown, of }, write) => `Die ersten ${write.count(shown)} von ${write.count(of)} Reihen.`,
  },
  trendBy: {
    en: ({ direction, change }) => `${direction} by ${change}`,
    de: ({ direction, change }) => `${labels[direction].de} um ${change}`,
  },
  more: {
    en: ({ count }, write) => `… and ${write.count(count)} more`,
    de: ({ count }, write) => `… und ${write.count(count)} weitere`,
  },
  moreSeries: {
    en: ({ count }, write) => `${write.count(count)} more series with incidents are not shown.`,
    de: ({ count }, write) =>
      `${write.counted(count, "weitere Reihe mit Vorfällen ist", "weitere Reihen mit Vorfällen sind")} nicht gezeigt.`,
  },
  quietSeries: {
    en: ({ count }, write) => `${write.count(count)} other series without incidents.`,
    de: ({ count }, write) => `${write.counted(count, "andere Reihe", "andere Reihen")} ohne Vorfälle.`,
  },
  tooFew: {
    en: ({ file, rows, needed }, write) =>
      `${file === null ? "Not judged" : `${file}: not judged`}, ${write.counted(rows, "row is", "rows are")} too few (${needed} needed).`,
    de: ({ file, rows, needed }, write) =>
      `${file === null ? "Nicht beurteilt" : `${file}: nicht beurteilt`}, ${write.counted(rows, "Zeile ist", "Zeilen sind")} zu wenig (nötig: ${needed}).`,
  },
  notJudged: {
    en: ({ series, values, needed, standout }, write) =>
      `${series}: not judged, ${write.counted(values, "value is", "values are")} too few (${needed} needed).${standout === null ? "" : ` One value stands out by far: ${standout.value} (${standout.when}), all others are near ${standout.others}.`}`,
    de: ({ series, values, needed, standout }, write) =>
      `${series}: nicht beurteilt, ${write.counted(values, "Wert ist", "Werte sind")} zu wenig (nötig: ${needed}).${standout === null ? "" : ` Ein Wert ragt weit heraus: ${standout.value} (${standout.when}), alle anderen liegen bei ${standout.others}.`}`,
  },
  nothingFound: { en: ({ series }) => `${series}: no incidents.`, de: ({ series }) => `${series}: keine Vorfälle.` },
  incidentsOf: { en: ({ file }) => `KPI anomalies: ${file}`, de: ({ file }) => `Anomalien der KPIs: ${file}` },
  changed: {
    en: ({ from, to }) => `severity ${to} (was ${from})`,
    de: ({ from, to }) => `Schwere ${to} (vorher ${from})`,
  },
  table: {
    en: ({ file, rows, cadence, kpis, key, shown }, write) => {
      const rate = cadence === null ? null : write.rate(cadence);
      const parts = [
        `${file}: ${write.counted(rows, "row", "rows")}`,
        cadence === null ? "no date column" : rate === null ? "at irregular intervals" : `one ${rate}`,
        kpis.length === 0 ? "no KPI column" : `${kpis.length === 1 ? "KPI" : "KPIs"} ${write.list(kpis, 8)}`,
        ...(key === null ? [] : [`one series for each ${key}`]),
      ];
      return `${parts.join("; ")}.${shown < rows ? ` The first ${shown}:` : ""}`;
    },
    de: ({ file, rows, cadence, kpis, key, shown }, write) => {
      const rate = cadence === null ? null : write.rate(cadence);
      const parts = [
        `${file}: ${write.counted(rows, "Zeile", "Zeilen")}`,
        cadence === null ? "keine Datumsspalte" : rate === null ? "in unregelmäßigen Abständen" : rate,
        kpis.length === 0 ? "keine KPI-Spalte" : `${kpis.length === 1 ? "KPI" : "KPIs"} ${write.list(kpis, 8)}`,
        ...(key === null ? [] : [`eine Reihe je ${key}`]),
      ];
      return `${parts.join("; ")}.${shown < rows ? ` Die ersten ${shown}:` : ""}`;
    },
  },
  batchFound: {
    en: ({ incidents: count, affected, series, rows, jobs }, write) =>
      `${english.incidents(count, write)} in ${write.count(affected)} of ${write.count(series)} series (${write.counted(rows, "value", "values")} from ${write.counted(jobs, "job", "jobs")}).`,
    de: ({ incidents: count, affected, series, rows, jobs }, write) =>
      `${german.incidents(count, write)} in ${write.count(affected)} von ${write.counted(series, "Reihe", "Reihen")} (${write.counted(rows, "Wert", "Werte")} aus ${write.counted(jobs, "Auftrag", "Aufträgen")}).`,
  },
  withdrawn: {
    en: ({ incidents: count, series }, write) =>
      `${write.counted(count, "further incident does", "further incidents do")} not stand out of what ${write.count(series)} series give by chance.`,
    de: ({ incidents: count, series }, write) =>
      `${write.counted(count, "weiterer Vorfall hebt", "weitere Vorfälle heben")} sich nicht von dem ab, was ${write.counted(series, "Reihe", "Reihen")} schon durch Zufall ergeben.`,
  },
  jobsMissing: {
    en: ({ jobs }, write) =>
      `${write.counted(jobs, "job is", "jobs are")} not done yet; the same command goes on with ${jobs === 1 ? "it" : "them"}.`,
    de: ({ jobs }, write) =>
      `${write.counted(jobs, "Auftrag steht", "Aufträge stehen")} noch aus; derselbe Befehl macht damit weiter.`,
  },
  givenUp: {
    en: ({ tries, reason }, write) => `Given up after ${write.counted(tries, "try", "tries")}: ${reason}`,
    de: ({ tries, reason }, write) => `Nach ${write.counted(tries, "Versuch", "Versuchen")} aufgegeben: ${reason}`,
  },
  jobEnded: {
    en: ({ code, signal }) =>
      signal === null ? `The process ended with code ${code}.` : `The process was ended by ${signal}.`,
    de: ({ code, signal }) =>
      signal === null ? `Der Prozess endete mit dem Code ${code}.` : `Der Prozess wurde durch ${signal} beendet.`,
  },
  workerLost: {
    en: () => "The worker that did it was lost.",
    de: () => "Der Worker, der ihn bearbeitete, ging verloren.",
  },
  momentOf: {
    en: ({ files, series, first }, write) =>
      `${write.count(series)} series in ${write.counted(files, "file", "files")}, first ${first}.`,
    de: ({ files, series, first }, write) =>
      `${write.counted(series, "Reihe", "Reihen")} in ${write.counted(files, "Datei", "Dateien")}, zuerst ${first}.`,
  },
  batchProgress: {
    en: ({ done, of, rate, left }, write) =>
      `${write.count(done)} of ${write.count(of)}${rate === null ? "" : `, ${write.number(rate)} a second`}${left === null ? "" : `, ${duration(left, write)} left`}.`,
    de: ({ done, of, rate, left }, write) =>
      `${write.count(done)} von ${write.count(of)}${rate === null ? "" : `, ${write.number(rate)} je Sekunde`}${left === null ? "" : `, noch ${duration(left, write)}`}.`,
  },
  batchStopped: {
    en: ({ done, of }, write) =>
      `Stopped after ${write.count(done)} of ${write.count(of)}. What is done is kept; the same command goes on from there.`,
    de: ({ done, of }, write) =>
      `Angehalten nach ${write.count(done)} von ${write.count(of)}. Was fertig ist, bleibt; derselbe Befehl macht dort weiter.`,
  },
  batchGivenUp: {
    en: ({ jobs }, write) =>
      `${write.counted(jobs, "job was", "jobs were")} given up; summary.html and failed/ say why.`,
    de: ({ jobs }, write) =>
      `${write.counted(jobs, "Auftrag wurde", "Aufträge wurden")} aufgegeben; warum, steht in summary.html und failed/.`,
  },
  longRun: {
    en: ({ seconds, detectors, secondsWithout, rows, series, option }, write) =>
      `This will take about ${duration(seconds, write)}${detectors.length === 0 ? "" : `, most of it ${write.list(detectors)}`}: ${write.counted(rows, "row", "rows")}${series === 1 ? "" : ` in each of ${write.count(series)} series`}.${detectors.length === 0 ? "" : ` Without ${detectors.length === 1 ? "it" : "them"} about ${duration(secondsWithout, write)}: ${option === null ? `switch ${detectors.length === 1 ? "it" : "them"} off` : `name the others with ${option}`}.`}`,
    de: ({ seconds, detectors, secondsWithout, rows, series, option }, write) =>
      `Das dauert etwa ${duration(seconds, write)}${detectors.length === 0 ? "" : `, das meiste davon ${write.list(detectors.map(germanName))}`}: ${write.counted(rows, "Zeile", "Zeilen")}${series === 1 ? "" : ` in jeder von ${write.count(series)} Reihen`}.${detectors.length === 0 ? "" : ` Ohne ${detectors.length === 1 ? "dieses Verfahren" : "diese Verfahren"} etwa ${duration(secondsWithout, write)}: ${option === null ? `${detectors.length === 1 ? "es lässt" : "sie lassen"} sich abschalten` : `die anderen mit ${option} nennen`}.`}`,
  },
};
