import type { IncidentLine } from "./result-lines.js";

/** An incident with the series it is of. */
export interface Span
  extends Pick<IncidentLine, "kpi" | "series" | "from" | "to" | "start" | "end" | "severity" | "direction"> {
  readonly file: string;
  /** Number of its series over all files. */
  readonly index: number;
  /** Usual step of its series, in milliseconds. */
  readonly step: number;
}

/** One series' part in a moment. */
export type MomentMember = Pick<Span, "file" | "kpi" | "series" | "start" | "severity" | "direction">;

/** The same moment in several series, of one file or of several. */
export interface Moment {
  /** From 1, worst first. */
  readonly rank: number;
  /** Times of the first and last point of any member: milliseconds since 1970-01-01, and as written in the files. */
  readonly from: number;
  readonly to: number;
  readonly start: string;
  readonly end: string;
  readonly severity: number;
  readonly files: number;
  /** In the order in which they moved. */
  readonly members: readonly MomentMember[];
}

/**
 * Joins incidents that are the same moment as `sharedIncidents` does within one file: they begin together (within one step)
 * or overlap by half of the shorter one; each moment is held together by its first incident. O(n log n), times the moments
 * that are open at once.
 */
export function joinMoments(spans: readonly Span[]): Moment[] {
  const ordered = [...spans].sort((a, b) => a.from - b.from || a.index - b.index);
  const groups: Span[][] = [];
  let open: Span[][] = [];
  for (const span of ordered) {
    open = open.filter(([first]) => first.to + first.step >= span.from);
    const group = open.find(([first]) => sameMoment(first, span));
    if (group) group.push(span);
    else {
      const fresh = [span];
      groups.push(fresh);
      open.push(fresh);
    }
  }
  return groups
    .map(worstOfEach)
    .filter((group) => group.length > 1)
    .map(momentOf)
    .sort((a, b) => b.severity - a.severity || b.members.length - a.members.length || a.from - b.from)
    .map((moment, index) => ({ ...moment, rank: index + 1 }));
}

function sameMoment(first: Span, span: Span): boolean {
  const step = Math.max(first.step, span.step);
  if (span.from - first.from <= step) return true;
  const overlap = Math.min(first.to, span.to) - span.from + step;
  return overlap > 0 && overlap >= (Math.min(first.to - first.from, span.to - span.from) + step) / 2;
}

/** The worst incident of each series, first to move first. */
function worstOfEach(group: readonly Span[]): Span[] {
  const worst = new Map<number, Span>();
  for (const span of group) if (span.severity > (worst.get(span.index)?.severity ?? -1)) worst.set(span.index, span);
  return [...worst.values()].sort((a, b) => a.from - b.from || b.severity - a.severity || a.index - b.index);
}

function momentOf(group: readonly Span[]): Moment {
  const last = group.reduce((latest, span) => (span.to > latest.to ? span : latest));
  return {
    rank: 0,
    from: group[0].from,
    to: last.to,
    start: group[0].start,
    end: last.end,
    severity: group.reduce((most, { severity }) => Math.max(most, severity), 0),
    files: new Set(group.map(({ file }) => file)).size,
    members: group.map(({ file, kpi, series, start, severity, direction }) => ({
      file,
      kpi,
      series,
      start,
      severity,
      direction,
    })),
  };
}
