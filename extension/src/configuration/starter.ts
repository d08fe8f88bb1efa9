import { t } from "../../shared/translate.js";

/**
 * A short configuration to begin with: what most people set, as comments, so that the file changes nothing until a line of it is
 * taken in. The editor knows the schema by the file's name.
 */
export function starterYaml(): string {
  const lines = [
    [
      t({
        en: "Configuration of KPI Anomaly Detector for all tables in this folder and below.",
        de: "Konfiguration von KPI Anomaly Detector für alle Tabellen in diesem Ordner und darunter.",
      }),
    ],
    [
      t({
        en: "Take a line in by removing its #; Ctrl+Space shows every option there is.",
        de: "Eine Zeile gilt, sobald ihr # entfernt ist; Strg+Leertaste zeigt alle Optionen.",
      }),
    ],
    [],
    [
      t({
        en: "Which columns to look at; left out, they are found in the file.",
        de: "Welche Spalten betrachtet werden; ohne Angabe werden sie in der Datei gefunden.",
      }),
    ],
    ["columns:", "  date: date", "  kpis: [sales, orders]", "  segments: [store]"],
    [],
    [t({ en: 'Cells that mean "no value".', de: "Zellen, die „kein Wert“ bedeuten." })],
    ["read:", '  missing: ["-999"]'],
    [],
    [
      t({
        en: "Put transactions together: hour, day, week or month.",
        de: "Einzelvorgänge zusammenfassen: hour, day, week oder month.",
      }),
    ],
    ["aggregate:", "  by: day"],
    [],
    [t({ en: "How readily an alarm is raised, 0 to 100.", de: "Wie leicht ein Alarm ausgelöst wird, 0 bis 100." })],
    ["sensitivity: 50"],
    [],
    [t({ en: "What counts for a KPI.", de: "Was bei einem KPI zählt." })],
    ["rules:", "  sales: { direction: down, minimumEffectPercent: 5 }"],
    [],
    [t({ en: "Known events: expected, never an anomaly.", de: "Bekannte Ereignisse: erwartet, nie eine Anomalie." })],
    ["events:", "  - { name: Black Friday, date: 2025-11-28 }"],
  ];
  return `${lines.map((block) => block.map((line) => `# ${line}`).join("\n")).join("\n")}\n`;
}
