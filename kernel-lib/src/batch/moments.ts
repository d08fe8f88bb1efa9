import type { DiskSort, ScratchFolder } from "./disk-sort.js";
import { MomentFile } from "./moment-file.js";
import type { Moments, PlacedSpan, Span } from "./moment.js";
import { NumberColumn } from "./number-column.js";

/** Incidents in the order in which they are joined. */
export function spansByTime(scratch: ScratchFolder): DiskSort<Span> {
  return scratch.sort<Span>((a, b) => a.from - b.from || a.index - b.index);
}

/**
 * Joins incidents that are the same moment as `sharedIncidents` does within one file: they begin together (within one step)
 * or overlap by half of the shorter one; each moment is held together by its first incident. O(n log n), times the moments
 * that are open at once. Held are some numbers of each moment; members, however many, go through files.
 *
 * @param spans in the order of `spansByTime`
 */
export function joinMoments(spans: Iterable<Span>, scratch: ScratchFolder): Moments {
  const bySeries = scratch.sort<PlacedSpan>(
    (a, b) => a.group - b.group || a.index - b.index || b.severity - a.severity,
  );
  for (const placed of grouped(spans)) bySeries.add(placed);
  const series = new NumberColumn();
  const files = new NumberColumn();
  const byTime = scratch.sort<PlacedSpan>(
    (a, b) => a.group - b.group || a.from - b.from || b.severity - a.severity || a.index - b.index,
  );
  let last: PlacedSpan | null = null;
  for (const placed of bySeries.sorted()) {
    const { group, index, file } = placed;
    const same = last?.group === group;
    // The worst incident of each series stands for it.
    if (same && last?.index === index) continue;
    if (!same) {
      series.push(0);
      files.push(0);
    }
    series.addToLast(1);
    // Series are counted file by file.
    if (!same || last?.file !== file) files.addToLast(1);
    byTime.add(placed);
    last = placed;
  }
  const file = new MomentFile(scratch.file());
  for (const placed of byTime.sorted()) {
    const { group } = placed;
    if (series.at(group) > 1) file.add(placed, { series: series.at(group), files: files.at(group) });
  }
  return file.done();
}

function* grouped(spans: Iterable<Span>): Generator<PlacedSpan> {
  let open: Pick<PlacedSpan, "group" | "from" | "to" | "step">[] = [];
  let groups = 0;
  for (const span of spans) {
    open = open.filter((first) => first.to + first.step >= span.from);
    let found = open.find((first) => sameMoment(first, span));
    if (!found) {
      found = { group: groups++, from: span.from, to: span.to, step: span.step };
      open.push(found);
    }
    yield { ...span, group: found.group };
  }
}

function sameMoment(first: Pick<Span, "from" | "to" | "step">, span: Span): boolean {
  const step = Math.max(first.step, span.step);
  if (span.from - first.from <= step) return true;
  const overlap = Math.min(first.to, span.to) - span.from + step;
  return overlap > 0 && overlap >= (Math.min(first.to - first.from, span.to - span.from) + step) / 2;
}
