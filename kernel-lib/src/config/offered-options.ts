import { options } from "./options/index.js";
import type { CommandLineOption, OptionNode } from "./options/option.js";

/** An option with its place in the configuration. */
export interface OfferedOption {
  /** Keys from the top, for example `["columns", "date"]`. */
  readonly path: readonly string[];
  readonly node: OptionNode;
}

/** Options that the command line takes, in the order of the configuration. */
export const commandLineOptions: readonly (OfferedOption & { readonly commandLine: CommandLineOption })[] = offered(
  options,
).flatMap((option) => (option.node.commandLine ? [{ ...option, commandLine: option.node.commandLine }] : []));

/** Options that are settings of VS Code; all stand at the top of the configuration. */
export const settingOptions: readonly OfferedOption[] = offered(options).filter(({ node }) => node.setting);

function offered(nodes: Readonly<Record<string, OptionNode>>, above: readonly string[] = []): OfferedOption[] {
  return Object.entries(nodes).flatMap(([key, node]) => {
    const path = [...above, key];
    return node.properties ? offered(node.properties, path) : [{ path, node }];
  });
}
