import type { Config } from "kpi-anomaly";
import type {
  FileData,
  AnalysisName,
  Excerpt,
  PageState,
  Problem,
  Progress,
  Results,
  StoredVerdict,
  Tuning,
} from "../../shared/protocol/index.js";
import { raise, runSignals } from "../../shared/run-signals.js";
import { WorkerRefusal, type WorkerClient, type WorkerEvents } from "./worker-client.js";

/** After so long without an answer to a cancel, the thread itself is ended. */
const patience = 1500;
/** Milliseconds that something may take before it is said to be under way. */
const unnoticed = 300;
/** Beginning of the file that is kept to show lines around a problem. */
const excerptBytes = 1_000_000;

/** What one run needs. */
export interface RunInput extends FileData {
  /** Given away: the thread takes them over. */
  readonly bytes: Uint8Array;
  readonly config: Config;
  readonly verdicts: readonly StoredVerdict[];
  /** Whether a page is going to draw the line and tell so. */
  readonly shown?: boolean;
  /** Whether the worst KPI is shown first; else the first of the file. */
  readonly worstFirst?: boolean;
}

/** Makes a client that tells its events to the analysis. */
export type MakeClient = (events: WorkerEvents) => WorkerClient;

/**
 * The analysis of one file: runs it, cuts it again, cancels it. What is to be shown is always `state`; `changed` is
 * called whenever it is another one, `progressed` when only a number in it moved. Knows nothing of VS Code.
 */
export class Analysis {
  private current: PageState = { kind: "empty" };
  private client: WorkerClient;
  private signals = runSignals();
  private run = 0;
  private latestTuning: Partial<Tuning> | null = null;
  private rethresholding = false;

  constructor(
    private readonly makeClient: MakeClient,
    private readonly changed: (state: PageState) => void,
    private readonly progressed: (progress: Progress) => void = () => undefined,
  ) {
    this.client = this.newClient();
    this.client.start();
  }

  get state(): PageState {
    return this.current;
  }

  get results(): Results | null {
    return "results" in this.current ? this.current.results : null;
  }

  /** The thread that holds the report, for windows, details and exports. */
  get worker(): WorkerClient {
    return this.client;
  }

  /** Analyses these bytes; the last results stay on show until the first new ones come. */
  async start(input: RunInput, tuning: Partial<Tuning> = {}): Promise<void> {
    const run = ++this.run;
    this.stopRun();
    const signals = runSignals();
    this.signals = signals;
    const { file, bytes, path, config, verdicts, shown, worstFirst = false } = input;
    if (!shown) this.lineShown();
    this.show({ kind: "working", file, progress: { step: "", fraction: 0 }, results: this.results, fresh: false });
    const head = bytes.slice(0, excerptBytes);
    try {
      const results = await this.client.call("detect", {
        ...{ file, bytes, path, config, verdicts, signals, tuning, worstFirst },
      });
      if (run === this.run) this.show({ kind: "ready", file, results, stale: false });
    } catch (error) {
      if (run === this.run) this.stopped(file, head, error);
    }
  }

  /** Shows a problem that arose before the analysis could start. */
  fail(file: string, problem: Problem): void {
    this.run++;
    this.show({ kind: "failed", file, problem, excerpt: null });
  }

  /** The first line is on screen, or nobody waits for it: detectors may take all cores. */
  lineShown(): void {
    raise(this.signals, "lineShown");
  }

  private stopRun(): void {
    raise(this.signals, "cancelled");
    raise(this.signals, "lineShown");
  }

  /** Stops the run; what is done stays on show. */
  cancel(): void {
    this.stopRun();
    if (this.current.kind !== "working") return;
    const { run, client } = this;
    setTimeout(() => {
      if (run !== this.run || this.current.kind !== "working") return;
      this.client = this.newClient();
      client.close();
      this.show({ ...this.current, kind: "cancelled" });
    }, patience);
  }

