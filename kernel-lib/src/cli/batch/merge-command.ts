import type { Command } from "commander";
import { Subcommand } from "../subcommand.js";
import { ResultFolder } from "../../batch/result-folder.js";
import { writeAnswer } from "../../batch/write-answer.js";
import type { Language } from "../../words/language.js";
import { withLanguageOption } from "../config-options.js";
import { terminalText } from "../terminal-text.js";
import { answerText } from "./batch-frame.js";

/** `kpi-anomaly merge DIR`: joins what several machines have done into one answer. */
export function mergeCommand(): Command {
  return withLanguageOption(new Subcommand("merge").argument("<folder>")).action(
    async (out: string, { language }: { readonly language: Language }) => {
      const answer = await writeAnswer(new ResultFolder(out), language);
      process.stdout.write(terminalText(answerText(answer, out, language)));
    },
  );
}
