/** The help of every subcommand, in every language: each option and argument has its words. */
import { beforeAll, describe, expect, test } from "vitest";
import { commandOf } from "../../kernel-lib/src/cli/main.js";
import { valueNames } from "../../kernel-lib/src/words/subjects/value-names.js";
import { languages } from "../../kernel-lib/src/words/language.js";
import { runCommand } from "./run-command.js";

type Command = Awaited<ReturnType<typeof commandOf>>;

/** The command and all below it, by the path that is typed. */
function all(command: Command, path: readonly string[] = []): { path: string; command: Command }[] {
  const inner = command.commands.flatMap((each) => all(each as Command, [...path, each.name()]));
  return [{ path: path.join(" "), command }, ...inner];
}

describe.each(languages)("the help in %s", (language) => {
  let commands: { path: string; command: Command }[];
  beforeAll(async () => {
    commands = all(await commandOf(["--language", language]));
  });

  test("describes every command, option and argument", () => {
    expect(commands.length).toBeGreaterThan(15);
    for (const { path, command } of commands) {
      expect(command.description(), path).toMatch(/^[A-ZÄÖÜ].*[.?]$/);
      const told = [
        ...command.options.map(({ flags, description }) => [flags, description]),
        ...command.registeredArguments.map((argument) => [argument.name(), argument.description]),
      ];
      for (const [name, text] of told) expect(text, `${path} ${name}`).toMatch(/^(?!undefined)\S.{5,}[^.]$/);
    }
  });

  test("has a word for each value, and no word that nothing asks for", () => {
    const values = new Set(["options", "command"]);
    for (const { command } of commands) {
      for (const { flags } of command.options)
        for (const [, value] of flags.matchAll(/[<[]([^>\]]+)/g)) values.add(value);
      for (const argument of command.registeredArguments) values.add(argument.name());
    }
    // In English the value is called as in the flag.
    if (language !== "en") expect(Object.keys(valueNames[language]).sort()).toEqual([...values].sort());
  });

  test("is printed with nothing of the other language, no default twice and nothing cut", async () => {
    for (const { path } of commands) {
      const { code, stdout } = await runCommand(...path.split(" ").filter(Boolean), "--help", "--language", language);
      expect(code, path).toBe(0);
      expect(stdout).not.toMatch(/undefined|null|\(default|choices:/);
      if (language === "de")
        expect(stdout).not.toMatch(/Usage|Options:|Commands|Arguments|\[options\]|<file>|display help/);
    }
  });
});

test("English and German say different things", async () => {
  const [english, german] = await Promise.all(
    languages.map(async (language) => all(await commandOf(["--language", language]))),
  );
  const texts = (told: { command: Command }[]): string[] =>
    told.flatMap(({ command }) => [command.description(), ...command.options.map(({ description }) => description)]);
  const same = texts(english).filter((text, place) => text === texts(german)[place]);
  expect(same).toEqual([]);
});

test("the help of a subcommand names what is usual", async () => {
  const { stdout } = await runCommand("detect", "--help");
  expect(stdout.replace(/\s+/g, " ")).toContain("at 50 it is silent where nothing happens (usually 50)");
  expect(stdout).toMatch(
    /Options:[^]*How the file is read:[^]*How rows are put together:[^]*What counts as an anomaly:/,
  );
});
