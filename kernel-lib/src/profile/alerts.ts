import { shortMoment, shortNumber } from "../display/record-table.js";
import type { Table } from "../table.js";
import type { Correlation } from "./correlations.js";
import type { KpiProfile } from "./kpi-profile.js";
import type { TimeProfile } from "./time-profile.js";

/** What deserves a look in a file, in words: first what the reader of the file noticed, then what its numbers say. */
export function alerts(
  table: Table,
  time: TimeProfile,
  kpis: readonly KpiProfile[],
  correlations: readonly Correlation[],
): string[] {
  const read = table.warnings.map(({ message }) => message);
  const noticed = new Set(table.warnings.map(({ code }) => code));
  const stated = [
    ...(time.order === "unsorted" && !noticed.has("unsorted_rows_sorted")
      ? ["The records are not in order of time; they are sorted before anything else."]
      : []),
    ...(time.duplicates > 0 && !noticed.has("duplicate_timestamps")
      ? [`${time.duplicates} records repeat a moment that is there already.`]
      : []),
  ];
  return [...read, ...stated, ...kpis.flatMap((kpi) => kpiAlerts(kpi, table)), ...nearlyTheSame(correlations)];
}

/** Groups of KPIs that are tied to each other by correlations beyond 0.98. */
function nearlyTheSame(correlations: readonly Correlation[]): string[] {
  const groups: Set<string>[] = [];
  for (const { first, second, same } of correlations) {
    if (!(Math.abs(same) > 0.98)) continue;
    const [one, other] = [first, second].map((name) => groups.find((group) => group.has(name)));
    if (one && other && one !== other) {
      for (const name of other) one.add(name);
      groups.splice(groups.indexOf(other), 1);
    } else (one ?? other ?? groups[groups.push(new Set()) - 1]).add(first).add(second);
  }
  return groups.map(
    (group) =>
      `${[...group].join(", ").replace(/, ([^,]*)$/, " and $1")} say nearly the same (correlation above 0.98); one of them is enough.`,
  );
}

function kpiAlerts(kpi: KpiProfile, table: Table): string[] {
  const name = kpi.series === "" ? kpi.kpi : `${kpi.kpi} of ${kpi.series}`;
  const found: string[] = [];
  const dated = table.time !== null;
  const share = (part: number): string => `${Math.round((100 * part) / kpi.points)} %`;
  if (kpi.missing === kpi.points) return [`${name} has no value at all.`];
  if (kpi.distinct === 1) return [`${name} never changes; it is ${shortNumber(kpi.min)} throughout.`];
  if (kpi.missing / kpi.points > 0.05) found.push(`${name} is missing in ${share(kpi.missing)} of its points.`);
  if (kpi.zeros / kpi.points > 0.3)
    found.push(`${name} is zero in ${share(kpi.zeros)} of its points; spikes will look larger than they are.`);
  if (Math.abs(kpi.skew) > 2)
    found.push(`${name} has a long tail ${kpi.skew > 0 ? "upwards" : "downwards"} (skew ${kpi.skew.toFixed(1)}).`);
  if (kpi.flatRuns.length > 0) {
    const [longest] = kpi.flatRuns;
    found.push(
      `${name} stands still at ${shortNumber(longest.value)} for ${longest.end - longest.start + 1} points in a row${kpi.flatRuns.length > 1 ? `, and ${kpi.flatRuns.length - 1} times more for long` : ""}.`,
    );
  }
  for (const shift of kpi.levelShifts.slice(0, 2))
    found.push(
      `${name} moves from about ${shortNumber(shift.before)} to ${shortNumber(shift.after)} around ${dated ? shortMoment(shift.time) : `record ${shift.time + 1}`} and stays there.`,
    );
  return found;
}
