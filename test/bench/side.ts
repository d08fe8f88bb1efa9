import { spawn, type ChildProcess } from "node:child_process";
import { createInterface, type Interface } from "node:readline";
import type { BenchAnswer, BenchJob } from "./bench-job.js";

/** A process that measures jobs: ours or the peer. */
export class Side {
  private readonly child: ChildProcess;
  private readonly lines: AsyncIterator<string>;
  private readonly reader: Interface;

  constructor(command: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    const inherited = { ...process.env };
    // Set on some machines for old builds of OpenBLAS; it would slow the peer down.
    delete inherited.OPENBLAS_CORETYPE;
    delete inherited.OPENBLAS_L2_SIZE;
    this.child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"], env: { ...inherited, ...environment } });
    this.reader = createInterface({ input: this.child.stdout! });
    this.lines = this.reader[Symbol.asyncIterator]();
  }

  static ours(workers: number): Side {
    const program = `const { run } = await import("file://${process.cwd()}/out/bench/detectors.mjs"); await run(["--ours"]);`;
    return new Side(process.execPath, ["--input-type=module", "-e", program], { BENCH_WORKERS: String(workers) });
  }

  static peer(): Side {
    return new Side("/usr/bin/python3", ["test/bench/peer.py"]);
  }

  /** The first line: what runs there. */
  async versions(): Promise<string> {
    return (JSON.parse(await this.line()) as { versions: string }).versions;
  }

  async measure(job: BenchJob): Promise<BenchAnswer> {
    this.child.stdin!.write(`${JSON.stringify(job)}\n`);
    return JSON.parse(await this.line()) as BenchAnswer;
  }

  end(): void {
    this.child.stdin!.end();
    this.reader.close();
  }

  private async line(): Promise<string> {
    const { value, done } = await this.lines.next();
    if (done) throw new Error("The measured process ended.");
    return value;
  }
}
