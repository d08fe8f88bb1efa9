import { periodPerAlarm } from "../analyses/period-per-alarm.js";
import type { Catalogue } from "../catalogue.js";
import type { Writer } from "../writer.js";
import { name } from "./names.js";
import { PERIODS } from "./assumptions.js";

export const labels: Catalogue["labels"] = {
  ourFault: "Das ist unser Fehler, bitte melden Sie ihn.",
  standardInput: "Standardeingabe",
  severity: "Schwere",
  from: "von",
  to: "bis",
  when: "wann",
  row: "Zeile",
  kpi: "KPI",
  actual: "Ist",
  expected: "erwartet",
  offBy: "Abweichung",
  why: "warum",
  points: "Werte",
  assumptions: "Annahmen",
  note: "Hinweis",
  moments: "Zur selben Zeit",
  incidents: "Vorfälle, die schwersten zuerst",
  segment: "Segment",
  difference: "Unterschied",
  ofTotal: "vom Ganzen",
  ofStandingOut: "vom Auffälligen",
  new: "neu",
  gone: "weg",
  changed: "verändert",
  "out of range": "außerhalb",
  newSeries: "neue Reihe",
  goneSeries: "Reihe weg",
  featureShares: "Anteil jedes Merkmals an den Scores",
  noFeatures: "Kein Detektor, der Merkmale betrachtet, hat angeschlagen.",
  noSingleFeature: "kein einzelnes Merkmal ändert den Score",
  exactly: "genau",
  byLeavingOut: "durch Weglassen jedes Merkmals",
  noDate: "keine Datumsspalte",
  series: "Reihe",
  course: "Verlauf",
  missing: "fehlen",
  least: "kleinster",
  median: "Median",
  most: "größter",
  spread: "Streuung",
  seasons: "Muster",
  trend: "Trend insgesamt",
  none: "keiner",
  up: "aufwärts",
  down: "abwärts",
  toLookAt: "Sehenswert",
  suggestions: "Vorschläge",
  insights: "Was die Auswertungen sagen",
  willAssume: "Das wird angenommen",
  batch: "Anomalien der KPIs aller Dateien",
  file: "Datei",
  notAnalysed: "Nicht ausgewertet",
};

const incidents = (count: number, write: Writer): string =>
  count === 0 ? "Keine Vorfälle" : write.counted(count, "Vorfall", "Vorfälle");

/** Fewer false alarms than this in a whole file have no period that a reader could check. */
const RARELY = 1 / 3;

