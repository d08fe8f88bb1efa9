import type { Insight, InsightFacts, InsightOf } from "../../profile/analyses/insights.js";
import type { Profile } from "../../profile/profile.js";
import type { Language } from "../language.js";
import { speechOf } from "../speech.js";

/** Which insights are asked for; all that are left out fit. */
export interface InsightChoice {
  readonly kind?: keyof InsightFacts;
  readonly kpi?: string;
  readonly series?: string;
}

/** An insight with its sentence, as other programs read it. */
export interface InsightWithWords {
  readonly kind: keyof InsightFacts;
  /** Empty for what is said of the whole file. */
  readonly kpi: string;
  readonly series: string;
  readonly text: string;
}

/**
 * What an analysis comes to, in one sentence.
 *
 * @example
 * for (const insight of profile(table).insights) console.log(insightText(insight));
 */
export function insightText(insight: Insight, language?: Language): string {
  return told(insight, language);
}

function told<Kind extends keyof InsightFacts>({ kind, facts }: InsightOf<Kind>, language?: Language): string {
  const { words, write } = speechOf(language);
  return words.insights[kind](facts, write);
}

/**
 * What the analyses of a profile come to, each in one sentence.
 *
 * @param choice of one kind, of one KPI; everything when left out
 * @example insightsOf(profile(table), { kind: "calendar", kpi: "visits" })[0].text // "visits is highest on Mondays …"
 */
export function insightsOf(profile: Profile, choice: InsightChoice = {}, language?: Language): InsightWithWords[] {
  return profile.insights
    .map((insight): InsightWithWords => {
      const of = "of" in insight.facts && typeof insight.facts.of === "object" ? insight.facts.of : undefined;
      return {
        kind: insight.kind,
        kpi: of?.kpi ?? "",
        series: of?.series ?? "",
        text: insightText(insight, language),
      };
    })
    .filter(
      ({ kind, kpi, series }) =>
        (choice.kind === undefined || kind === choice.kind) &&
        (choice.kpi === undefined || kpi === choice.kpi) &&
        (choice.series === undefined || series === choice.series),
    );
}
