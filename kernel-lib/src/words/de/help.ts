import type { HelpWords } from "../subjects/help-words.js";

/** What `kpi-anomaly --help --language de` says. */
export const help: HelpWords = {
  about: "Findet in einer Datei mit Kennzahlen, was nicht normal ist: wie weit daneben, warum und wie sicher.",
  titles: {
    usage: "Aufruf:",
    arguments: "Argumente:",
    commands: "Befehle:",
    read: "Wie die Datei gelesen wird:",
    group: "Wie Zeilen zusammengefasst werden:",
    decide: "Was als Anomalie zählt:",
    options: "Optionen:",
  },
  usually: (value) => `sonst ${value}`,
  helpOption: "diese Hilfe zeigen",
  versionOption: "die Version zeigen",
  helpCommand: "Zeigt die Hilfe zu einem Befehl.",
};
