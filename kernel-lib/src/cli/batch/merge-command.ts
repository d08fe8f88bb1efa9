import { Command, Option } from "commander";
import { ResultFolder } from "../../batch/result-folder.js";
import { writeAnswer } from "../../batch/write-answer.js";
import { languages, type Language } from "../../words/language.js";
import { terminalText } from "../terminal-text.js";
import { answerText } from "./batch-frame.js";

/** `kpi-anomaly merge DIR`: joins what several machines have done into one answer. */
export function mergeCommand(): Command {
  return new Command("merge")
    .argument("<folder>", "the folder that kpi-anomaly batch wrote into")
    .description("Join the results of a batch, done in shares or not yet whole, into one answer.")
    .addOption(new Option("--language <language>", "language of every sentence").choices(languages).default("en"))
    .action(async (out: string, { language }: { readonly language: Language }) => {
      const answer = await writeAnswer(new ResultFolder(out), language);
      process.stdout.write(terminalText(answerText(answer, out, language)));
    });
}
