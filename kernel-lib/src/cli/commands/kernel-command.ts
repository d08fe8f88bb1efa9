import type { Command } from "commander";
import { Subcommand } from "../subcommand.js";
import { speechOf } from "../../words/speech.js";
import type { Language } from "../../words/language.js";
import { withLanguageOption } from "../config-options.js";
import { terminalText } from "../terminal-text.js";
import { installKernel, uninstallKernel } from "../../kernel/jupyter/kernel-spec.js";

interface PlaceOptions {
  readonly prefix?: string;
  readonly user?: boolean;
  readonly language?: Language;
}

/** `kpi-anomaly kernel install|uninstall`: the TypeScript kernel for Jupyter. */
export function kernelCommand(): Command {
  return new Subcommand("kernel")
    .addCommand(placeCommand("install", "kernelInstalled", installKernel))
    .addCommand(placeCommand("uninstall", "kernelRemoved", uninstallKernel));
}

function placeCommand(
  name: string,
  said: "kernelInstalled" | "kernelRemoved",
  act: (place: { readonly prefix: string | undefined }) => string,
): Command {
  return withLanguageOption(new Subcommand(name).option("--prefix <folder>").option("--user")).action(
    ({ prefix, language }: PlaceOptions) => {
      const { words, write } = speechOf(language);
      process.stdout.write(`${terminalText(words.phrases[said]({ folder: act({ prefix }) }, write))}\n`);
    },
  );
}
