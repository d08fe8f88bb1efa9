import type { SentencesByKind } from "../catalogue.js";
import { inLanguage } from "./in-every-language.js";
import type { Language } from "../language.js";
import { assumptions } from "./assumptions.js";
import { labels } from "./labels.js";
import { phrases } from "./phrases.js";
import { errors } from "./errors/index.js";
import { fixes } from "./fixes.js";
import { insights } from "./insights.js";
import { plotLabels } from "./plot-labels.js";
import { plots } from "./plots.js";
import { alerts, profile } from "./profile.js";
import { progress } from "./progress.js";
import { skips } from "./skips.js";
import { columns } from "./warnings/columns.js";
import { warnings } from "./warnings/index.js";
import { why, whyAt } from "./why.js";

/** The sentences that are said by kind, in one language. */
export function sentencesIn(language: Language): SentencesByKind {
  return {
    errors: inLanguage(errors, language),
    warnings: inLanguage(warnings, language),
    columnWarnings: inLanguage(columns, language),
    assumptions: inLanguage(assumptions, language),
    skips: inLanguage(skips, language),
    progress: inLanguage(progress, language),
    why: inLanguage(why, language),
    whyAt: whyAt[language],
    fixes: inLanguage(fixes, language),
    alerts: inLanguage(alerts, language),
    profile: inLanguage(profile, language),
    insights: inLanguage(insights, language),
    labels: inLanguage(labels, language),
    phrases: inLanguage(phrases, language),
    plots: { labels: inLanguage(plotLabels, language), told: inLanguage(plots, language) },
  };
}
