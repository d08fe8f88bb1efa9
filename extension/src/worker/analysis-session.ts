import { rankSeries, type Config, type Progress, type Report, type SeriesReport, type Table } from "kpi-anomaly";
import type {
  AnalysisName,
  Results,
  StoredVerdict,
  Tuning,
  WorkerCall,
  WorkerCalls,
  WorkerMessage,
} from "../../shared/protocol/index.js";
import { raised, waitFor, type RunSignals } from "../../shared/run-signals.js";
import { shownConfiguration } from "../../shared/shown-configuration.js";
import { atMostEvery } from "./at-most-every.js";
import { withCancelSignal } from "./cancel-signal.js";
import type { Confidence } from "./confidence.js";
import { describeReport } from "./facts/describe-report.js";
import { lineIncidents } from "./facts/line-incidents.js";
import { fileRows } from "./file-rows.js";
import type { Library } from "./library.js";
import { says } from "./library-words.js";
import { dialCurve } from "./dial-curve.js";
import { momentCard } from "./moment-card.js";
import { overview } from "./overview.js";
import { incidentDetail } from "./incident-detail.js";
import { isAbort } from "./problem.js";
import { detectorsRunning, sameTuning, tuningOf, votersOf, votersSwitched } from "./report-tuning.js";
import { exportsVotes, lacksVotes, looksAtVotes, takesLong, votesLater } from "./votes-later.js";
import { seriesWindow } from "./facts/series-window.js";

type Input<Call extends WorkerCall> = WorkerCalls[Call]["input"];
type Answers = {
  readonly [Call in WorkerCall]: (
    input: Input<Call>,
  ) => WorkerCalls[Call]["output"] | Promise<WorkerCalls[Call]["output"]>;
};

interface Analysed {
  /** Counts the runs, so that the page knows a new one from a new cut. */
  readonly run: number;
  /** Its records as text, for exports that repeat the cells. */
  readonly text: () => Uint8Array;
  readonly table: Table;
  /** As the run was asked for. */
  readonly config: Config;
  report: Report;
  tuning: Tuning;
  confidences: readonly Confidence[];
  /** Ids of detectors that have not finished. */
  running: readonly string[];
}

const progressPause = 250;
const partialPause = 600;
const linePatience = 1000;
/** From so many records on an analysis takes so long that nothing is gained by letting the page go first. */
const manyRecords = 20_000;

/** The file and the report of one panel: runs the library on it and tells what the page shows. */
export class AnalysisSession {
  private analysed: Analysed | null = null;
  private chosen = 0;
  private wanted: Pick<SeriesReport, "kpi" | "series"> | null = null;
  private worstFirst = false;
  private verdicts: readonly StoredVerdict[] = [];
  private run = 0;
  /** What was said before the run that is under way. */
  private announced = "";
  /** How the run that is under way is to be cut: as it was asked for, and what was moved since. */
  private wished: Partial<Tuning> = {};

  /** One answer for each call of the host. */
  readonly answers: Answers = {
    inspect: async ({ config, ...data }) => this.library.inspect((await this.library.open(data, config)).table),
    detect: (input) => this.detect(input),
    switchDetectors: (input) => this.switchDetectors(input),
    rethreshold: ({ tuning }) => this.rethreshold(tuning),
    choose: ({ index }) => {
      this.chosen = Math.min(index, this.have().report.series.length - 1);
      const { kpi, series } = this.series();
      this.wanted = { kpi, series };
      return this.describe();
    },
    judge: ({ verdicts }) => {
      this.verdicts = verdicts;
      return this.describe();
    },
    line: ({ point }) => {
      const { lines } = this.series();
      return lines[Math.min(point, lines.length - 1)];
    },
    window: ({ from, to, buckets }) => seriesWindow(this.series(), this.chosen, from, to, buckets),
    rows: ({ line }) => fileRows(this.have().table, line),
    why: ({ line }) => this.library.why(this.have().report, line),
    detail: async ({ point }) => {
      // Who looks closer at a KPI keeps it when a worse one turns up.
      this.wanted ??= this.series();
      if (!takesLong(this.have().table)) await this.votesOfChosen();
      return incidentDetail(this.have().report, this.series(), point, this.library.register);
    },
    moment: ({ place }) => momentCard(this.have().report, this.verdicts, place),
    analyse: ({ name, signals }) => this.analyse(name, signals),
    export: async ({ format }) => {
      if (exportsVotes(format)) await this.votesOfAll();
      return this.library.export(format, this.have(), shownConfiguration(this.describe()));
    },
    incidents: ({ limit }) => lineIncidents(this.have().report, this.verdicts, limit),
  };