export const phrases: Catalogue["phrases"] = {
  kernelInstalled: ({ folder }) => `Der Kernel ist eingerichtet in ${folder}.`,
  kernelRemoved: ({ folder }) => `Der Kernel ist entfernt aus ${folder}.`,
  runningCell: ({ cell, of }) => `Zelle ${cell} von ${of} läuft`,
  found: ({ incidents: count, file, rows }, write) =>
    `${file === null ? "" : `${file}: `}${file === null ? incidents(count, write) : incidents(count, write).replace("Keine", "keine")} in ${write.counted(rows, "Zeile", "Zeilen")}.`,
  foundInSeries: ({ moments: count, affected, rows, series }, write) =>
    series === 1 || count === 0
      ? `${incidents(count, write)} in ${write.counted(rows, "Zeile", "Zeilen")}${series === 1 ? "" : ` und ${write.counted(series, "Reihe", "Reihen")}`}.`
      : `${write.counted(count, "Zeitpunkt", "Zeitpunkte")} in ${write.counted(affected, "KPI", "KPIs")}; betrachtet: ${write.counted(rows, "Zeile", "Zeilen")} von ${write.count(series)} KPIs.`,
  caption: ({ incidents: count, kpi, series, file, worst }, write) =>
    `${incidents(count, write)} in ${series === 1 ? kpi : `${series} Reihen`} von ${file}.${worst === null ? "" : ` Die ${worst} schwersten:`}`,
  falseAlarmRate: ({ expected, days }, write) => {
    if (expected < RARELY) return "weniger als 1 Fehlalarm in dieser Datei";
    const [length, unit] = periodPerAlarm(days / expected);
    if (days > 0 && expected < days)
      return `etwa 1 Fehlalarm in ${write.counted(length, PERIODS[unit][0], PERIODS[unit][1])}`;
    return `etwa ${write.number(Number(expected.toPrecision(2)))} Fehlalarme in diesen Zeilen`;
  },
  firstOf: ({ shown, of }, write) => `Die ersten ${write.count(shown)} von ${write.count(of)} Reihen.`,
  trendBy: ({ direction, change }) => `${labels[direction]} um ${change}`,
  more: ({ count }, write) => `… und ${write.count(count)} weitere`,
  moreSeries: ({ count }, write) =>
    `${write.counted(count, "weitere Reihe mit Vorfällen ist", "weitere Reihen mit Vorfällen sind")} nicht gezeigt.`,
  quietSeries: ({ count }, write) => `${write.counted(count, "andere Reihe", "andere Reihen")} ohne Vorfälle.`,
  tooFew: ({ file, rows, needed }, write) =>
    `${file === null ? "Nicht beurteilt" : `${file}: nicht beurteilt`}, ${write.counted(rows, "Zeile ist", "Zeilen sind")} zu wenig (nötig: ${needed}).`,
  notJudged: ({ series, values, needed, standout }, write) =>
    `${series}: nicht beurteilt, ${write.counted(values, "Wert ist", "Werte sind")} zu wenig (nötig: ${needed}).${standout === null ? "" : ` Ein Wert ragt weit heraus: ${standout.value} (${standout.when}), alle anderen liegen bei ${standout.others}.`}`,
  nothingFound: ({ series }) => `${series}: keine Vorfälle.`,
  incidentsOf: ({ file }) => `Anomalien der KPIs: ${file}`,
  changed: ({ from, to }) => `Schwere ${to} (vorher ${from})`,
  table: ({ file, rows, cadence, kpis, key, shown }, write) => {
    const rate = cadence === null ? null : write.rate(cadence);
    const parts = [
      `${file}: ${write.counted(rows, "Zeile", "Zeilen")}`,
      cadence === null ? "keine Datumsspalte" : rate === null ? "in unregelmäßigen Abständen" : rate,
      kpis.length === 0 ? "keine KPI-Spalte" : `${kpis.length === 1 ? "KPI" : "KPIs"} ${write.list(kpis, 8)}`,
      ...(key === null ? [] : [`eine Reihe je ${key}`]),
    ];
    return `${parts.join("; ")}.${shown < rows ? ` Die ersten ${shown}:` : ""}`;
  },
  batchFound: ({ incidents: count, affected, series, rows, jobs }, write) =>
    `${incidents(count, write)} in ${write.count(affected)} von ${write.counted(series, "Reihe", "Reihen")} (${write.counted(rows, "Wert", "Werte")} aus ${write.counted(jobs, "Auftrag", "Aufträgen")}).`,
  withdrawn: ({ incidents: count, series }, write) =>
    `${write.counted(count, "weiterer Vorfall hebt", "weitere Vorfälle heben")} sich nicht von dem ab, was ${write.counted(series, "Reihe", "Reihen")} schon durch Zufall ergeben.`,
  jobsMissing: ({ jobs }, write) =>
    `${write.counted(jobs, "Auftrag steht", "Aufträge stehen")} noch aus; derselbe Befehl macht damit weiter.`,
  givenUp: ({ tries, reason }, write) => `Nach ${write.counted(tries, "Versuch", "Versuchen")} aufgegeben: ${reason}`,
  jobEnded: ({ code, signal }) =>
    signal === null ? `Der Prozess endete mit dem Code ${code}.` : `Der Prozess wurde durch ${signal} beendet.`,
  workerLost: () => "Der Worker, der ihn bearbeitete, ging verloren.",
  momentOf: ({ files, series, first }, write) =>
    `${write.counted(series, "Reihe", "Reihen")} in ${write.counted(files, "Datei", "Dateien")}, zuerst ${first}.`,
  batchProgress: ({ done, of, rate, left }, write) =>
    `${write.count(done)} von ${write.count(of)}${rate === null ? "" : `, ${write.number(rate)} je Sekunde`}${left === null ? "" : `, noch ${duration(left, write)}`}.`,
  batchStopped: ({ done, of }, write) =>
    `Angehalten nach ${write.count(done)} von ${write.count(of)}. Was fertig ist, bleibt; derselbe Befehl macht dort weiter.`,
  batchGivenUp: ({ jobs }, write) =>
    `${write.counted(jobs, "Auftrag wurde", "Aufträge wurden")} aufgegeben; warum, steht in summary.html und failed/.`,
  longRun: ({ seconds, detectors, secondsWithout, rows, series }, write) =>
    `Das dauert etwa ${duration(seconds, write)}${detectors.length === 0 ? "" : `, das meiste davon ${write.list(detectors.map(name))}`}: ${write.counted(rows, "Zeile", "Zeilen")}${series === 1 ? "" : ` in jeder von ${write.count(series)} Reihen`}.${detectors.length === 0 ? "" : ` Ohne ${detectors.length === 1 ? "dieses Verfahren" : "diese Verfahren"} etwa ${duration(secondsWithout, write)}: die anderen mit --detectors nennen.`}`,
};

/** Sekunden, ungefähr. */
function duration(seconds: number, write: Writer): string {
  if (seconds < 90) return `${write.count(Math.ceil(seconds))} s`;
  if (seconds < 5400) return `${write.count(Math.round(seconds / 60))} min`;
  return `${write.number(Number((seconds / 3600).toPrecision(2)))} h`;
}
