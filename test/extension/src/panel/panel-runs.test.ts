import { beforeEach, expect, test, vi } from "vitest";
import { PanelRuns, type RunParts } from "../../../../extension/src/panel/panel-runs.js";

const told = vi.hoisted(() => ({ errors: [] as string[], release: [] as (() => void)[], waits: false }));
vi.mock("vscode", () => ({ window: { showErrorMessage: (text: string) => told.errors.push(text) } }));
vi.mock("../../../../extension/src/analysis/file-source.js", () => ({
  fileName: () => "sales.csv",
  readContent: async () => {
    if (told.waits) await new Promise<void>((resolve) => told.release.push(resolve));
    return { bytes: new Uint8Array(), version: 7 };
  },
  readProblem: () => ({ code: "not_read" }),
}));
vi.mock("../../../../extension/src/analysis/feedback-file.js", () => ({ feedbackForRun: async () => [] }));
vi.mock("../../../../extension/src/configuration/configuration-file.js", () => ({ inputErrorText: () => "" }));

/** A panel whose analysis fails with these overrides in force. */
function panel(failsWith?: string): { runs: PanelRuns; parts: RunParts; calls: unknown[] } {
  const calls: unknown[] = [];
  const settings = {
    overrides: {} as Record<string, unknown>,
    moved: { sensitivity: 60 },
    facts: {},
    recall: () => calls.push("recall"),
    configuration: async () => ({ ...settings.overrides }),
  };
  const analysis = {
    state: { kind: "ready", stale: false } as object,
    start: async (input: { config: object }) => {
      calls.push({ start: input.config });
      const failed = failsWith !== undefined && failsWith in input.config;
      analysis.state = failed ? { kind: "failed", problem: { message: "no" } } : { kind: "ready", stale: false };
    },
    cancel: () => calls.push("cancel"),
    fail: () => calls.push("fail"),
    switchDetectors: async (config: object) => calls.push({ switched: config }) > 0,
    rethreshold: async (tuning: object) => calls.push({ rethreshold: tuning }),
  };
  const parts = {
    uri: {},
    view: { visible: true },
    analysis,
    settings,
    text: { note: async () => {}, read: (version: number) => calls.push({ read: version }) },
    times: { runStarts: () => {}, cutAsked: () => {} },
    post: () => {},
  } as unknown as RunParts;
  return { runs: new PanelRuns(parts), parts, calls };
}

beforeEach(() => Object.assign(told, { errors: [], release: [], waits: false }));

test("a run keeps the version that it read, and analyses with what is set", async () => {
  const { runs, calls } = panel();
  await runs.override({ consensus: 3 });
  expect(calls).toEqual([{ read: 7 }, { start: { consensus: 3 } }]);
});

test("a run whose file is still being read is stopped, and none is started when the panel is closed", async () => {
  for (const stop of ["cancel", "close"] as const) {
    const { runs, calls } = panel();
    told.waits = true;
    const run = runs.start();
    runs[stop]();
    for (const go of told.release) go();
    await run;
    expect(calls).toEqual(stop === "cancel" ? ["cancel"] : []);
  }
});

test("a change that cannot be used is told and taken back", async () => {
  const { runs, parts, calls } = panel("season");
  await runs.configure({ season: "never" });
  expect(told.errors).toHaveLength(1);
  expect(parts.settings.overrides).toEqual({});
  expect(calls.at(-1)).toEqual({ start: {} });
});

test("detectors are switched without a run", async () => {
  const { runs, calls } = panel();
  await runs.configure({ "detectors.zScore.enabled": false });
  expect(calls).toEqual([{ switched: { "detectors.zScore.enabled": false } }]);
});

test("what is set here is not what was moved before", async () => {
  const { runs, parts } = panel();
  await runs.configure({ sensitivity: 30 });
  expect(parts.settings.moved).toEqual({});
  await runs.rethreshold({ sensitivity: 70 });
  expect(parts.settings.moved).toEqual({ sensitivity: 70 });
});