  constructor(
    private readonly library: Library,
    private readonly tell: (event: Extract<WorkerMessage, { event: string }>) => void,
  ) {}

  /** The report before is kept until there are numbers of the new run: who cancels it goes on with the old one. */
  private async detect(input: Input<"detect">): Promise<Results> {
    const run = ++this.run;
    this.verdicts = input.verdicts;
    this.wished = input.tuning;
    this.worstFirst = input.worstFirst;
    this.announced = "";
    try {
      return await this.detectAnew(input, run);
    } catch (error) {
      if (!isAbort(error) && run === this.run) this.analysed = null;
      throw error;
    }
  }

  private async detectAnew({ bytes, file, path, config, signals }: Input<"detect">, run: number): Promise<Results> {
    this.tellProgress({ step: { kind: "reading", facts: { file } }, fraction: 0 });
    const { table, text } = await this.library.open({ bytes, file, path }, config);
    const adopt = (report: Report, running: readonly string[]): Results =>
      this.adopt({ run, text, table, config, report, running }, signals);
    const asked = votesLater(this.library, table, config, this.wished);
    this.announced = await this.library.announce(table, asked);
    const progressDue = atMostEvery(progressPause);
    const stages = new Set<string>();
    let nextPartial = 0;
    const hooks = {
      progress: (progress: Progress) => {
        const { kind } = progress.step;
        // A stage that begins is always told: what is usual of a long series takes seconds without another word.
        if (progressDue() || !stages.has(kind)) this.tellProgress(progress);
        stages.add(kind);
      },
      partialWanted: () => performance.now() >= nextPartial,
      partial: (partial: Report) => {
        const first = this.analysed?.run !== run;
        this.tell({ event: "partial", results: adopt(partial, detectorsRunning(partial, this.library.register)) });
        // The page is still loading: the cores are its own until a line is on screen, unless there are seconds of work ahead.
        if (first && partial.records < manyRecords) waitFor(signals, "lineShown", linePatience);
        nextPartial = performance.now() + partialPause;
      },
    };
    const found = adopt(
      await withCancelSignal(signals, (signal) => this.library.detect(table, asked, { ...hooks, signal })),
      [],
    );
    // Asked for while it ran.
    return found.tuning.mode === "vote" && lacksVotes(this.have()) ? this.rethreshold(this.wished) : found;
  }

  private async switchDetectors({ config, signals }: Input<"switchDetectors">): Promise<Results> {
    const before = this.have();
    const run = ++this.run;
    this.announced = "";
    const progressDue = atMostEvery(progressPause);
    const report = await withCancelSignal(signals, (signal) =>
      this.library.detect(before.table, votesLater(this.library, before.table, config, this.wished), {
        signal,
        progress: (progress) => progressDue() && this.tellProgress(progress),
      }),
    );
    this.wished = { ...this.wished, ...votersSwitched(before, report, this.library.register) };
    const { text, table } = before;
    return this.adopt({ run, text, table, config, report, running: [] }, signals);
  }

  /** Takes a report on, thresholded as it is wished for. */
  private adopt(
    analysed: Pick<Analysed, "run" | "text" | "table" | "config" | "report" | "running">,
    signals: RunSignals,
  ): Results {
    // Nobody waits for these any more: what was there before is not given up for them.
    if (analysed.run !== this.run || raised(signals, "cancelled")) throw new DOMException(undefined, "AbortError");
    const { report, running } = analysed;
    const fitted = tuningOf(report, this.library.register);
    const wanted = { ...fitted, ...this.wished };
    this.chosen = this.placeIn(report, running.length === 0);
    this.analysed = {
      ...analysed,
      report: sameTuning(wanted, fitted) ? report : this.library.rethreshold(report, wanted),
      tuning: wanted,
      confidences: [],
    };
    return this.describe();
  }

