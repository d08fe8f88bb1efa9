import type { Figure } from "../display/figure.js";
import { htmlPage } from "../display/html-page.js";
import { escapeMarkup } from "../display/scene-svg.js";
import type { Language } from "../words/language.js";
import { displayOf } from "../words/display.js";
import { version } from "../version.js";
import { PAGE_STYLE, pageSvg } from "./page-theme.js";

/** A part of a page: a result that displays itself, and pictures of it. */
export interface AnalysisSection {
  readonly result: object;
  readonly figures: readonly Figure[];
}

/**
 * Results of an analysis (profile, comparison, stability, backtest, injection) as one HTML page that opens without internet:
 * words and tables as in a notebook, pictures as SVG, no script.
 *
 * @example
 * const page = analysisHtml("Profile", [{ result: profile(table), figures: [] }]);
 */
export function analysisHtml(title: string, sections: readonly AnalysisSection[], language?: Language): string {
  return htmlPage({
    language: language ?? "en",
    title,
    style: PAGE_STYLE,
    body: `<h1>${escapeMarkup(title)}</h1>
${sections.map((section) => sectionHtml(section, language)).join("\n")}
<footer>KPI Anomaly Detector ${escapeMarkup(version)}</footer>`,
  });
}

function sectionHtml({ result, figures }: AnalysisSection, language?: Language): string {
  return `<section>\n${String(displayOf(result, language)?.["text/html"] ?? "")}\n${figures.map(pageSvg).join("\n")}\n</section>`;
}
