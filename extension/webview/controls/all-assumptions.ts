import type { AssumptionFacts, Results } from "../../shared/protocol/index.js";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { number, percentSign } from "../../shared/words.js";

/** What a warning of the library is mended by. */
const mendedBy: Readonly<Record<string, string>> = {
  ambiguous_date_order: "columns.date",
  mixed_date_formats: "columns.date",
  excel_serial_dates_assumed: "columns.date",
  unparsable_date_rows: "columns.date",
  several_date_columns: "columns.date",
  date_in_several_columns: "columns.date",
  no_date_column_using_row_index: "columns.date",
  possible_missing_value_code: "read",
  not_utf8: "read",
  preamble_skipped: "read",
  no_header: "read",
  thousands_or_fraction: "read",
  marks_cut_off: "read",
  durations_as_seconds: "read",
  columns_turned_to_rows: "read",
  other_tables_skipped: "read",
  dates_across: "read",
  days_without_year: "columns.date",
  coarser_periods_left_out: "columns.date",
  fiscal_periods: "columns.date",
  many_columns: "columns.kpis",
  constant_column: "columns.kpis",
  empty_column: "columns.kpis",
  long_format: "columns.key",
};

/** Everything that was taken for granted, warnings first: what the library tells, and what goes without saying until it is wrong. */
export function allAssumptions(results: Results): AssumptionFacts[] {
  const told = results.assumptions.map((assumption) => ({
    ...assumption,
    option: assumption.option ?? (Object.hasOwn(mendedBy, assumption.id) ? mendedBy[assumption.id] : null),
  }));
  const quiet = [
    file(results),
    ...unsaid(results).filter(({ id }) => !told.some((assumption) => assumption.id === id)),
    direction(results),
  ];
  const all = told.map((assumption) =>
    assumption.id === "cadence"
      ? { ...assumption, option: "aggregate.by" }
      : assumption.id === "mode"
        ? { ...assumption, option: "mode" }
        : assumption,
  );
  return [
    ...all.filter(({ warning }) => warning),
    ...[quiet[0], ...all.filter(({ warning }) => !warning), ...quiet.slice(1)],
  ];
}

const plain = (id: string, text: string, option: string): AssumptionFacts => ({
  id,
  text,
  option,
  warning: false,
  line: null,
});

function file({ file: { encoding, delimiter, decimal } }: Results): AssumptionFacts {
  return plain(
    "file",
    t(
      {
        en: "{0}, cells divided by {1}, {2} as decimal mark.",
        de: "{0}, Zellen getrennt durch {1}, {2} als Dezimalzeichen.",
      },
      encoding.toUpperCase(),
      delimiterName(delimiter),
      decimal === "," ? t(terms.comma) : t(terms.point),
    ),
    "read",
  );
}

/** A delimiter as a person calls it. */
export function delimiterName(delimiter: string): string {
  return (
    {
      ",": t(terms.comma),
      ";": t({ en: "semicolon", de: "Strichpunkt" }),
      "\t": t({ en: "tab", de: "Tabulator" }),
      "|": t({ en: "bar", de: "Strich" }),
      " ": t({ en: "space", de: "Leerzeichen" }),
    }[delimiter] ?? delimiter
  );
}

function unsaid({ chosen }: Results): AssumptionFacts[] {
  return [
    plain("seasons", t({ en: "No season was found.", de: "Es wurde keine Saison gefunden." }), "season"),
    ...(chosen.dated
      ? [plain("events", t({ en: "No event is known.", de: "Kein Ereignis ist bekannt." }), "events")]
      : []),
    plain(
      "baseline",
      t({ en: "What is expected is taken from all of the file.", de: "Das Erwartete stammt aus der ganzen Datei." }),
      "baseline",
    ),
  ];
}

/** What counts for the chosen KPI; changing it cuts again and fits nothing. */
function direction({ chosen, tuning }: Results): AssumptionFacts {
  const rule = tuning.rules[chosen.kpi] ?? tuning.rules["*"];
  const which =
    rule?.direction === "up"
      ? t({ en: "Only rises count", de: "Nur Anstiege zählen" })
      : rule?.direction === "down"
        ? t({ en: "Only falls count", de: "Nur Abfälle zählen" })
        : t({ en: "Rises and falls count", de: "Anstiege und Abfälle zählen" });
  const least = [
    ...(rule?.minimumEffectPercent
      ? [
          t(
            { en: "from {0} off expected", de: "ab {0} Abweichung vom Erwarteten" },
            `${number(rule.minimumEffectPercent, Number.isInteger(rule.minimumEffectPercent) ? 0 : 1)}${percentSign()}`,
          ),
        ]
      : []),
    ...(rule?.minimumEffect
      ? [
          t(
            { en: "from {0} off expected", de: "ab {0} Abweichung vom Erwarteten" },
            number(rule.minimumEffect, chosen.decimals),
          ),
        ]
      : []),
    ...((rule?.minimumLength ?? 1) > 1
      ? [t({ en: "from {0} rows on", de: "ab {0} Zeilen" }, number(rule?.minimumLength ?? 1))]
      : []),
  ];
  return plain(
    "direction",
    `${which}, ${least.length ? least.join(", ") : t({ en: "however small", de: "auch kleinste" })}.`,
    "rules",
  );
}
