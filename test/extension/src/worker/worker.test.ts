import { fileURLToPath } from "node:url";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type {
  IncidentDetail,
  MomentCard,
  Overview,
  Results,
  WorkerCall,
  WorkerCalls,
  WorkerMessage,
  WorkerRequest,
} from "../../../../extension/shared/protocol/index.js";
import { raise, runSignals, type RunSignals } from "../../../../extension/shared/run-signals.js";
import { kpiAnomaly } from "../../../../extension/src/worker/kpi-anomaly.js";
import { serve } from "../../../../extension/src/worker/serve.js";

/** The worker's side without a thread: what it posts, and a way to call it. */
function startWorker(): {
  events: WorkerMessage[];
  call: <Call extends WorkerCall>(call: Call, input: WorkerCalls[Call]["input"]) => Promise<WorkerMessage>;
} {
  const events: WorkerMessage[] = [];
  const waiting = new Map<number, (message: WorkerMessage) => void>();
  let listener: (request: WorkerRequest) => void = () => undefined;
  serve(
    {
      post: (message) =>
        "event" in message ? events.push(message) : waiting.get(message.id)?.(structuredClone(message)),
      onRequest: (asked) => (listener = asked),
    },
    kpiAnomaly,
  );
  let id = 0;
  return {
    events,
    call: (call, input) =>
      new Promise((resolve) => {
        waiting.set(++id, resolve);
        listener({ id, call, input } as WorkerRequest);
      }),
  };
}

const sales = new Uint8Array(readFileSync(new URL("../../../fixtures/daily-sales.csv", import.meta.url)));
/** Signals of a run that nobody watches; with or without its cancel raised. */
function signals(cancelled = false): RunSignals {
  const made = runSignals();
  raise(made, "lineShown");
  if (cancelled) raise(made, "cancelled");
  return made;
}
const input = (bytes: Uint8Array, cancelled = false): WorkerCalls["detect"]["input"] => ({
  bytes,
  file: "daily-sales.csv",
  config: {},
  signals: signals(cancelled),
  verdicts: [],
  tuning: {},
  worstFirst: false,
});
const output = <Value>(message: WorkerMessage): Value => {
  if ("event" in message || !message.ok) throw new Error(JSON.stringify(message));
  return message.output as Value;
};

test("a file that lies on disk is read there: the same results as from its bytes, which stay behind", async () => {
  const path = fileURLToPath(new URL("../../../fixtures/daily-sales.csv", import.meta.url));
  const [whole, onDisk] = [startWorker(), startWorker()];
  const results = output<Results>(await whole.call("detect", input(sales)));
  const same = output<Results>(await onDisk.call("detect", { ...input(sales.subarray(0, 20)), path }));
  const timeless = ({ chosen }: Results): unknown => chosen.incidents;
  expect(timeless(same)).toEqual(timeless(results));
  const inspected = output(
    await onDisk.call("inspect", { bytes: sales.subarray(0, 20), path, file: "daily-sales.csv", config: {} }),
  );
  expect(inspected).toEqual(output(await whole.call("inspect", { bytes: sales, file: "daily-sales.csv", config: {} })));
  const csv = async (from: typeof whole): Promise<string> =>
    output(await from.call("export", { format: "annotatedCsv" }));
  expect(await csv(onDisk)).toBe(await csv(whole));
});

test("the line comes before the first detector", async () => {
  const { events, call } = startWorker();
  const results = output<Results>(await call("detect", input(sales)));
  const partial = events.filter((event) => "event" in event && event.event === "partial");
  expect(partial.length).toBeGreaterThan(0);
  expect("event" in partial[0] && partial[0].event === "partial" && partial[0].results.chosen.whole.value.length).toBe(
    120,
  );
  expect(results.chosen.incidents[0].line).toBe(62);
  expect(
    results.chosen.detectors.filter((detector) => detector.enabled).every((detector) => detector.state === "done"),
  ).toBe(true);
});

test("a rethreshold counts other detectors without a new run", async () => {
  const { call } = startWorker();
  const before = output<Results>(await call("detect", input(sales)));
  const after = output<Results>(
    await call("rethreshold", { tuning: { mode: "vote", consensus: 2, detectors: ["zScore"] } }),
  );
  expect(after.chosen.incidents).toEqual([]);
  expect(after.chosen.nearest.length).toBeGreaterThan(0);
  expect(after.run).toBe(before.run);
});

