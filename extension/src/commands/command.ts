import type { Localized } from "kpi-anomaly";
import type * as vscode from "vscode";
import type { ResultsPanels } from "../panel/results-panels.js";

/** What commands work with. */
export interface CommandServices {
  readonly context: vscode.ExtensionContext;
  readonly panels: ResultsPanels;
  /** The view of all tables of the workspace. */
  readonly home: { analyseAll(): Promise<void> };
  readonly notebooks: {
    open(uri?: vscode.Uri): Promise<void>;
    restart(): Promise<void>;
    refreshVariables(): void;
  };
}

/** Where a menu shows a command. https://code.visualstudio.com/api/references/contribution-points#contributes.menus */
export interface MenuPlace {
  readonly menu: string;
  readonly when?: string;
  readonly group?: string;
}

/**
 * A command of VS Code with all that the manifest says of it: `npm run generate` writes commands, menus, keybindings and
 * titles of `extension/package.json` and `package.nls*.json` from the register of these.
 */
export interface Command {
  readonly id: `kpiAnomaly.${string}`;
  /** As the palette shows it, after `KPI: `. */
  readonly title: Localized;
  /** Name of one of VS Code's icons. */
  readonly icon?: string;
  readonly enablement?: string;
  readonly menus?: readonly MenuPlace[];
  readonly keybinding?: { readonly key: string; readonly mac?: string; readonly when?: string };
  /** What menus, keys and scripts pass comes after the services. */
  run(services: CommandServices, ...given: readonly unknown[]): unknown;
}
