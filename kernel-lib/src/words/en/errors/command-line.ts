import type { CommandLineProblems } from "../../../input-problems.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";

const LISTED = "kpi-anomaly --help lists the commands; with the name of one in front, its options.";
const ANOTHER = "Name another output file.";
const INSTEAD: Readonly<Record<string, string>> = { folder: "it is a folder", disk: "it is a disk" };

/** Options of the command line and the files that it writes. */
export const commandLine: ErrorSentencesOf<CommandLineProblems> = {
  no_subcommand: () => ["No subcommand was given.", "kpi-anomaly --help lists them."],
  unknown_option: ({ option, near }) => [
    `There is no option ${option}.`,
    near === null ? LISTED : `Perhaps ${near} is meant.`,
  ],
  unknown_command: ({ command, near }, write) => [
    `There is no command ${write.quoted(command)}.`,
    near === null ? LISTED : `Perhaps ${write.quoted(near)} is meant.`,
  ],
  missing_argument: ({ argument }) => [`The argument <${argument}> is missing.`, LISTED],
  missing_option: ({ option }) => [`The option ${option} is needed.`, LISTED],
  option_without_value: ({ option }) => [`The option ${option} needs a value.`, LISTED],
  too_many_arguments: ({ taken, given }, write) => [
    `${write.counted(given.length, "argument was", "arguments were")} given, ${write.count(taken)} expected: ${given.join(" ")}.`,
    "Put quotes around a name that holds blanks.",
  ],
  number_option: ({ option, text }, write) => [
    `${option} needs a number, not ${write.quoted(text)}.`,
    `For example ${option} 0.5.`,
  ],
  whole_number_option: ({ option, text }, write) => [
    `${option} needs a whole number, not ${write.quoted(text)}.`,
    `For example ${option} 2.`,
  ],
  choice_option: ({ option, known, text }, write) => [
    `${option} knows ${known.join(", ")}, not ${write.quoted(text)}.`,
    `For example ${option} ${known[known.length > 1 ? 1 : 0]}.`,
  ],
  pair_option: ({ option, known, text }, write) => [
    `${option} needs a column and one of ${known.join(", ")}, not ${write.quoted(text)}.`,
    `For example ${option} "Rating=mean".`,
  ],
  periods_option: ({ option, text }, write) => [
    `${option} needs day, week, month, year, a number of rows from 2 or none, not ${write.quoted(text)}.`,
    `For example ${option} week,year.`,
  ],
  moment_option: ({ option, text }, write) => [
    `${option} needs a date as 2024-03-01 or 2024-03-01T14:00, not ${write.quoted(text)}.`,
    `For example ${option} 2024-03-01.`,
  ],
  sizes_option: ({ text }, write) => [
    `--sizes needs numbers above 0 with commas between, not ${write.quoted(text)}.`,
    "For example --sizes 2,5,10.",
  ],
  no_segments_named: () => [
    "What drove a stretch of time is told by segments, and none are named.",
    "Add --segments with the column to split by, for example --segments Store.",
  ],
  no_row_named: () => ["Which row is asked about was not said.", "Name it with --line 152 or --at 2024-03-01."],
  output_circular_link: ({ path }) => [`${path} is a link that leads in a circle.`, ANOTHER],
  output_twice: ({ option, other, path }) => [`${option} and ${other} name one file, ${path}.`, ANOTHER],
  output_is_input: ({ path, input }) => [
    `${path} is a file that this run reads or that holds your notes (${input}); it is never changed.`,
    ANOTHER,
  ],
  not_writable: ({ path, reason }) => [
    `${path} could not be written (${INSTEAD[reason] ?? reason}).`,
    "Check that the folder exists, may be written and has room.",
  ],
};
