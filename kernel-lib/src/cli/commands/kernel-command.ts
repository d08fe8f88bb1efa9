import { speechOf } from "../../words/speech.js";
import type { Language, Localized } from "../../translations.js";
import { withLanguageOption } from "../config-options.js";
import { terminalText } from "../terminal-text.js";
import { installKernel, uninstallKernel } from "../../kernel/jupyter/kernel-spec.js";
import { Subcommand } from "../subcommand.js";

interface PlaceOptions {
  readonly prefix?: string;
  readonly user?: boolean;
  readonly language?: Language;
}

/** `kpi-anomaly kernel install|uninstall`: the TypeScript kernel for Jupyter. */
export function kernelCommand(): Subcommand {
  return new Subcommand("kernel", {
    en: "TypeScript for Jupyter notebooks: install or remove the kernel kpi-typescript.",
    de: "TypeScript für Jupyter: den Kernel kpi-typescript einrichten oder entfernen.",
  })
    .addCommand(
      placeCommand(
        "install",
        { en: "Make the kernel known to Jupyter.", de: "Macht den Kernel Jupyter bekannt." },
        "kernelInstalled",
        installKernel,
      ),
    )
    .addCommand(
      placeCommand(
        "uninstall",
        { en: "Remove the kernel from Jupyter.", de: "Entfernt den Kernel aus Jupyter." },
        "kernelRemoved",
        uninstallKernel,
      ),
    );
}

function placeCommand(
  name: string,
  about: Localized,
  said: "kernelInstalled" | "kernelRemoved",
  act: (place: { readonly prefix: string | undefined }) => string,
): Subcommand {
  return withLanguageOption(
    new Subcommand(name, about)
      .localizedOption("--prefix <folder>", {
        en: "install into an environment: <folder>/share/jupyter/kernels",
        de: "in einer Umgebung einrichten: <Ordner>/share/jupyter/kernels",
      })
      .localizedOption("--user", {
        en: "install for this user only, which is also done when left out",
        de: "nur für diesen Benutzer einrichten; das gilt auch ohne Angabe",
      }),
  ).action(({ prefix, language }: PlaceOptions) => {
    const { words, write } = speechOf(language);
    process.stdout.write(`${terminalText(words.phrases[said]({ folder: act({ prefix }) }, write))}\n`);
  });
}
