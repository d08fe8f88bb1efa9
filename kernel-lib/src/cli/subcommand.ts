import { Command, Option, type Argument } from "commander";
import { nearName } from "../config/near-name.js";
import { InputError } from "../errors.js";
import type { Localized } from "../translations.js";
import type { OptionParser } from "./option-values.js";

/** `--json`, as every command that prints has it. */
export const JSON_OPTION = ["--json", { en: "print one JSON object", de: "ein JSON-Objekt ausgeben" }] as const;

/**
 * A command of the command line. What its help says of it stands with it, in every language. What commander finds wrong becomes an `InputError` with facts, so that it is said in the
 * language of the run; commander itself ends no process and prints nothing but help.
 *
 * The methods below are those in which commander makes its own sentences; `test/cli/subcommand.test.ts` walks them.
 */
export class Subcommand extends Command {
  private readonly words = new Map<Option | Argument, Localized>();

  /** `about`: one sentence, what it answers. */
  constructor(
    name?: string,
    readonly about?: Localized | undefined,
  ) {
    super(name);
    this.exitOverride().configureOutput({ writeErr: () => {} });
  }

  override createCommand(name?: string): Subcommand {
    return new Subcommand(name);
  }

  /** An argument, and what the help says of it. */
  localizedArgument(flags: string, words: Localized): this {
    this.argument(flags);
    this.words.set(this.registeredArguments.at(-1)!, words);
    return this;
  }

  /** An option, and what the help says of it; `parse` turns its text into its value. */
  localizedOption(flags: string, words: Localized, parse?: OptionParser, usual?: unknown): this {
    return this.withOption(new Option(flags), words, parse, usual);
  }

  /** The same for one that must be given. */
  localizedRequiredOption(flags: string, words: Localized): this {
    return this.withOption(new Option(flags).makeOptionMandatory(), words);
  }

  /** What the help says of an option or argument of this command. */
  wordsOf(part: Option | Argument): Localized | undefined {
    return this.words.get(part);
  }

  private withOption(option: Option, words: Localized, parse?: OptionParser, usual?: unknown): this {
    if (parse) option.argParser(parse);
    if (usual !== undefined) option.default(usual);
    this.words.set(option, words);
    return this.addOption(option);
  }

  protected missingArgument(argument: string): never {
    throw new InputError("missing_argument", { argument });
  }

  protected optionMissingArgument(option: Option): never {
    throw new InputError("option_without_value", { option: option.long ?? option.flags });
  }

  protected missingMandatoryOptionValue(option: Option): never {
    throw new InputError("missing_option", { option: option.long ?? option.flags });
  }

  protected unknownOption(option: string): never {
    const known = this.createHelp()
      .visibleOptions(this)
      .flatMap(({ long }) => long ?? []);
    throw new InputError("unknown_option", { option, near: nearName(option, known) });
  }

  protected unknownCommand(): never {
    const [command] = this.args;
    const known = this.createHelp()
      .visibleCommands(this)
      .map((each) => each.name());
    throw new InputError("unknown_command", { command, near: nearName(command, known) });
  }

  protected _excessArguments(given: readonly string[]): never {
    throw new InputError("too_many_arguments", { taken: this.registeredArguments.length, given });
  }
}
