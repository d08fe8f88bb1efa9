export const SPELLING = "Nennen Sie eine Spalte so, wie sie in der Kopfzeile steht; Groß- und Kleinschreibung zählt.";

export const HOW: Readonly<Record<string, string>> = {
  sum: "keine Summe",
  mean: "keinen Mittelwert",
  median: "keinen Median",
};

export const PERIODS: Readonly<Record<string, string>> = {
  minute: "je Minute",
  hour: "je Stunde",
  day: "je Tag",
  week: "je Woche",
  month: "je Monat",
  quarter: "je Quartal",
  year: "je Jahr",
};
