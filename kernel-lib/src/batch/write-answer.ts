import { version } from "../version.js";
import type { Language } from "../words/language.js";
import { jsonLines } from "./disk-sort.js";
import { mergeResults, type MergedAnswer } from "./merge.js";
import type { ResultFolder } from "./result-folder.js";
import { summaryPage } from "./summary-page.js";

/**
 * Joins all results of a folder and writes the answer beside them: `summary.json`, `incidents.jsonl` (worst first),
 * `moments.jsonl` and `summary.html`. The same results give the same bytes, whoever computed them.
 */
export async function writeAnswer(folder: ResultFolder, language: Language): Promise<MergedAnswer> {
  const { answer, ranking, drop } = await mergeResults(folder);
  try {
    await folder.write("incidents.jsonl", jsonLines(ranking()));
    await folder.write("moments.jsonl", answer.moments.lines());
    await folder.write("summary.html", summaryPage(answer, language));
    await folder.write("summary.json", `${JSON.stringify({ version, ...summaryOf(answer) }, null, 2)}\n`);
    return answer;
  } finally {
    drop();
  }
}

/** The answer in numbers: what `summary.json` and `--json` tell. */
export function summaryOf({ incidents: _worst, found, moments, ...rest }: MergedAnswer): object {
  return { ...rest, incidents: found, moments: moments.count };
}
