import type { ResultsPanel } from "../panel/results-panel.js";
import { foundText, incidentsText } from "../../shared/words.js";

/** What was found in the file of a panel, as status bar, lens, tree and panel say it. */
export const countText = ({ analysis }: ResultsPanel): string =>
  analysis.results ? foundText(analysis.results) : incidentsText(0);
