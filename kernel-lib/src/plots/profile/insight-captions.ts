import { plotWords } from "../../words/plots.js";
import type { InsightFacts } from "../../profile/analyses/insights.js";
import type { KpiProfile } from "../../profile/kpi-profile.js";
import type { Profile } from "../../profile/profile.js";
import { insightsOf } from "../../words/analyses/insights.js";
import { seriesTitle, type PlotOptions } from "../plot.js";

/** What an analysis says of each of these KPIs, one sentence each; that nothing is known of one to which it says nothing. */
export function insightCaptions(
  profile: Profile,
  kind: keyof InsightFacts,
  kpis: readonly KpiProfile[],
  { language }: PlotOptions,
  nothing: "noLevel" | "noDates" | "noPartial" | "noTest" | "noYears",
): string {
  const { labels, told } = plotWords(language);
  const said = insightsOf(profile, { kind }, language);
  const sentences = kpis.flatMap((kpi) => {
    const own = said.filter((each) => each.kpi === kpi.kpi && each.series === kpi.series).map(({ text }) => text);
    return own.length > 0 ? own : [told("nothingSaid", { series: seriesTitle(kpi), what: labels[nothing] })];
  });
  return sentences.length > 0 ? sentences.join(" ") : labels.noKpi;
}
