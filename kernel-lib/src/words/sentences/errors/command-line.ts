import type { InEveryLanguage } from "../in-every-language.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";
import type { CommandLineProblems } from "../../../input-problems.js";
import { valueNames } from "../../subjects/value-names.js";
import * as english from "../../en/errors/command-line-terms.js";
import * as german from "../../de/errors/command-line-terms.js";

/** Options of the command line and the files that it writes. */
export const commandLine: InEveryLanguage<ErrorSentencesOf<CommandLineProblems>> = {
  no_subcommand: {
    en: () => ["No subcommand was given.", "kpi-anomaly --help lists them."],
    de: () => ["Es wurde kein Befehl genannt.", "kpi-anomaly --help nennt sie."],
  },
  unknown_option: {
    en: ({ option, near }) => [
      `There is no option ${option}.`,
      near === null ? english.LISTED : `Perhaps ${near} is meant.`,
    ],
    de: ({ option, near }) => [
      `Eine Option ${option} gibt es nicht.`,
      near === null ? german.LISTED : `Vielleicht ist ${near} gemeint.`,
    ],
  },
  unknown_command: {
    en: ({ command, near }, write) => [
      `There is no command ${write.quoted(command)}.`,
      near === null ? english.LISTED : `Perhaps ${write.quoted(near)} is meant.`,
    ],
    de: ({ command, near }, write) => [
      `Einen Befehl ${write.quoted(command)} gibt es nicht.`,
      near === null ? german.LISTED : `Vielleicht ist ${write.quoted(near)} gemeint.`,
    ],
  },
  missing_argument: {
    en: ({ argument }) => [`The argument <${argument}> is missing.`, english.LISTED],
    de: ({ argument }) => [`Das Argument <${valueNames.de[argument] ?? argument}> fehlt.`, german.LISTED],
  },
  missing_option: {
    en: ({ option }) => [`The option ${option} is needed.`, english.LISTED],
    de: ({ option }) => [`Die Option ${option} muss angegeben werden.`, german.LISTED],
  },
  option_without_value: {
    en: ({ option }) => [`The option ${option} needs a value.`, english.LISTED],
    de: ({ option }) => [`Die Option ${option} braucht einen Wert.`, german.LISTED],
  },
  too_many_arguments: {
    en: ({ taken, given }, write) => [
      `${write.counted(given.length, "argument was", "arguments were")} given, ${write.count(taken)} expected: ${given.join(" ")}.`,
      "Put quotes around a name that holds blanks.",
    ],
    de: ({ taken, given }, write) => [
      `${write.counted(given.length, "Argument", "Argumente")} statt ${write.count(taken)}: ${given.join(" ")}.`,
      "Setzen Sie Namen mit Leerzeichen in Anführungszeichen.",
    ],
  },
  number_option: {
    en: ({ option, text }, write) => [
      `${option} needs a number, not ${write.quoted(text)}.`,
      `For example ${option} 0.5.`,
    ],
    de: ({ option, text }, write) => [
      `${option} braucht eine Zahl, nicht ${write.quoted(text)}.`,
      `Zum Beispiel ${option} 0.5.`,
    ],
  },
  whole_number_option: {
    en: ({ option, text }, write) => [
      `${option} needs a whole number, not ${write.quoted(text)}.`,
      `For example ${option} 2.`,
    ],
    de: ({ option, text }, write) => [
      `${option} braucht eine ganze Zahl, nicht ${write.quoted(text)}.`,
      `Zum Beispiel ${option} 2.`,
    ],
  },
  choice_option: {
    en: ({ option, known, text }, write) => [
      `${option} knows ${known.join(", ")}, not ${write.quoted(text)}.`,
      `For example ${option} ${known[known.length > 1 ? 1 : 0]}.`,
    ],
    de: ({ option, known, text }, write) => [
      `${option} kennt ${known.join(", ")}, nicht ${write.quoted(text)}.`,
      `Zum Beispiel ${option} ${known[known.length > 1 ? 1 : 0]}.`,
    ],
  },
  pair_option: {
    en: ({ option, known, text }, write) => [
      `${option} needs a column and one of ${known.join(", ")}, not ${write.quoted(text)}.`,
      `For example ${option} "Rating=mean".`,
    ],
    de: ({ option, known, text }, write) => [
      `${option} braucht eine Spalte und eines von ${known.join(", ")}, nicht ${write.quoted(text)}.`,
      `Zum Beispiel ${option} "Rating=mean".`,
    ],
  },
  periods_option: {
    en: ({ option, text }, write) => [
      `${option} needs day, week, month, year, a number of rows from 2 or none, not ${write.quoted(text)}.`,
      `For example ${option} week,year.`,
    ],
    de: ({ option, text }, write) => [
      `${option} braucht day, week, month, year, eine Zahl von Zeilen ab 2 oder none, nicht ${write.quoted(text)}.`,
      `Zum Beispiel ${option} week,year.`,
    ],
  },
  moment_option: {
    en: ({ option, text }, write) => [
      `${option} needs a date as 2024-03-01 or 2024-03-01T14:00, not ${write.quoted(text)}.`,
      `For example ${option} 2024-03-01.`,
    ],
    de: ({ option, text }, write) => [
      `${option} braucht ein Datum wie 2024-03-01 oder 2024-03-01T14:00, nicht ${write.quoted(text)}.`,
      `Zum Beispiel ${option} 2024-03-01.`,
    ],
  },
  sizes_option: {
    en: ({ text }, write) => [
      `--sizes needs numbers above 0 with commas between, not ${write.quoted(text)}.`,
      "For example --sizes 2,5,10.",
    ],
    de: ({ text }, write) => [
      `--sizes braucht Zahlen über 0 mit Kommas dazwischen, nicht ${write.quoted(text)}.`,
      "Zum Beispiel --sizes 2,5,10.",
    ],
  },
  no_segments_named: {
    en: () => [
      "What drove a stretch of time is told by segments, and none are named.",
      "Add --segments with the column to split by, for example --segments Store.",
    ],
    de: () => [
      "Was einen Zeitraum bewegt hat, sagen Segmente, und es sind keine genannt.",
      "Ergänzen Sie --segments mit der Spalte, nach der geteilt wird, zum Beispiel --segments Store.",
    ],
  },
  no_row_named: {
    en: () => ["Which row is asked about was not said.", "Name it with --line 152 or --at 2024-03-01."],
    de: () => [
      "Nach welcher Zeile gefragt ist, wurde nicht gesagt.",
      "Nennen Sie sie mit --line 152 oder --at 2024-03-01.",
    ],
  },
  output_circular_link: {
    en: ({ path }) => [`${path} is a link that leads in a circle.`, english.ANOTHER],
    de: ({ path }) => [`${path} ist ein Verweis, der im Kreis führt.`, german.ANOTHER],
  },
  output_twice: {
    en: ({ option, other, path }) => [`${option} and ${other} name one file, ${path}.`, english.ANOTHER],
    de: ({ option, other, path }) => [`${option} und ${other} nennen dieselbe Datei, ${path}.`, german.ANOTHER],
  },
  output_is_input: {
    en: ({ path, input }) => [
      `${path} is a file that this run reads or that holds your notes (${input}); it is never changed.`,
      english.ANOTHER,
    ],
    de: ({ path, input }) => [
      `${path} wird in diesem Lauf gelesen oder enthält Ihre Notizen (${input}) und wird nie verändert.`,
      german.ANOTHER,
    ],
  },
  not_writable: {
    en: ({ path, reason }) => [
      `${path} could not be written (${english.INSTEAD[reason] ?? reason}).`,
      "Check that the folder exists, may be written and has room.",
    ],
    de: ({ path, reason }) => [
      `${path} ließ sich nicht schreiben (${german.INSTEAD[reason] ?? reason}).`,
      "Prüfen Sie, ob es den Ordner gibt, ob er beschrieben werden darf und ob Platz ist.",
    ],
  },
};