test("a detector that weighs is switched off and on from what it said, one that never ran is run", async () => {
  const { call, events } = startWorker();
  const before = output<Results>(await call("detect", input(sales)));
  await call("rethreshold", { tuning: { sensitivity: 60 } });
  events.length = 0;
  const switched = async (detectors: Record<string, { enabled: boolean }>): Promise<Results> =>
    output<Results>(await call("switchDetectors", { config: { detectors }, signals: signals() }));
  const off = await switched({ windowedPca: { enabled: false } });
  const stateOf = (results: Results, id: string): unknown =>
    results.chosen.detectors.find((detector) => detector.id === id)?.state;
  expect([stateOf(off, "windowedPca"), stateOf(off, "seasonalResidual")]).toEqual(["off", "done"]);
  expect(Object.keys(off.timings).filter((step) => step.startsWith("detectors/"))).toEqual([]);
  expect(events.filter((event) => "event" in event && event.event === "partial")).toEqual([]);
  // It is another answer, cut as it was.
  expect(off.run).toBeGreaterThan(before.run);
  expect(off.tuning.sensitivity).toBe(60);
  const on = await switched({ windowedPca: { enabled: true }, localScaleResidual: { enabled: true } });
  expect(Object.keys(on.timings).filter((step) => step.startsWith("detectors/"))).toEqual([
    "detectors/localScaleResidual",
  ]);
  await switched({});
  expect(output<Results>(await call("rethreshold", { tuning: { sensitivity: 50 } })).chosen.incidents).toEqual(
    before.chosen.incidents,
  );
});

test("a run that is cancelled before it has numbers leaves the one before, which is still cut again", async () => {
  const { call } = startWorker();
  const before = output<Results>(await call("detect", input(sales)));
  expect(await call("detect", input(sales, true))).toMatchObject({ ok: false, aborted: true });
  const after = output<Results>(await call("rethreshold", { tuning: { sensitivity: 100 } }));
  expect(after.run).toBe(before.run);
  expect(after.tuning.sensitivity).toBe(100);
  expect(output<Results>(await call("detect", input(sales))).run).toBeGreaterThan(before.run);
  expect(await call("detect", input(new Uint8Array()))).toMatchObject({ ok: false, problem: { code: "empty_file" } });
  expect(await call("rethreshold", { tuning: {} })).toMatchObject({ ok: false });
});

test("a slider that is moved during a run cuts its results", async () => {
  const { call } = startWorker();
  await call("detect", input(sales));
  const running = call("detect", input(sales));
  await call("rethreshold", { tuning: { sensitivity: 90 } });
  expect(output<Results>(await running).tuning.sensitivity).toBe(90);
});

test("copied TypeScript names the voters as they were switched after the run, and nothing that is at its default", async () => {
  const { call } = startWorker();
  await call("detect", input(sales));
  expect(output<string>(await call("export", { format: "typescript" }))).toContain("kpi.detect(table, {});");
  await call("rethreshold", { tuning: { mode: "vote", consensus: 1, detectors: ["zScore", "isolationForest"] } });
  const written =
    /kpi\.detect\(table, (\{[^]*\})\);/.exec(output<string>(await call("export", { format: "typescript" })))?.[1] ?? "";
  const off = { enabled: false };
  expect(JSON.parse(written)).toEqual({
    mode: "vote",
    consensus: 1,
    detectors: { interquartileRange: off, localOutlierFactor: off, oneClassSvm: off },
  });
});

/** A calm KPI, one that falls, and another that falls at the same time. */
function three(): Uint8Array<ArrayBuffer> {
  const rows = Array.from({ length: 120 }, (_, row) => {
    const noise = (seed: number): number => 10 * (Math.abs(Math.sin(row * 12.9898 + seed * 78.233) * 43_758.5453) % 1);
    const fall = row === 70 ? -70 : 0;
    const date = new Date(Date.UTC(2024, 0, 1) + row * 86_400_000).toISOString().slice(0, 10);
    return [date, ...[noise(1), noise(2) + fall, noise(3) + fall].map((value) => (100 + value).toFixed(1))].join();
  });
  return new TextEncoder().encode(`date,calm,orders,revenue\n${rows.join("\n")}\n`);
}

test("the worst KPI comes first where that is wished for, until a person looks closer at another", async () => {
  const { call, events } = startWorker();
  const asked = { ...input(three()), file: "three.csv", worstFirst: true };
  const results = output<Results>(await call("detect", asked));
  const partial = events.find((event) => "event" in event && event.event === "partial");
  expect(partial).toMatchObject({ results: { several: true, chosen: { kpi: "calm" } } });
  expect(results.chosen.kpi).not.toBe("calm");
  expect([results.moments, results.kpis.map(({ incidents }) => incidents)]).toEqual([1, [0, 1, 1]]);
  await call("choose", { index: 0 });
  expect(output<Results>(await call("detect", { ...asked, bytes: three(), signals: signals() })).chosen.kpi).toBe(
    "calm",
  );
  expect(
    output<Results>(await startWorker().call("detect", { ...asked, bytes: three(), worstFirst: false })).chosen.kpi,
  ).toBe("calm");
});

test("a moment of several KPIs has a card: members in order, a course each, none where there is no such moment", async () => {
  const { call } = startWorker();
  await call("detect", { ...input(three()), worstFirst: true });
  const card = output<MomentCard>(await call("moment", { place: 0 }));
  expect(card.members.map(({ kpi }) => kpi).sort()).toEqual(["orders", "revenue"]);
  const [first] = card.members;
  expect(first.time.length).toBeGreaterThan(30);
  expect(first.values.length).toBe(first.usual.length);
  expect(first.total).toBeLessThan(-50);
  expect(output(await call("moment", { place: 1 }))).toBeNull();
});

