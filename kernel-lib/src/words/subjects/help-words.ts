/** What the help of the command line says besides what stands with its commands and options. */
export interface HelpWords {
  readonly about: string;
  readonly titles: Readonly<
    Record<"usage" | "arguments" | "commands" | "read" | "group" | "decide" | "options", string>
  >;
  /** Added where an option has a value of its own. */
  readonly usually: (value: string) => string;
  readonly helpOption: string;
  readonly versionOption: string;
  readonly helpCommand: string;
}
