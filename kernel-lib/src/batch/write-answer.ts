import { version } from "../version.js";
import type { Language } from "../words/language.js";
import { mergeResults, type MergedAnswer } from "./merge.js";
import type { ResultFolder } from "./result-folder.js";
import { summaryPage } from "./summary-page.js";

/**
 * Joins all results of a folder and writes the answer beside them: `summary.json`, `incidents.jsonl` (worst first),
 * `moments.jsonl` and `summary.html`. The same results give the same bytes, whoever computed them.
 */
export async function writeAnswer(folder: ResultFolder, language: Language): Promise<MergedAnswer> {
  const answer = await mergeResults(folder);
  const { incidents, moments, ...rest } = answer;
  const summary = { version, ...rest, incidents: incidents.length, moments: moments.length };
  await folder.write("incidents.jsonl", linesOf(incidents));
  await folder.write("moments.jsonl", linesOf(moments));
  await folder.write("summary.html", summaryPage(answer, language));
  await folder.write("summary.json", `${JSON.stringify(summary, null, 2)}\n`);
  return answer;
}

function linesOf(all: readonly object[]): string {
  return all.map((each) => `${JSON.stringify(each)}\n`).join("");
}
