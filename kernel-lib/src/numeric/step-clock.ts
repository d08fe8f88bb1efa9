/** Adds up how long each step takes. */
export class StepClock {
  readonly seconds: Record<string, number> = {};

  time<Result>(step: string, work: () => Result): Result {
    const started = performance.now();
    const result = work();
    this.add(step, started);
    return result;
  }

  async timeAsync<Result>(step: string, work: () => Promise<Result>): Promise<Result> {
    const started = performance.now();
    const result = await work();
    this.add(step, started);
    return result;
  }

  private add(step: string, started: number): void {
    this.seconds[step] = (this.seconds[step] ?? 0) + (performance.now() - started) / 1000;
  }
}
