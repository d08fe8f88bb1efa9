import { serialize } from "node:v8";
import { expect, test } from "vitest";
import { LineReceiver, LineSender } from "../../../../extension/shared/protocol/line-wire.js";
import type { Results, SeriesWindow } from "../../../../extension/shared/protocol/index.js";
import { changeOf } from "../../../../extension/shared/protocol/window-change.js";

const perPoint = [
  "time",
  "value",
  "score",
  "expectedAt",
  "lowerAt",
  "upperAt",
  "usualAt",
  "usualLowerAt",
  "usualUpperAt",
];

/** Results with a line of these points, of which some are flagged. */
function results(points: readonly number[], flagged: number, series = 0): Results {
  const line = Object.fromEntries(
    perPoint.map((field, by) => [field, Float64Array.from(points, (at) => at * 10 + by)]),
  );
  const model = Object.fromEntries(
    ["modelTime", "expected", "lower", "upper"].map((field) => [field, Float64Array.of(1, 2, 3)]),
  );
  const whole = {
    ...{ series, from: 0, to: 99, point: Uint32Array.from(points) },
    ...{ ...line, ...model, flagged: Uint8Array.from(points, (at) => Number(at === flagged)) },
  } as unknown as SeriesWindow;
  return { run: 1, chosen: { index: series, whole } } as unknown as Results;
}

test("results arrive as they were sent, the line only once; another KPI has its own", () => {
  const [sender, receiver] = [new LineSender(), new LineReceiver()];
  const many = Array.from({ length: 2000 }, (_, at) => at);
  const all = [
    results(many, 3),
    results(many, 700),
    results([...many, 2001], 2001),
    results(many, 4, 1),
    results(many, 4, 1),
  ];
  const sizes: number[] = [];
  for (const each of all) {
    const wired = sender.send(each);
    sizes.push(serialize(wired).length);
    expect(receiver.receive(structuredClone(wired))).toEqual(each);
  }
  expect(sizes[1]).toBeLessThan(sizes[0] / 10);
  expect(sizes[2]).toBeLessThan(sizes[0] / 10);
  expect(sizes[3]).toBe(sizes[0]);
  sender.restart();
  expect(serialize(sender.send(all[4])).length).toBe(sizes[0]);
});

test("who passes results on knows the change without comparing the lines", () => {
  const [sender, receiver] = [new LineSender(), new LineReceiver()];
  const [first, second] = [results([1, 2, 3], 2), results([1, 2, 3, 4], 4)].map((each) =>
    receiver.receive(structuredClone(sender.send(each))),
  );
  const change = changeOf(first.chosen.whole, second.chosen.whole)!;
  expect(change.added.point).toEqual(Uint32Array.of(4));
  expect(changeOf(first.chosen.whole, second.chosen.whole)).toBe(change);
  expect(changeOf(second.chosen.whole, second.chosen.whole)).toMatchObject({ removed: new Uint32Array(0) });
});
