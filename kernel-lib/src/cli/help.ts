import { Help, Option, type Argument, type Command } from "commander";
import { commandLineOptions } from "../config/offered-options.js";
import { detectors } from "../detectors/index.js";
import type { HelpWords } from "../words/subjects/help-words.js";
import type { Language } from "../words/language.js";
import { speechOf } from "../words/speech.js";

/** Gives a command, its options, arguments and subcommands the words of the help in a language. */
export function tellHelp(command: Command, language: Language, path: readonly string[] = []): void {
  const words = speechOf(language).words.help;
  const own = words.commands[path.join(" ")];
  command.description(own?.about ?? words.about).helpOption("-h, --help", words.options["--help"]);
  if (command.commands.length > 0) command.helpCommand("help [command]", words.commands.help.about);
  for (const option of command.options) describeOption(option, words, own?.words);
  for (const argument of command.registeredArguments)
    argument.description = own?.words?.[argument.name()] ?? words.arguments[argument.name()];
  command.configureHelp(helpIn(words));
  for (const inner of command.commands) tellHelp(inner, language, [...path, inner.name()]);
}

function describeOption(option: Option, words: HelpWords, own: Readonly<Record<string, string>> = {}): void {
  const long = option.long ?? "";
  const offered = commandLineOptions.find(({ commandLine }) => new Option(commandLine.flag).long === long);
  const usual = offered?.node.default ?? option.defaultValue;
  const shown = typeof usual === "number" || typeof usual === "string" ? ` (${words.usually(String(usual))})` : "";
  const listed = long === "--detectors" ? ` ${Object.keys(detectors).join(", ")}` : "";
  option.description = `${own[long] ?? words.options[long]}${listed}${shown}`;
  if (offered) option.helpGroup(words.titles[groupOf(offered.path[0])]);
}

/** Options of the configuration stand in groups, by what they are about. */
function groupOf(section: string): "read" | "group" | "decide" {
  if (section === "columns" || section === "read") return "read";
  return section === "aggregate" || section === "segments" ? "group" : "decide";
}

/** How commander lays the help out, with its own few words in the language. */
function helpIn({ titles, values }: HelpWords): Partial<Help> {
  const plain = new Help();
  const titled: Readonly<Record<string, string>> = {
    "Usage:": titles.usage,
    "Arguments:": titles.arguments,
    "Options:": titles.options,
    "Commands:": titles.commands,
  };
  const told = (text: string): string =>
    text.replace(/([<[])([\w=/]+)/g, (whole, bracket: string, name: string) =>
      Object.hasOwn(values, name) ? `${bracket}${values[name]}` : whole,
    );
  return {
    styleTitle: (title) => titled[title] ?? title,
    commandUsage: (command) => told(plain.commandUsage(command)),
    subcommandTerm: (command) => told(plain.subcommandTerm(command)),
    optionTerm: (option) => told(plain.optionTerm(option)),
    argumentTerm: (argument: Argument) => told(`<${argument.name()}`).slice(1),
    // What is usual stands in the description itself.
    optionDescription: ({ description }) => description,
  };
}
