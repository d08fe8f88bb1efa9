import type { Command } from "./command.js";

/** `KPI: Analyse All Tables of the Workspace`. */
export const analyseWorkspace: Command = {
  id: "kpiAnomaly.analyseWorkspace",
  title: { en: "Analyse All Tables of the Workspace", de: "Alle Tabellen des Arbeitsbereichs analysieren" },
  icon: "refresh",
  menus: [{ menu: "view/title", when: "view == kpiAnomaly.home", group: "navigation" }],
  run: ({ home }) => home.analyseAll(),
};
