import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { CellOutput } from "../../../kernel-lib/src/kernel/notebook-engine.js";
import { createProcessEngine } from "../../../kernel-lib/src/kernel/process/process-engine.js";
import { snapshotFile } from "../../../kernel-lib/src/kernel/running/startup-snapshot.js";
import { notebookProgram } from "../notebook-program.js";

const { folder, program } = notebookProgram();
const snapshots = mkdtempSync(join(tmpdir(), "kpi-snapshots-"));

beforeAll(() => void vi.stubEnv("KPI_ANOMALY_SNAPSHOTS", ""));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(snapshots, { recursive: true, force: true });
});

/** What a cell shows in a process of its own, started with snapshots; `meanwhile` happens before the process ends. */
async function shown(code: string, meanwhile: () => Promise<void> = async () => {}): Promise<string> {
  const engine = createProcessEngine({ folder, program, snapshots });
  try {
    const outputs: CellOutput[] = [];
    const outcome = await engine.execute(code, (output) => outputs.push(output));
    await meanwhile();
    const [first] = outputs;
    return outcome.status === "ok" && first?.type === "result"
      ? String(first.data["text/plain"])
      : JSON.stringify([outcome, outputs]);
  } finally {
    await engine.dispose();
  }
}

const fromSnapshot = "[process.execArgv.includes('--snapshot-blob'), [3, 1, 2].sort().join()]";

test("the first process has a snapshot made, the next starts from it, and one that does not fit is given up", {
  timeout: 180_000,
}, async () => {
  const made = (): string[] => readdirSync(snapshots).filter((name) => name.endsWith(".snapshot"));
  expect(await shown(fromSnapshot, () => expect.poll(made, { timeout: 120_000, interval: 200 }).toHaveLength(1))).toBe(
    "[ false, '1,2,3' ]",
  );
  expect(await shown(fromSnapshot)).toBe("[ true, '1,2,3' ]");
  expect(await shown("import { basename } from 'node:path';\nconst x: number = basename('/a/b');")).toContain(
    "Type 'string' is not assignable to type 'number'",
  );
  writeFileSync(join(snapshots, made()[0]), "not a snapshot");
  expect(await shown(fromSnapshot)).toBe("[ false, '1,2,3' ]");
});

test("belongs to one Node, program, folder and environment, and can be switched off", () => {
  const of = { node: process.execPath, program, folder, environment: {} };
  const file = snapshotFile(snapshots, of);
  expect(snapshotFile(snapshots, of)).toBe(file);
  expect(snapshotFile(snapshots, { ...of, folder: tmpdir() })).not.toBe(file);
  vi.stubEnv("KPI_ANOMALY_SNAPSHOTS", "off");
  expect(snapshotFile(snapshots, of)).toBeUndefined();
  vi.stubEnv("KPI_ANOMALY_SNAPSHOTS", "");
});
