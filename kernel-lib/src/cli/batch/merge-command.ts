import { keepMemorySmall } from "../../workers/collection-pace.js";
import { ResultFolder } from "../../batch/result-folder.js";
import { writeAnswer } from "../../batch/write-answer.js";
import type { Language } from "../../words/language.js";
import { withLanguageOption } from "../config-options.js";
import { terminalText } from "../terminal-text.js";
import { answerText } from "./batch-frame.js";
import { Subcommand } from "../subcommand.js";

/** `kpi-anomaly merge DIR`: joins what several machines have done into one answer. */
export function mergeCommand(): Subcommand {
  return withLanguageOption(
    new Subcommand("merge", {
      en: "Join the results of a batch, done in shares or not yet whole, into one answer.",
      de: "Fügt Ergebnisse von batch, in Anteilen berechnet oder noch nicht vollständig, zu einer Antwort.",
    }).localizedArgument("<folder>", {
      en: "the folder that kpi-anomaly batch wrote into",
      de: "der Ordner, in den kpi-anomaly batch geschrieben hat",
    }),
  ).action(async (out: string, { language }: { readonly language: Language }) => {
    keepMemorySmall();
    const answer = await writeAnswer(new ResultFolder(out), language);
    process.stdout.write(terminalText(answerText(answer, out, language)));
  });
}
