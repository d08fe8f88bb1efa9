import { Command } from "commander";
import { terminalText } from "../terminal-text.js";
import { installKernel, uninstallKernel } from "../../kernel/jupyter/kernel-spec.js";

interface PlaceOptions {
  readonly prefix?: string;
  readonly user?: boolean;
}

/** `kpi-anomaly kernel install|uninstall`: the TypeScript kernel for Jupyter. */
export function kernelCommand(): Command {
  return new Command("kernel")
    .description("TypeScript for Jupyter notebooks: install or remove the kernel kpi-typescript.")
    .addCommand(
      placeCommand(
        "install",
        "make the kernel known to Jupyter",
        (prefix) => `Installed the kernel in ${installKernel({ prefix })}`,
      ),
    )
    .addCommand(
      placeCommand("uninstall", "remove the kernel from Jupyter", (prefix) => `Removed ${uninstallKernel({ prefix })}`),
    );
}

function placeCommand(name: string, description: string, act: (prefix: string | undefined) => string): Command {
  return new Command(name)
    .description(description)
    .option("--prefix <folder>", "an environment: the kernel goes to <folder>/share/jupyter/kernels")
    .option("--user", "the user's own Jupyter folder (this is the default)")
    .action(({ prefix }: PlaceOptions) => void process.stdout.write(`${terminalText(act(prefix))}\n`));
}
