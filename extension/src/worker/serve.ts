import type { Report, Table } from "kpi-anomaly";
import type { Results, StoredVerdict, Tuning, WorkerCall, WorkerCalls, WorkerMessage, WorkerRequest } from "../protocol.js";
import { cancelSignal } from "./cancel-signal.js";
import { describeReport, lineIncidents, stepOf } from "./describe.js";
import type { AnalysisInput, Library } from "./library.js";
import { overview } from "./overview.js";
import { isAbort, problemOf } from "./problem.js";
import { samePeriod } from "./same-period.js";
import { seriesWindow } from "./thin.js";

/** What one panel's worker keeps: the file, the last report, and how it is cut. */
interface Kept {
  bytes: Uint8Array;
  table: Table;
  report: Report;
  tuning: Tuning;
  chosen: number;
  verdicts: readonly StoredVerdict[];
  running: readonly string[];
}

/** One channel to the host. */
export interface Channel {
  post(message: WorkerMessage, transfer: ArrayBuffer[]): void;
  onRequest(listener: (request: WorkerRequest) => void): void;
}

/** Answers the host's calls with the library, on one report at a time. */
export function serve(channel: Channel, library: Library): void {
  let kept: Kept | null = null;

  const have = (): Kept => {
    if (!kept) throw new Error("There is no report yet.");
    return kept;
  };
  const describe = (): Results => {
    const { report, table } = have();
    return describeReport(report, table, { ...have(), register: library.register });
  };

  const analysisInput = (): AnalysisInput => {
    const { table, report, chosen } = have();
    return { table, report, series: chosen, signal: new AbortController().signal, progress: () => undefined };
  };

  const answers: { [Call in WorkerCall]: (input: WorkerCalls[Call]["input"]) => WorkerCalls[Call]["output"] | Promise<WorkerCalls[Call]["output"]> } = {
    detect: async ({ bytes, file, config, cancel, verdicts, tuning }) => {
      kept = null;
      const signal = cancelSignal(cancel);
      channel.post({ event: "progress", progress: { step: "read", fraction: 0 } }, []);
      const table = library.readTable(bytes, file, config);
      const adopt = (report: Report, running: readonly string[]): Results => {
        const chosen = kept?.chosen ?? 0;
        const current = kept?.tuning ?? { ...tuningOf(report, library), ...tuning };
        kept = { bytes, table, report, tuning: current, chosen, verdicts, running };
        if (!sameTuning(current, tuningOf(report, library))) kept.report = library.recut(report, current);
        return describe();
      };
      const report = await library.detect(table, config, {
        signal,
        progress: (progress) => channel.post({ event: "progress", progress }, []),
        partial: (partial) => channel.post({ event: "partial", results: adopt(partial, runningIn(partial, library)) }, []),
      });
      return adopt(report, []);
    },
    recut: ({ tuning }) => {
      const now = have();
      now.tuning = { ...now.tuning, ...tuning };
      now.report = library.recut(now.report, now.tuning);
      return describe();
    },
    choose: ({ index }) => {
      have().chosen = Math.min(index, have().report.series.length - 1);
      return describe();
    },
    judge: ({ verdicts }) => {
      have().verdicts = verdicts;
      return describe();
    },
    window: ({ from, to, buckets }) => {
      const { report, chosen } = have();
      return seriesWindow(report.series[chosen], chosen, from, to, buckets);
    },
    line: ({ point }) => {
      const { lines } = have().report.series[have().chosen];
      return lines[Math.min(point, lines.length - 1)];
    },
    detail: ({ point }) => {
      const { report, chosen } = have();
      const series = report.series[chosen];
      const within = Math.min(point, series.time.length - 1);
      const step = stepOf(report);
      return { ...samePeriod(series, within, step ? step / 1000 : null, report.date !== null), shares: shares(series, within) };
    },
    analyse: ({ name }) => (name === "overview" ? overview(have().report) : library.analyse(name, analysisInput())),
    export: ({ format }) => library.export(format, have().report, have().bytes),
    incidents: ({ limit }) => lineIncidents(have().report, have().verdicts, limit),
  };

  channel.onRequest((request) => {
    const answer = async (): Promise<void> => {
      try {
        const output = await (answers[request.call] as (input: unknown) => unknown)(request.input);
        channel.post({ id: request.id, ok: true, output }, []);
      } catch (error) {
        channel.post({ id: request.id, ok: false, problem: problemOf(error), aborted: isAbort(error) }, []);
      }
    };
    void answer();
  });
}

/** How a fresh report is cut, from its configuration. */
function tuningOf(report: Report, library: Library): Tuning {
  const { mode, consensus, detectors } = report.config;
  const enabled = Object.keys(library.register).filter((id) => detectors[id]?.enabled ?? false);
  return { mode, consensus, sensitivity: library.sensitivity(report), detectors: enabled };
}

const sameTuning = (a: Tuning, b: Tuning): boolean =>
  a.mode === b.mode && a.consensus === b.consensus && a.sensitivity === b.sensitivity && a.detectors.join() === b.detectors.join();

/** Enabled detectors that a partial report has not heard from. */
function runningIn(partial: Report, library: Library): string[] {
  const done = new Set(partial.series.length ? partial.series[0].detections.map((detection) => detection.detector) : []);
  return Object.keys(library.register).filter((id) => (partial.config.detectors[id]?.enabled ?? false) && !done.has(id));
}

function shares(series: Report["series"][number], point: number): { title: string; score: number; threshold: number }[] {
  return series.detections
    .filter((detection) => detection.skipped === null && detection.flags[point] === 1)
    .map(({ title, scores, threshold }) => ({ title, score: scores[point], threshold }));
}