  /** Decides again from the stored scores. While one cut is under way only the latest wish is kept. */
  async rethreshold(tuning: Partial<Tuning>): Promise<void> {
    this.latestTuning = { ...this.latestTuning, ...tuning };
    if (this.rethresholding) return;
    this.rethresholding = true;
    try {
      while (this.latestTuning) {
        const next = this.latestTuning;
        this.latestTuning = null;
        this.adopt(await this.client.call("rethreshold", { tuning: next }));
      }
    } finally {
      this.rethresholding = false;
    }
  }

  /**
   * Decides again with other detectors; what is on show stays there, and after a moment it is said that something is done.
   *
   * @param config that of the run, but for the detectors that take part
   * @returns false where there are no results of a finished run to go on from
   */
  async switchDetectors(config: Config): Promise<boolean> {
    const before = this.current;
    if (before.kind !== "ready" || before.stale) return false;
    const run = ++this.run;
    this.stopRun();
    const signals = runSignals();
    this.signals = signals;
    const { file, results } = before;
    const slow = setTimeout(() => {
      if (run === this.run)
        this.show({ kind: "working", file, progress: { step: "", fraction: 0 }, results, fresh: false });
    }, unnoticed);
    try {
      const next = await this.client.call("switchDetectors", { config, signals });
      if (run === this.run) this.show({ kind: "ready", file, results: next, stale: false });
    } catch (error) {
      if (run === this.run) this.stopped(file, new Uint8Array(0), error);
    } finally {
      clearTimeout(slow);
    }
    return true;
  }

  /** Computes a view in place of the one before; `cancel` stops it. A run that is under way goes on beside it. */
  async analyse(name: AnalysisName): Promise<unknown> {
    if (this.current.kind !== "working") {
      this.stopRun();
      this.signals = runSignals();
    }
    const value = await this.client.call("analyse", { name, signals: this.signals });
    if (name === "stability" && this.results) await this.choose(this.results.chosen.index);
    return value;
  }

  async choose(index: number): Promise<void> {
    this.adopt(await this.client.call("choose", { index }));
  }

  async judge(verdicts: readonly StoredVerdict[]): Promise<void> {
    this.adopt(await this.client.call("judge", { verdicts }));
  }

  /** The file is no longer the one that was analysed. */
  markStale(): void {
    if (this.current.kind === "ready" && !this.current.stale) this.show({ ...this.current, stale: true });
  }

  close(): void {
    this.run++;
    this.client.close();
  }

  private newClient(): WorkerClient {
    const client: WorkerClient = this.makeClient({
      progress: (progress) => {
        if (this.client !== client) return;
        if (this.current.kind === "working") this.current = { ...this.current, progress };
        this.progressed(progress);
      },
      partial: (results) => {
        if (this.client === client && this.current.kind === "working")
          this.show({ ...this.current, results, fresh: true });
      },
    });
    return client;
  }

  private adopt(results: Results): void {
    if ("results" in this.current && this.current.results) this.show({ ...this.current, results });
  }

  private stopped(file: string, head: Uint8Array, error: unknown): void {
    const refusal = error instanceof WorkerRefusal ? error : null;
    if (refusal?.aborted) {
      this.show({
        kind: "cancelled",
        file,
        results: this.results,
        fresh: this.current.kind === "working" && this.current.fresh,
      });
      return;
    }
    const problem: Problem = refusal?.problem ?? { code: "internal", message: String(error), hint: "" };
    this.show({ kind: "failed", file, problem, excerpt: excerptOf(head, problem) });
  }

  private show(state: PageState): void {
    this.current = state;
    this.changed(state);
  }
}

/** The first lines of the file, or those around the line a problem names. */
function excerptOf(head: Uint8Array, problem: Problem): Excerpt | null {
  const marked = problem.line ?? 0;
  if (problem.code === "not_text" || problem.code === "internal" || !head.length || marked > 5000) return null;
  const lines = new TextDecoder().decode(head).split(/\r\n|\r|\n/);
  const first = Math.max(0, marked - 2);
  const shown = lines
    .slice(first, first + 3)
    .map((text, index) => ({ number: first + index + 1, text: text.slice(0, 200) }));
  return shown.some((line) => line.text.trim()) ? { lines: shown, marked } : null;
}
