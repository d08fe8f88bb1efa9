/** What the help of the command line says of one subcommand. */
export interface SubcommandHelp {
  /** One sentence: what it answers. */
  readonly about: string;
  /** Its arguments by name, its options by long flag, where they mean something else than in `HelpWords` below. */
  readonly words?: Readonly<Record<string, string>>;
}

/** What the help of the command line says; its subcommands and options are looked up by the names they have there. */
export interface HelpWords {
  readonly about: string;
  readonly titles: Readonly<
    Record<"usage" | "arguments" | "commands" | "read" | "group" | "decide" | "options", string>
  >;
  /** What stands in the place of a value, by its name in a flag: `file` of `--html <file>`. */
  readonly values: Readonly<Record<string, string>>;
  /** Added where an option has a value of its own. */
  readonly usually: (value: string) => string;
  /** Subcommands by name; those of a subcommand with a blank between, as they are typed. */
  readonly commands: Readonly<Record<string, SubcommandHelp>>;
  /** Arguments by name. */
  readonly arguments: Readonly<Record<string, string>>;
  /** Options by long flag. */
  readonly options: Readonly<Record<string, string>>;
}
