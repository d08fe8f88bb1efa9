import * as vscode from "vscode";
import type { Command, CommandServices } from "./command.js";
import { createConfiguration } from "./create-configuration.js";
import { detect } from "./detect-command.js";
import { exportCommands } from "./export-commands.js";
import { cancel, nextIncident, previousIncident, showPanel, whyLine } from "./incident-commands.js";
import { openAsNotebook, refreshVariables, restartNotebook } from "./notebook-commands.js";
import { openSample } from "./samples.js";
import { analyseWorkspace } from "./workspace-commands.js";

/** THE REGISTER of commands, in the order of the manifest, which is made from it. */
export const commands: readonly Command[] = [
  detect,
  openSample,
  createConfiguration,
  analyseWorkspace,
  showPanel,
  nextIncident,
  previousIncident,
  whyLine,
  cancel,
  ...exportCommands,
  openAsNotebook,
  restartNotebook,
  refreshVariables,
];

/** Makes them known to VS Code. */
export function registerCommands(services: CommandServices): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map((command) =>
      vscode.commands.registerCommand(command.id, (...given: unknown[]) => command.run(services, ...given)),
    ),
  );
}