  private async rethreshold(tuning: Partial<Tuning>): Promise<Results> {
    this.wished = { ...this.wished, ...tuning };
    if (tuning.mode === "vote") await this.votesOfAll();
    const now = this.have();
    now.tuning = { ...now.tuning, ...tuning };
    now.report = this.library.rethreshold(now.report, now.tuning);
    return this.describe();
  }

  private async analyse(name: AnalysisName, signals: RunSignals): Promise<unknown> {
    if (looksAtVotes(name)) await this.votesOfChosen();
    const analysed = this.have();
    const { table, report } = analysed;
    if (name === "overview") return overview(report, this.verdicts);
    if (name === "dial")
      return dialCurve(report, this.verdicts, (sensitivity) =>
        this.library.rethreshold(report, { ...analysed.tuning, mode: "auto", sensitivity }),
      );
    const progress = (step: Progress): void => this.tellProgress(step);
    const answer = await withCancelSignal(signals, (signal) =>
      this.library.analyse(name, { table, report, series: this.chosen, signal, progress }),
    );
    analysed.confidences = [...analysed.confidences, ...answer.confidences];
    return answer.value;
  }

  private async votesOfChosen(): Promise<void> {
    const now = this.have();
    const { chosen } = this;
    const hasVotes = now.report.series[chosen].detections.some(({ votes }) => votes);
    if (!lacksVotes(now) || hasVotes) return;
    this.adoptVotes(now, await this.library.addVotes(now.table, now.config, now.report, chosen));
  }

  private async votesOfAll(): Promise<void> {
    const now = this.have();
    if (!lacksVotes(now)) return;
    const progressDue = atMostEvery(progressPause);
    const report = await this.library.detect(
      now.table,
      { ...now.config, votes: true },
      {
        signal: new AbortController().signal,
        progress: (progress) => progressDue() && this.tellProgress(progress),
        partial: () => undefined,
        partialWanted: () => false,
      },
    );
    this.adoptVotes(now, report);
  }

  /** Those that come now vote, others as they were switched. */
  private adoptVotes(now: Analysed, report: Report): void {
    // Another run may have come in between.
    if (this.analysed !== now) return;
    const { register } = this.library;
    const [known, ran] = [votersOf(now.report, register), votersOf(report, register)];
    const detectors = ran.filter((id) => !known.includes(id) || now.tuning.detectors.includes(id));
    const fitted = { ...tuningOf(report, register), detectors: ran };
    now.tuning = { ...now.tuning, detectors };
    now.report = sameTuning(now.tuning, fitted) ? report : this.library.rethreshold(report, now.tuning);
  }

  private describe(): Results {
    const { run, report, table, tuning, confidences, running } = this.have();
    return describeReport(report, table, {
      run,
      confidences,
      chosen: this.chosen,
      tuning,
      running,
      fixes: running.length ? [] : this.library.fixes(table, report),
      verdicts: this.verdicts,
      register: this.library.register,
      needed: (series, point) => this.library.neededSensitivity(report, series, point),
    });
  }

  private have(): Analysed {
    if (!this.analysed) throw new Error("There is no report yet.");
    return this.analysed;
  }

  private series(): SeriesReport {
    const { series } = this.have().report;
    return series[Math.min(this.chosen, series.length - 1)];
  }

  /** Where the KPI that a person chose stands in this report: while many are analysed, others come before it. */
  private placeIn(report: Report, ended: boolean): number {
    const { wanted } = this;
    if (!wanted && ended && this.worstFirst) return rankSeries(report.series)[0].index;
    return wanted
      ? Math.max(
          0,
          report.series.findIndex(({ kpi, series }) => kpi === wanted.kpi && series === wanted.series),
        )
      : 0;
  }

  private tellProgress({ step, fraction }: Progress): void {
    const words = [says.progress(step), this.announced].filter((part) => part !== "").join(" · ");
    this.tell({ event: "progress", progress: { step: words, fraction } });
  }
}
