/** What the parser of the command line finds wrong is a fact, said in the language of the run. */
import { expect, test } from "vitest";
import { runCommand } from "./run-command.js";

const wrong: [name: string, args: string[], kind: string, facts: object, english: string, german: string][] = [
  [
    "an option that is mistyped",
    ["detect", "x.csv", "--sensitvity", "3"],
    "unknown_option",
    { option: "--sensitvity", near: "--sensitivity" },
    "There is no option --sensitvity. Perhaps --sensitivity is meant.",
    "Eine Option --sensitvity gibt es nicht. Vielleicht ist --sensitivity gemeint.",
  ],
  [
    "an option of nothing",
    ["detect", "x.csv", "--quux"],
    "unknown_option",
    { near: null },
    "There is no option --quux. kpi-anomaly --help lists",
    "Eine Option --quux gibt es nicht. kpi-anomaly --help",
  ],
  [
    "a command that is mistyped",
    ["detct", "x.csv"],
    "unknown_command",
    { command: "detct", near: "detect" },
    'There is no command "detct". Perhaps "detect" is meant.',
    "Einen Befehl „detct“ gibt es nicht. Vielleicht ist „detect“ gemeint.",
  ],
  [
    "a missing argument",
    ["detect"],
    "missing_argument",
    { argument: "file" },
    "The argument <file> is missing.",
    "Das Argument <Datei> fehlt.",
  ],
  [
    "an option without its value",
    ["detect", "x.csv", "--kpi"],
    "option_without_value",
    { option: "--kpi" },
    "The option --kpi needs a value.",
    "Die Option --kpi braucht einen Wert.",
  ],
  [
    "a missing option",
    ["batch", "x.csv"],
    "missing_option",
    { option: "--out" },
    "The option --out is needed.",
    "Die Option --out muss angegeben werden.",
  ],
  [
    "a name with a blank",
    ["detect", "my", "sales.csv"],
    "too_many_arguments",
    { taken: 1, given: ["my", "sales.csv"] },
    "2 arguments were given, 1 expected: my sales.csv.",
    "2 Argumente statt 1: my sales.csv.",
  ],
  [
    "a language that is not spoken",
    ["detect", "x.csv", "--language", "fr"],
    "choice_option",
    { option: "--language", text: "fr" },
    '--language knows en, de, not "fr".',
    "",
  ],
];

test.each(wrong)("%s", async (_name, args, kind, facts, english, german) => {
  const plain = await runCommand(...args);
  expect([plain.code, plain.stdout]).toEqual([2, ""]);
  expect(plain.stderr).toContain(`kpi-anomaly: ${english}`);
  const json = await runCommand("--json", ...args).then(() => runCommand(...args, "--json"));
  if (kind !== "option_without_value")
    expect(JSON.parse(json.stdout)).toMatchObject({ error: { code: "bad_option", kind, facts } });
  if (german === "") return;
  const told = await runCommand("--language", "de", ...args).then(() => runCommand(...args, "--language", "de"));
  if (kind !== "option_without_value") expect(told.stderr).toContain(`kpi-anomaly: ${german}`);
});

test("a bare command asks for a subcommand, in the language of the run", async () => {
  expect((await runCommand("notebook")).stderr).toMatch(/No subcommand was given/);
});
