import { describe, expect, it } from "vitest";
import { kinds, kindSeries } from "../../bench/generated/kinds/index.js";

describe("kinds of events in the generator", () => {
  const all = kindSeries(3, 5);

  it.each(Object.keys(kinds))("%s: events in an otherwise usual series, the same for the same seed", (kind) => {
    const own = all.filter((series) => series.kind === kind);
    expect(own).toHaveLength(3);
    for (const { series, labels, name } of own) {
      expect(series.values.every(Number.isFinite), name).toBe(true);
      expect(labels).toHaveLength(series.values.length);
      const share = labels.reduce((sum, label) => sum + label, 0) / labels.length;
      expect(share, name).toBeGreaterThan(0);
      expect(share, name).toBeLessThan(0.2);
      expect(labels[0] + labels[labels.length - 1], name).toBe(0);
    }
    const again = kindSeries(3, 5).filter((series) => series.kind === kind);
    expect(again.map(({ series }) => [...series.values])).toEqual(own.map(({ series }) => [...series.values]));
    expect([...kindSeries(1, 6).find((series) => series.kind === kind)!.series.values]).not.toEqual([
      ...own[0].series.values,
    ]);
  });

  it("negative values are below zero, doubled days twice as high, spikes of 4 to 8 deviations alone", () => {
    const of = (kind: string): (typeof all)[number] => all.find((series) => series.kind === kind)!;
    const negative = of("negative value");
    negative.series.values.forEach((value, i) => expect(value < 0).toBe(negative.labels[i] === 1));
    const { labels } = of("spike or dip of 4 to 8 deviations");
    labels.forEach((label, i) => expect(label + (labels[i + 1] ?? 0)).toBeLessThan(2));
  });
});
