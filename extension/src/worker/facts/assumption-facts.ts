import type { Report, Table } from "kpi-anomaly";
import type { AssumptionFacts, StoredVerdict } from "../../../shared/protocol/index.js";
import { t } from "../../../shared/translate.js";
import { says } from "../library-words.js";

/** What was noticed and assumed, in words, and the option that changes it; at the end what a person marked. */
export function assumptionFacts(report: Report, table: Table, verdicts: readonly StoredVerdict[]): AssumptionFacts[] {
  const warnings = says.warnings(report).map(({ text, warnings: [first] }) => ({
    id: first.code,
    text,
    option: null,
    warning: true,
    line: first.rows?.length ? (table.lines[first.rows[0] - 1] ?? null) : null,
  }));
  const assumptions = report.assumptions.map((assumption) => ({
    id: assumption.id,
    text: says.assumption(assumption),
    option: assumption.option ?? null,
    warning: false,
    line: null,
  }));
  const expected = verdicts.filter(({ verdict }) => verdict === "expected").length;
  const kept = expected
    ? [
        {
          id: "verdicts",
          text: feedbackSummary(expected, `${table.source.file}.anomalies.json`),
          option: null,
          warning: false,
          line: null,
        },
      ]
    : [];
  return [...warnings, ...assumptions, ...kept];
}

const feedbackSummary = (count: number, file: string): string =>
  count === 1
    ? t({ en: "1 stretch is marked as expected in {0}.", de: "1 Abschnitt ist in {0} als erwartet vermerkt." }, file)
    : t(
        { en: "{0} stretches are marked as expected in {1}.", de: "{0} Abschnitte sind in {1} als erwartet vermerkt." },
        count,
        file,
      );
