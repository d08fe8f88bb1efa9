import { t } from "../../shared/translate.js";

/**
 * A short configuration to begin with: what most people set, as comments, so that the file changes nothing until a line of it is
 * taken in. The editor knows the schema by the file's name.
 */
export function starterYaml(): string {
  const lines = [
    [t("Configuration of KPI Anomaly Detector for all tables in this folder and below.")],
    [t("Take a line in by removing its #; Ctrl+Space shows every option there is.")],
    [],
    [t("Which columns to look at; left out, they are found in the file.")],
    ["columns:", "  date: date", "  kpis: [sales, orders]", "  segments: [store]"],
    [],
    [t('Cells that mean "no value".')],
    ["read:", '  missing: ["-999"]'],
    [],
    [t("Put transactions together: hour, day, week or month.")],
    ["aggregate:", "  by: day"],
    [],
    [t("How readily an alarm is raised, 0 to 100.")],
    ["sensitivity: 50"],
    [],
    [t("What counts for a KPI.")],
    ["rules:", "  sales: { direction: down, minimumEffectPercent: 5 }"],
    [],
    [t("Known events: expected, never an anomaly.")],
    ["events:", "  - { name: Black Friday, date: 2025-11-28 }"],
  ];
  return `${lines.map((block) => block.map((line) => `# ${line}`).join("\n")).join("\n")}\n`;
}
