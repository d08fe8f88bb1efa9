import { vi } from "vitest";
import { main } from "../../kernel-lib/src/cli/main.js";

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `kpi-anomaly` in this process, with what it prints caught. */
export async function runCommand(...args: string[]): Promise<Run> {
  const printed = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((chunk) => {
      printed[name] += String(chunk);
      return true;
    }),
  );
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    await main(args);
    return { code: Number(process.exitCode ?? 0), ...printed };
  } finally {
    process.exitCode = before;
    spies.forEach((spy) => spy.mockRestore());
  }
}
