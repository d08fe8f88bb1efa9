import { ok } from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import * as vscode from "vscode";
import type { KpiAnomalyApi } from "../../extension/src/api.js";

const minute = 60_000;

/** Stamps with a day's rhythm, a little noise and one spike. */
function rhythm(rows: number, step: number): string {
  const lines = ["time,load"];
  for (let row = 0; row < rows; row++) {
    const time = new Date(Date.UTC(2005, 0, 1) + row * step).toISOString().slice(0, 16).replace("T", " ");
    const value = 100 + 30 * Math.sin(((row * step) / (24 * 60 * minute)) * 2 * Math.PI) + ((row * 7919) % 13);
    lines.push(`${time},${(value + (row === rows >> 1 ? 400 : 0)).toFixed(1)}`);
  }
  return `${lines.join("\n")}\n`;
}

const milliseconds = (value: number): string => `${Math.round(value)} ms`;
const wait = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

async function until<Value>(what: () => Value | undefined | false): Promise<Value> {
  for (;;) {
    const value = what();
    if (value) return value;
    await wait(50);
  }
}

/** A file of the system; empty when its process has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}

const parentOf = (id: string): string => /^PPid:\t(\d+)$/m.exec(read(`/proc/${id}/status`))?.[1] ?? "0";

/** The process that VS Code, its browser and all they started come from. */
function rootProcess(): string {
  for (let id = String(process.pid); id !== "0" && id !== "1"; id = parentOf(id))
    if (/desktop-stand-in/.test(read(`/proc/${id}/cmdline`))) return id;
  return parentOf(String(process.pid));
}

/** Megabytes of a process and all that it started, pages that are shared counted once. */
function megabytes(root: string): number {
  const ids = readdirSync("/proc").filter((id) => /^\d+$/.test(id));
  const children = new Map<string, string[]>();
  for (const id of ids) children.set(parentOf(id), [...(children.get(parentOf(id)) ?? []), id]);
  const all = [root];
  for (const id of all) all.push(...(children.get(id) ?? []));
  const kilobytes = all.map((id) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1] ?? 0));
  return Math.round(kilobytes.reduce((sum, size) => sum + size, 0) / 1024);
}

// Figures of a quiet machine, not run with the tests: npm run bench -- panel.
if (process.env.KPI_MEASURE)
  describe("measures of the panel", function () {
    this.timeout(20 * minute);
    const folder = mkdtempSync(join(tmpdir(), "kpi-anomaly-measures-"));
    after(() => rmSync(folder, { recursive: true, force: true }));
    afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

    const api = async (): Promise<KpiAnomalyApi> => {
      const extension = vscode.extensions.getExtension<KpiAnomalyApi>("kpi-anomaly.kpi-anomaly-detector");
      ok(extension);
      return await extension.activate();
    };

    const timed = async (uri: vscode.Uri, how: string): Promise<void> => {
      const { panelTimings, rethreshold } = await api();
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      await vscode.commands.executeCommand("kpiAnomaly.detect", uri);
      const shown = await until(() => panelTimings(uri)?.results !== undefined && panelTimings(uri));
      const { line = NaN, results = NaN } = shown;
      const cuts: number[] = [];
      for (const sensitivity of [60, 40, 75, 55, 50]) {
        const before = panelTimings(uri)?.rethreshold;
        await rethreshold(uri, { sensitivity });
        cuts.push(await until(() => panelTimings(uri)?.rethreshold !== before && panelTimings(uri)?.rethreshold));
      }
      delay.disable();
      console.log(
        `Measured: ${uri.path.split("/").pop()}, ${how}: first chart ${milliseconds(line)}, everything ${milliseconds(results)}, new cuts ${cuts.map(milliseconds).join(", ")}, longest block of the extension host ${milliseconds(delay.max / 1e6)}`,
      );
    };

    for (const [name, rows] of [
      ["10k.csv", 10_000],
      ["145k.csv", 145_000],
    ] as const)
      it(`times of ${rows} rows`, async () => {
        const uri = vscode.Uri.file(join(folder, name));
        writeFileSync(uri.fsPath, rhythm(rows, 60 * minute));
        await timed(uri, "no CSV on screen");
        for (let run = 0; run < 3; run++) {
          await vscode.commands.executeCommand("workbench.action.closeAllEditors");
          await vscode.window.showTextDocument(uri);
          // As long as a person takes to find the button.
          await wait(3000);
          await timed(uri, "CSV on screen");
        }
      });

    it("memory of 1.5 million rows", async () => {
      const uri = vscode.Uri.file(join(folder, "large.csv"));
      writeFileSync(uri.fsPath, rhythm(1_500_000, minute));
      const { panelTimings } = await api();
      const root = rootProcess();
      await wait(3000);
      const before = megabytes(root);
      let most = before;
      const looking = setInterval(() => (most = Math.max(most, megabytes(root))), 400);
      await vscode.commands.executeCommand("kpiAnomaly.detect", uri);
      const { line = NaN, results = NaN } = await until(
        () => panelTimings(uri)?.results !== undefined && panelTimings(uri),
      );
      await wait(3000);
      const open = megabytes(root);
      clearInterval(looking);
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      await wait(8000);
      const closed = megabytes(root);
      console.log(
        `Measured: 1,500,000 rows: first chart ${milliseconds(line)}, everything ${milliseconds(results)}; all processes together ${before} MB before, at most ${most - before} MB more, ${open - before} MB more with the results, ${closed - before} MB more when the panel is closed`,
      );
      ok(most - before < 1200, `${most - before} MB more`);
      ok(closed - before < 150, `${closed - before} MB more when closed`);
    });
  });
