import { expect, test } from "vitest";
import type { PageState, Results, SeriesWindow } from "../../../../extension/shared/protocol/index.js";
import { initialModel, reduce, visibleIncidents, type Model } from "../../../../extension/webview/state/model.js";

const results = (run: number, incidents: readonly object[] = []): Results =>
  ({ run, chosen: { kpi: "sales", series: "", points: 10, incidents } }) as unknown as Results;
const progress = { step: "", fraction: 0 };
const told = (model: Model, state: PageState): Model =>
  reduce(model, { do: "message", message: { type: "state", state, change: null } });
const zoomed: Model = {
  ...told(initialModel, { kind: "ready", file: "a.csv", results: results(1), stale: false }),
  window: {} as SeriesWindow,
  analyses: { compare: "asked" },
};

test("a run that begins, or is cancelled at once, leaves all that is known of the results", () => {
  const begun = told(zoomed, { kind: "working", file: "a.csv", progress, results: results(1), fresh: false });
  const cancelled = told(begun, { kind: "cancelled", file: "a.csv", results: results(1), fresh: false });
  for (const model of [begun, cancelled])
    expect([model.window, model.analyses]).toEqual([zoomed.window, zoomed.analyses]);
});

test("another cut of the results before, and results of the new run, are not what was known", () => {
  const begun = told(zoomed, { kind: "working", file: "a.csv", progress, results: results(1), fresh: false });
  for (const next of [results(1), results(2)]) {
    const model = told(begun, { kind: "working", file: "a.csv", progress, results: next, fresh: next.run === 2 });
    expect([model.window, model.analyses.compare]).toEqual([null, undefined]);
  }
});

test("what is not known is sorted last, whichever way the others go", () => {
  const incidents = [NaN, 2, 1].map((actual, k) => ({ rank: k + 1, actual, kind: "", reason: "" }));
  const model = told(initialModel, { kind: "ready", file: "a.csv", results: results(1, incidents), stale: false });
  const ranks = (ascending: boolean): number[] =>
    visibleIncidents({ ...model, sort: "actual", ascending }).map(({ rank }) => rank);
  expect([ranks(true), ranks(false)]).toEqual([
    [3, 2, 1],
    [2, 3, 1],
  ]);
});

test("a row of a file that no editor shows comes to the front where it is asked for, and is kept until a new run", () => {
  const ready = told(initialModel, { kind: "ready", file: "a.parquet", results: results(1), stale: false });
  const rows = { marked: 3, records: 9, names: ["day"], left: 0, rows: [] };
  const receive = (go: boolean): Model => reduce(ready, { do: "message", message: { type: "rows", rows, go } });
  expect(receive(false)).toMatchObject({ rows, view: ready.view });
  const shown = receive(true);
  expect(shown).toMatchObject({ rows, view: "data" });
  expect(told(shown, { kind: "ready", file: "a.parquet", results: results(2), stale: false }).rows).toBeNull();
});

test("several KPIs open on the overview, until a person or an earlier look chose a view", () => {
  const several = { ...results(1), several: true } as Results;
  const ready = (model: Model, next: Results): Model =>
    told(model, { kind: "ready", file: "a.csv", results: next, stale: false });
  expect(ready(initialModel, several).view).toBe("overview");
  expect(ready(initialModel, results(1)).view).toBe("timeline");
  expect(ready({ ...initialModel, placed: true }, several).view).toBe("timeline");
  // A fix that makes segments lets the results choose again.
  expect(ready(ready(initialModel, results(1)), { ...several, run: 2 }).view).toBe("overview");
});

test("an incident that is chosen is zoomed to, others keep the way back, and Escape takes it", () => {
  const incidents = [500, 100].map((start, k) => ({
    rank: k + 1,
    start,
    startTime: start,
    endTime: start + 5,
    peakTime: start,
  }));
  const chosen = { kpi: "sales", series: "", points: 1000, start: 0, end: 1000, incidents };
  const shown = told(initialModel, {
    kind: "ready",
    file: "a.csv",
    results: { run: 1, chosen } as unknown as Results,
    stale: false,
  });
  const pick = (model: Model, place: number): Model =>
    reduce(model, { do: "select", incident: incidents[place] as never, open: true });
  const first = pick({ ...shown, range: [0, 900] }, 0);
  expect(first.range).toEqual([472.5, 532.5]);
  const second = pick(first, 1);
  expect(second.range).toEqual([72.5, 132.5]);
  expect(reduce(second, { do: "back" })).toMatchObject({ range: [0, 900], zoomedFrom: undefined, open: false });
  expect(reduce(shown, { do: "back" })).toBe(shown);
});

test("why a line is flagged is told until there is another run or another cut", () => {
  const cut = (run: number, sensitivity: number, kpi = "sales"): Results =>
    ({ ...results(run), tuning: { sensitivity }, chosen: { ...results(run).chosen, kpi } }) as unknown as Results;
  const ready = (next: Results): PageState => ({ kind: "ready", file: "a.csv", results: next, stale: false });
  const asked: Model = { ...told(initialModel, ready(cut(1, 50))), why: { line: 3, answers: [] } };
  expect(told(asked, ready(cut(1, 50, "orders"))).why).not.toBeNull();
  expect(told(asked, ready(cut(1, 60))).why).toBeNull();
  expect(told(asked, ready(cut(2, 50))).why).toBeNull();
});
