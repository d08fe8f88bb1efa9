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
  const { answer, ranking } = await mergeResults(folder);
  const { moments } = answer;
  const summary = summaryOf(answer);
  await folder.write("incidents.jsonl", linesOf(ranking()));
  await folder.write("moments.jsonl", linesOf(moments));
  await folder.write("summary.html", summaryPage(answer, language));
  await folder.write("summary.json", `${JSON.stringify(summary, null, 2)}\n`);
  return answer;
}

/** The answer in numbers: what `summary.json` and `--json` tell. */
export function summaryOf({ incidents: _incidents, found, moments, ...rest }: MergedAnswer): object {
  return { version, ...rest, incidents: found, moments: moments.length };
}

/** Characters that are written at a time. */
const PIECE = 1 << 16;

function* linesOf(all: Iterable<object>): Generator<string> {
  let piece = "";
  for (const each of all) {
    piece += `${JSON.stringify(each)}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}
