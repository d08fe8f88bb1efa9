import { Command, type Option } from "commander";
import { nearName } from "../config/near-name.js";
import { InputError } from "../errors.js";

/**
 * A command of the command line. What commander finds wrong becomes an `InputError` with facts, so that it is said in the
 * language of the run; commander itself ends no process and prints nothing but help.
 *
 * The methods below are those in which commander makes its own sentences; `test/cli/subcommand.test.ts` walks them.
 */
export class Subcommand extends Command {
  constructor(name?: string) {
    super(name);
    this.exitOverride().configureOutput({ writeErr: () => {} });
  }

  override createCommand(name?: string): Subcommand {
    return new Subcommand(name);
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
