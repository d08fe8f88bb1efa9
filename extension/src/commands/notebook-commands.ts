import * as vscode from "vscode";
import type { Command } from "./command.js";
import { onNotebook, onTable, onTableName } from "./when.js";

/** `KPI: Open as Notebook`: writes a notebook for a table beside it, and opens it. */
export const openAsNotebook: Command = {
  id: "kpiAnomaly.openAsNotebook",
  title: { en: "Open as Notebook", de: "Als Notebook öffnen" },
  icon: "notebook",
  menus: [
    { menu: "editor/context", when: onTable(), group: "z_commands" },
    { menu: "explorer/context", when: onTableName("!explorerResourceIsFolder"), group: "navigation@51" },
  ],
  run: ({ notebooks }, uri) => notebooks.open(uri instanceof vscode.Uri ? uri : undefined),
};

/** `KPI: Restart Notebook`: of the notebook in front. */
export const restartNotebook: Command = {
  id: "kpiAnomaly.restartNotebook",
  title: { en: "Restart Notebook", de: "Notebook neu starten" },
  icon: "debug-restart",
  enablement: onNotebook,
  menus: [{ menu: "notebook/toolbar", when: onNotebook, group: "navigation/execute@5" }],
  run: ({ notebooks }) => notebooks.restart(),
};

/** `KPI: Refresh Variables`: in the view of what the cells have made. */
export const refreshVariables: Command = {
  id: "kpiAnomaly.refreshVariables",
  title: { en: "Refresh Variables", de: "Variablen aktualisieren" },
  icon: "refresh",
  menus: [
    { menu: "view/title", when: "view == kpiAnomaly.variables", group: "navigation" },
    { menu: "commandPalette", when: "false" },
  ],
  run: ({ notebooks }) => notebooks.refreshVariables(),
};
