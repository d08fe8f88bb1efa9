import type { Findings } from "../api.js";
import { newSince, summaryOf, type FileSummary } from "./file-summary.js";

/** Files above which nothing is analysed unasked. */
export const mostUnasked = 50;

/** How far the home is with a file. */
export type HomeState =
  | { readonly kind: "waiting" }
  | { readonly kind: "running" }
  | { readonly kind: "done"; readonly summary: FileSummary }
  | { readonly kind: "failed"; readonly message: string };

/** When somebody last looked at a file, and the incidents it had then. */
export interface Look {
  readonly time: number;
  readonly incidents: readonly string[];
}

/** What the home needs of its surroundings. */
export interface HomeSurroundings {
  /** Tables of the workspace, by address. */
  find(): Promise<readonly string[]>;
  /** Size and time of change of a file; null when it is gone. */
  stamp(file: string): Promise<string | null>;
  /** @throws Error with a sentence */
  analyse(file: string): Promise<Findings>;
  lookAt(file: string): Look | undefined;
  keepLook(file: string, look: Look): void;
  now(): number;
  changed(): void;
}

/** The tables of a workspace, analysed one after the other, again when they change. Knows nothing of VS Code. */
export class HomeFiles {
  private files: readonly string[] = [];
  private readonly states = new Map<string, HomeState>();
  private readonly stamps = new Map<string, string | null>();
  private asked = false;
  private busy: Promise<void> | null = null;

  constructor(private readonly around: HomeSurroundings) {}

  get all(): readonly string[] {
    return this.files;
  }

  /** Whether it waits to be asked, since there are very many. */
  get waitsForAsking(): boolean {
    return this.files.length > mostUnasked && !this.asked;
  }

  stateOf(file: string): HomeState {
    return this.states.get(file) ?? { kind: "waiting" };
  }

  /** Incidents that are there since the last look, and when that was; null where nobody has looked or nothing is new. */
  newsOf(file: string): { readonly count: number; readonly since: number } | null {
    const state = this.stateOf(file);
    const look = this.around.lookAt(file);
    if (state.kind !== "done" || look === undefined) return null;
    const count = newSince(state.summary, look.incidents);
    return count > 0 ? { count, since: look.time } : null;
  }

  /** Analyses them although there are many. */
  async askAll(): Promise<void> {
    this.asked = true;
    await this.refresh();
  }

  /** Looks for files that are new, gone or changed, and analyses those; while it does so another wish joins in. */
  async refresh(): Promise<void> {
    this.busy ??= this.work().finally(() => (this.busy = null));
    await this.busy;
  }

  /** Somebody looks at a file: what it has now is no news any more. */
  seen(file: string): void {
    const state = this.stateOf(file);
    if (state.kind !== "done") return;
    this.around.keepLook(file, { time: this.around.now(), incidents: state.summary.incidents });
    this.around.changed();
  }

  private async work(): Promise<void> {
    const found = await this.around.find();
    if (found.join("\n") !== this.files.join("\n")) {
      this.files = found;
      this.around.changed();
    }
    if (this.waitsForAsking) return;
    for (const file of this.files) {
      const stamp = await this.around.stamp(file);
      if (stamp === null || stamp === this.stamps.get(file)) continue;
      this.stamps.set(file, stamp);
      await this.analyse(file);
    }
  }

  private async analyse(file: string): Promise<void> {
    if (!this.states.has(file)) this.show(file, { kind: "running" });
    try {
      const summary = summaryOf(await this.around.analyse(file));
      if (this.around.lookAt(file) === undefined)
        this.around.keepLook(file, { time: this.around.now(), incidents: summary.incidents });
      this.show(file, { kind: "done", summary });
    } catch (error) {
      this.show(file, { kind: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  }

  private show(file: string, state: HomeState): void {
    this.states.set(file, state);
    this.around.changed();
  }
}
