/** Length of the periods a format names, in months; 0 for days and times. */
export function periodMonths(format: string): number {
  if (/D|W|H|h:|d/.test(format.replace(/-Hh|^Hh /, ""))) return 0;
  if (/^(YYYY|FYYYY|YYYY\/YY)$/.test(format)) return 12;
  if (/-Hh|^Hh/.test(format)) return 6;
  if (/Q/.test(format)) return 3;
  return 1;
}

/** A group of cells of one format. */
export interface PeriodGroup {
  readonly format: string;
  readonly months: number;
  readonly cells: number;
  readonly first: number;
  readonly last: number;
}

/**
 * Formats of longer periods that stand beside shorter ones of the same time: years and quarters above the months that they
 * are made of. A file that changes from quarters to months at some time has none. Empty where all are of one length.
 */
export function coarserFormats(groups: readonly PeriodGroup[]): readonly string[] {
  const finest = Math.min(...groups.map(({ months }) => months));
  const fine = groups.filter(({ months }) => months === finest);
  const cells = fine.reduce((sum, group) => sum + group.cells, 0);
  const first = Math.min(...fine.map((group) => group.first));
  const last = Math.max(...fine.map((group) => group.last));
  const coarser = groups.filter(({ months }) => months > finest);
  const overlapping = coarser.filter(
    (group) => Math.min(group.last, last) - Math.max(group.first, first) > (last - first) / 4,
  );
  // A few months beside many years are what is odd.
  return cells * 3 < coarser.reduce((sum, group) => sum + group.cells, 0)
    ? []
    : overlapping.map(({ format }) => format);
}
