import { Help, Option, type Argument } from "commander";
import { commandLineOptions } from "../config/offered-options.js";
import { detectors } from "../detectors/index.js";
import type { HelpWords } from "../words/subjects/help-words.js";
import type { Language } from "../words/language.js";
import { speechOf } from "../words/speech.js";
import type { Subcommand } from "./subcommand.js";
import { valueNames } from "../words/subjects/value-names.js";

/** Gives a command, its options, arguments and subcommands the words of the help in a language. */
export function tellHelp(command: Subcommand, language: Language): void {
  const words = speechOf(language).words.help;
  command.description(command.about?.[language] ?? words.about).helpOption("-h, --help", words.helpOption);
  if (command.commands.length > 0) command.helpCommand("help [command]", words.helpCommand);
  for (const option of command.options) describeOption(option, command.wordsOf(option)?.[language], words);
  for (const argument of command.registeredArguments)
    argument.description = command.wordsOf(argument)?.[language] ?? "";
  command.configureHelp(helpIn(words, valuesIn(language)));
  for (const inner of command.commands) tellHelp(inner as Subcommand, language);
}

function describeOption(option: Option, told: string | undefined, words: HelpWords): void {
  const long = option.long ?? "";
  const offered = commandLineOptions.find(({ commandLine }) => new Option(commandLine.flag).long === long);
  const usual = offered?.node.default ?? option.defaultValue;
  const shown = typeof usual === "number" || typeof usual === "string" ? ` (${words.usually(String(usual))})` : "";
  const listed = long === "--detectors" ? ` ${Object.keys(detectors).join(", ")}` : "";
  option.description = `${told ?? words.versionOption}${listed}${shown}`;
  if (offered) option.helpGroup(words.titles[groupOf(offered.path[0])]);
}

/** Options of the configuration stand in groups, by what they are about. */
function groupOf(section: string): "read" | "group" | "decide" {
  if (section === "columns" || section === "read") return "read";
  return section === "aggregate" || section === "segments" ? "group" : "decide";
}

/** The names of values that differ from those in the flags. */
function valuesIn(language: Language): Readonly<Record<string, string>> {
  return language === "en" ? {} : valueNames[language];
}

/** How commander lays the help out, with its own few words in the language. */
function helpIn({ titles }: HelpWords, values: Readonly<Record<string, string>>): Partial<Help> {
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
