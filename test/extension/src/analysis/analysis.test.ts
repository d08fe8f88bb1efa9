import { expect, test } from "vitest";
import { Analysis } from "../../../../extension/src/analysis/analysis.js";
import { raised, type RunSignals } from "../../../../extension/shared/run-signals.js";
import type { PageState, Results, WorkerCall } from "../../../../extension/shared/protocol/index.js";
import {
  WorkerRefusal,
  type WorkerClient,
  type WorkerEvents,
} from "../../../../extension/src/analysis/worker-client.js";

interface Asked {
  readonly call: WorkerCall;
  readonly input: { readonly signals?: RunSignals };
  answer(output: unknown): void;
  refuse(error: Error): void;
}

/** An analysis whose worker answers when the test says so. */
function startAnalysis(): { analysis: Analysis; asked: Asked[]; events: WorkerEvents; states: PageState[] } {
  const asked: Asked[] = [];
  const states: PageState[] = [];
  let events: WorkerEvents | undefined;
  const client = {
    start: () => undefined,
    close: () => undefined,
    call: (call: WorkerCall, input: Asked["input"]) =>
      new Promise((answer, refuse) => asked.push({ call, input, answer, refuse })),
  };
  const analysis = new Analysis(
    (given) => {
      events = given;
      return client as unknown as WorkerClient;
    },
    (state) => states.push(state),
  );
  return { analysis, asked, events: events!, states };
}

const results = (run: number): Results => ({ run, tuning: {} }) as Results;
const file = { file: "sales.csv", bytes: new Uint8Array(), config: {}, verdicts: [] };
const cancelledError = new WorkerRefusal({ code: "internal", message: "Cancelled.", hint: "" }, true);
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test("the run before stays on show until the next has results, and after it is cancelled", async () => {
  const { analysis, asked, events } = startAnalysis();
  void analysis.start(file);
  expect(analysis.state).toMatchObject({ kind: "working", results: null, fresh: false });
  asked[0].answer(results(1));
  await settled();
  void analysis.start(file);
  expect(analysis.state).toMatchObject({ kind: "working", results: { run: 1 }, fresh: false });
  asked[1].refuse(cancelledError);
  await settled();
  expect(analysis.state).toMatchObject({ kind: "cancelled", results: { run: 1 }, fresh: false });
  void analysis.start(file);
  events.partial(results(2));
  expect(analysis.state).toMatchObject({ kind: "working", results: { run: 2 }, fresh: true });
  asked[2].refuse(cancelledError);
  await settled();
  expect(analysis.state).toMatchObject({ kind: "cancelled", results: { run: 2 }, fresh: true });
});

test("detectors are switched with the results on show; a switch that is cancelled leaves them, and nothing is switched without any", async () => {
  const { analysis, asked, states } = startAnalysis();
  expect(await analysis.switchDetectors({})).toBe(false);
  void analysis.start(file);
  expect(await analysis.switchDetectors({})).toBe(false);
  asked[0].answer(results(1));
  await settled();
  const from = states.length;
  const done = analysis.switchDetectors({ detectors: {} });
  expect(asked[1].call).toBe("switchDetectors");
  asked[1].answer(results(2));
  expect(await done).toBe(true);
  expect(states.slice(from)).toMatchObject([{ kind: "ready", results: { run: 2 } }]);
  const slow = analysis.switchDetectors({});
  await expect.poll(() => analysis.state.kind).toBe("working");
  expect(analysis.state).toMatchObject({ results: { run: 2 }, fresh: false });
  asked[2].refuse(cancelledError);
  await slow;
  expect(analysis.state).toMatchObject({ kind: "cancelled", results: { run: 2 } });
  expect(await analysis.switchDetectors({})).toBe(false);
});

test("a view that is opened during a run does not stop it; one view stops another", async () => {
  const { analysis, asked } = startAnalysis();
  void analysis.start(file);
  void analysis.analyse("overview");
  expect(raised(asked[0].input.signals!, "cancelled")).toBe(false);
  asked[0].answer(results(1));
  await settled();
  void analysis.analyse("compare");
  void analysis.analyse("profile");
  expect(asked.slice(2).map(({ call, input }) => [call, raised(input.signals!, "cancelled")])).toEqual([
    ["analyse", true],
    ["analyse", false],
  ]);
});
