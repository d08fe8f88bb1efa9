import type { CommandLineProblems } from "../../../input-problems.js";
import { valueNames } from "../../subjects/value-names.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";

const LISTED = "kpi-anomaly --help --language de nennt die Befehle; mit einem Befehl davor, seine Optionen.";
const ANOTHER = "Nennen Sie eine andere Ausgabedatei.";
const INSTEAD: Readonly<Record<string, string>> = { folder: "es ist ein Ordner", disk: "es ist ein Datenträger" };

/** Options of the command line and the files that it writes. */
export const commandLine: ErrorSentencesOf<CommandLineProblems> = {
  no_subcommand: () => ["Es wurde kein Befehl genannt.", "kpi-anomaly --help nennt sie."],
  unknown_option: ({ option, near }) => [
    `Eine Option ${option} gibt es nicht.`,
    near === null ? LISTED : `Vielleicht ist ${near} gemeint.`,
  ],
  unknown_command: ({ command, near }, write) => [
    `Einen Befehl ${write.quoted(command)} gibt es nicht.`,
    near === null ? LISTED : `Vielleicht ist ${write.quoted(near)} gemeint.`,
  ],
  missing_argument: ({ argument }) => [`Das Argument <${valueNames.de[argument] ?? argument}> fehlt.`, LISTED],
  missing_option: ({ option }) => [`Die Option ${option} muss angegeben werden.`, LISTED],
  option_without_value: ({ option }) => [`Die Option ${option} braucht einen Wert.`, LISTED],
  too_many_arguments: ({ taken, given }, write) => [
    `${write.counted(given.length, "Argument", "Argumente")} statt ${write.count(taken)}: ${given.join(" ")}.`,
    "Setzen Sie Namen mit Leerzeichen in Anführungszeichen.",
  ],
  number_option: ({ option, text }, write) => [
    `${option} braucht eine Zahl, nicht ${write.quoted(text)}.`,
    `Zum Beispiel ${option} 0.5.`,
  ],
  whole_number_option: ({ option, text }, write) => [
    `${option} braucht eine ganze Zahl, nicht ${write.quoted(text)}.`,
    `Zum Beispiel ${option} 2.`,
  ],
  choice_option: ({ option, known, text }, write) => [
    `${option} kennt ${known.join(", ")}, nicht ${write.quoted(text)}.`,
    `Zum Beispiel ${option} ${known[known.length > 1 ? 1 : 0]}.`,
  ],
  pair_option: ({ option, known, text }, write) => [
    `${option} braucht eine Spalte und eines von ${known.join(", ")}, nicht ${write.quoted(text)}.`,
    `Zum Beispiel ${option} "Rating=mean".`,
  ],
  periods_option: ({ option, text }, write) => [
    `${option} braucht day, week, month, year, eine Zahl von Zeilen ab 2 oder none, nicht ${write.quoted(text)}.`,
    `Zum Beispiel ${option} week,year.`,
  ],
  moment_option: ({ option, text }, write) => [
    `${option} braucht ein Datum wie 2024-03-01 oder 2024-03-01T14:00, nicht ${write.quoted(text)}.`,
    `Zum Beispiel ${option} 2024-03-01.`,
  ],
  sizes_option: ({ text }, write) => [
    `--sizes braucht Zahlen über 0 mit Kommas dazwischen, nicht ${write.quoted(text)}.`,
    "Zum Beispiel --sizes 2,5,10.",
  ],
  no_segments_named: () => [
    "Was einen Zeitraum bewegt hat, sagen Segmente, und es sind keine genannt.",
    "Ergänzen Sie --segments mit der Spalte, nach der geteilt wird, zum Beispiel --segments Store.",
  ],
  no_row_named: () => [
    "Nach welcher Zeile gefragt ist, wurde nicht gesagt.",
    "Nennen Sie sie mit --line 152 oder --at 2024-03-01.",
  ],
  output_circular_link: ({ path }) => [`${path} ist ein Verweis, der im Kreis führt.`, ANOTHER],
  output_twice: ({ option, other, path }) => [`${option} und ${other} nennen dieselbe Datei, ${path}.`, ANOTHER],
  output_is_input: ({ path, input }) => [
    `${path} wird in diesem Lauf gelesen oder enthält Ihre Notizen (${input}) und wird nie verändert.`,
    ANOTHER,
  ],
  not_writable: ({ path, reason }) => [
    `${path} ließ sich nicht schreiben (${INSTEAD[reason] ?? reason}).`,
    "Prüfen Sie, ob es den Ordner gibt, ob er beschrieben werden darf und ob Platz ist.",
  ],
};
