/** Wie oft sich etwas wiederholt, nach dem Namen des Zyklus. */
export const EVERY: Readonly<Record<string, string>> = {
  day: "jeden Tag",
  week: "jede Woche",
  month: "jeden Monat",
  year: "jedes Jahr",
};

/** Ein Zyklus im Akkusativ. */
export const THE: Readonly<Record<string, string>> = {
  day: "den Tag",
  week: "die Woche",
  month: "den Monat",
  year: "das Jahr",
};