test("what is marked as expected is neither counted nor told as a moment of several KPIs", async () => {
  const { call } = startWorker();
  const results = output<Results>(await call("detect", { ...input(three()), worstFirst: true }));
  const { kpi, series, incidents } = results.chosen;
  const { startTime: start, endTime: end } = incidents[0];
  const verdicts = [{ kpi, series, start, end, verdict: "expected" as const, note: "" }];
  expect(output<Results>(await call("judge", { verdicts })).moments).toBe(1);
  const { together } = output<Overview>(await call("analyse", { name: "overview", signals: signals() }));
  expect(together).toEqual([]);
});

test("an open row gets the weeks before, the overview its cells", async () => {
  const { call } = startWorker();
  const results = output<Results>(await call("detect", input(sales)));
  const detail = output<IncidentDetail>(await call("detail", { point: results.chosen.incidents[0].peak }));
  expect(detail.period).toBe("week");
  expect(detail.stretches.length).toBe(6);
  expect(detail.shares.length).toBeGreaterThan(0);
  const { lanes } = output<Overview>(await call("analyse", { name: "overview", signals: signals() }));
  expect(Math.max(...lanes[0].cells)).toBe(results.chosen.incidents[0].severity);
});

test("a verdict is found again by time", async () => {
  const { call } = startWorker();
  const results = output<Results>(await call("detect", input(sales)));
  const { startTime, endTime } = results.chosen.incidents[0];
  const judged = output<Results>(
    await call("judge", {
      verdicts: [{ kpi: "sales", series: "", start: startTime, end: endTime, verdict: "expected", note: "inventory" }],
    }),
  );
  expect(judged.chosen.incidents[0].verdict).toEqual({ verdict: "expected", note: "inventory" });
});

test("a raised flag cancels, a bad file is refused in words", async () => {
  const { call } = startWorker();
  const cancelled = await call("detect", input(sales, true));
  expect(cancelled).toMatchObject({ ok: false, aborted: true });
  const refused = await call("detect", input(new Uint8Array()));
  expect(refused).toMatchObject({ ok: false, aborted: false, problem: { code: "empty_file" } });
  expect(await call("window", { from: 0, to: 1, buckets: 1 })).toMatchObject({
    ok: false,
    problem: { code: "internal" },
  });
});

/** Three KPIs by the hour, each with a day in it and one spike. */
const threeKpis = new TextEncoder().encode(
  [
    "time,a,b,c",
    ...Array.from({ length: 240 }, (_, i) => {
      const usual = 100 + 20 * Math.sin((2 * Math.PI * i) / 24) + ((i * 7919) % 13) / 10;
      const cells = [60, 120, 180].map((spike, k) => (usual + k + (i === spike ? 90 : 0)).toFixed(1));
      return [new Date(Date.UTC(2024, 0, 1, i)).toISOString().slice(0, 16), ...cells].join();
    }),
  ].join("\n"),
);
const voters = (results: Results): unknown[] =>
  results.chosen.detectors.filter(({ part }) => part === "votes").map(({ state }) => state);

test("of many KPIs the votes of one come when it is looked at, those of all when they decide", async () => {
  const { call } = startWorker();
  const before = output<Results>(await call("detect", input(threeKpis)));
  expect(new Set(voters(before))).toEqual(new Set(["off"]));
  expect(before.chosen.incidents[0].votes).toBe(0);
  const detail = output<IncidentDetail>(await call("detail", { point: before.chosen.incidents[0].peak }));
  const asked = startWorker();
  const whole = output<Results>(await asked.call("detect", { ...input(threeKpis), config: { votes: true } }));
  expect(detail).toEqual(output(await asked.call("detail", { point: before.chosen.incidents[0].peak })));
  const looked = output<Results>(await call("choose", { index: 0 }));
  expect(voters(looked)).toContain("done");
  expect(looked.chosen.incidents[0].votes).toBeGreaterThan(1);
  expect(looked.chosen.incidents).toEqual(whole.chosen.incidents);
  expect(looked.chosen.incidents.map(({ start, end }) => [start, end])).toEqual(
    before.chosen.incidents.map(({ start, end }) => [start, end]),
  );
  expect(new Set(voters(output<Results>(await call("choose", { index: 1 }))))).toEqual(new Set(["off"]));
  const voted = output<Results>(await call("rethreshold", { tuning: { mode: "vote", consensus: 2 } }));
  expect(voters(voted)).toContain("done");
  expect(voted.kpis.every(({ incidents }) => incidents > 0)).toBe(true);
  expect(voted.run).toBe(before.run);
});

test("a vote that is asked for while many KPIs run has its voters", async () => {
  const { call } = startWorker();
  await call("detect", input(threeKpis));
  const running = call("detect", input(threeKpis));
  await call("rethreshold", { tuning: { mode: "vote", consensus: 2 } });
  const voted = output<Results>(await running);
  expect([voted.tuning.mode, voted.chosen.incidents.length > 0]).toEqual(["vote", true]);
});
