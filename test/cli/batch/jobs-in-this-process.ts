import type { BatchInput } from "../../../kernel-lib/src/batch/inputs.js";
import type { BatchSettings, Job, JobRunner, Outcome } from "../../../kernel-lib/src/batch/job.js";
import { inputSize, type InputSize } from "../../../kernel-lib/src/batch/read-input.js";
import { runJob } from "../../../kernel-lib/src/batch/run-job.js";

/** What processes have: the program they run, which stands beside a build only. */
export const jobProcessScript: string = "job-process.js";

/** Does jobs one after the other in this process: the results hang on the jobs alone. */
export class ProcessPool implements JobRunner {
  readonly width: number;

  constructor({ processes }: { readonly processes: number }) {
    this.width = processes;
  }

  size(input: BatchInput, { config }: BatchSettings, threads: number): Promise<InputSize> {
    return inputSize(input, config, threads);
  }

  async run(
    jobs: AsyncIterable<Job>,
    told: (job: Job, outcome: Outcome) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    for await (const job of jobs) {
      signal.throwIfAborted();
      const { result } = await runJob(job, null);
      await told(job, { kind: "done", result });
    }
  }

  dispose(): Promise<void> {
    return Promise.resolve();
  }
}
