/** What the page draws of which it is known how long it took. */
export type Drawn = "line" | "results" | "rethreshold";

/** How long it took until something was drawn. */
export class DrawnTimes {
  /** Milliseconds from the command to what was drawn, by what it was. */
  readonly milliseconds: Partial<Record<Drawn, number>> = {};
  private started = 0;
  private asked = 0;

  runStarts(): void {
    this.started = performance.now();
  }

  /** A new cut of the scores was asked for. */
  cutAsked(): void {
    this.asked = performance.now();
  }

  /** Keeps how long it took since the command, or since a new cut was asked for (by the page's own clock where a person asked there). */
  drawn(what: Drawn, byPage: number): void {
    const now = performance.now();
    this.milliseconds[what] = what === "rethreshold" ? byPage || now - this.asked : now - this.started;
  }
}
