import type { LineIncident } from "../../shared/protocol/index.js";

const editorPause = 150;

/** The incidents of one panel as the editor marks them: fetched when the results rest, dropped when they no longer hold. */
export class EditorIncidents {
  /** Empty while there are none to trust. */
  all: readonly LineIncident[] = [];
  private refreshing: NodeJS.Timeout | undefined;

  /**
   * @param fetch asks the analysis for them; rejects when the run was cancelled or the panel closed
   * @param changed called when there are others than before
   */
  constructor(
    private readonly fetch: () => Promise<readonly LineIncident[]>,
    private readonly changed: () => void,
  ) {}

  /** New results: a slider is followed by the page, the editor's marks wait until it rests. */
  refresh(): void {
    this.wait();
    this.refreshing = setTimeout(() => void this.take(), this.all.length ? editorPause : 0);
  }

  /** Whatever was asked for is not taken any more. */
  wait(): void {
    clearTimeout(this.refreshing);
  }

  drop(): void {
    if (!this.all.length) return;
    this.all = [];
    this.changed();
  }

  /** The incident of a KPI that a line belongs to. */
  at(line: number, kpi: number | undefined): LineIncident | undefined {
    return this.all.find((candidate) => candidate.index === kpi && candidate.lines.includes(line));
  }

  close(): void {
    this.wait();
    this.all = [];
  }

  private async take(): Promise<void> {
    try {
      this.all = await this.fetch();
      // Also when there are none: the editor says so.
      this.changed();
    } catch {
      // Nothing to show in the editor.
    }
  }
}
