import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer, type AddressInfo } from "node:net";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type * as ZeroMq from "zeromq";
import {
  messageFrames,
  parseMessage,
  protocolVersion,
  type Message,
} from "../../kernel-lib/src/kernel/jupyter/wire-message.js";
import { createProcessEngine } from "../../kernel-lib/src/kernel/process/process-engine.js";
import { libraryVariable } from "../../kernel-lib/src/kernel/process/process-messages.js";
import { snapshotFile, snapshotFolder } from "../../kernel-lib/src/kernel/running/startup-snapshot.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, "notebooks");
const library = join(root, "kernel-lib");
const zmq = createRequire(createRequire(import.meta.url).resolve("tslab/package.json"))("zeromq") as typeof ZeroMq;

/** One notebook kernel, started. */
interface Started {
  /** Runs a cell; resolves to whether it succeeded. */
  run(code: string): Promise<boolean>;
  /** Resolves to how many completions there are at the end of the code. */
  complete(code: string): Promise<number>;
  end(): Promise<void>;
}

interface Contender {
  readonly name: string;
  /** Resolves when cells can run. */
  start(): Promise<Started>;
}

const contenders: readonly Contender[] = [
  {
    name: "stock tslab in Jupyter",
    start: () => startJupyter((file) => [join(root, "node_modules/tslab/bin/tslab"), "kernel", "--config-path", file]),
  },
  {
    name: "kpi-typescript in Jupyter",
    start: () => startJupyter((file) => [join(library, "dist/kernel/jupyter/kernel-program.js"), file]),
  },
  { name: "KPI TypeScript in VS Code", start: startEngine },
];

/** Cells 2 to 6 of a notebook, after `const prices = …`. */
const nextCells = [
  "const total = prices.reduce((a, b) => a + b);",
  "interface Kpi { readonly name: string; readonly values: number[] }",
  "const kpi: Kpi = { name: 'sales', values: prices };",
  "function scaled(x: Kpi, by: number): Kpi {\n  return { ...x, values: x.values.map((v) => v * by) };\n}",
  "scaled(kpi, total)",
];

/**
 * `npm run bench -- kernel [rounds]`: time to ready, first cell, next cells, completion and import of the library, for stock
 * tslab and both faces of our engine in turn. Prints medians in milliseconds. The very first start of ours, which makes the
 * startup snapshot for all later ones, is not among them and shown apart.
 */
export async function run([rounds = "5"]: readonly string[]): Promise<void> {
  for (const { name, start } of contenders.slice(1)) {
    const began = performance.now();
    const kernel = await start();
    console.log(`${name}, started without a snapshot: ready after ${Math.round(performance.now() - began)} ms.`);
    await setTimeout(1500);
    await kernel.end();
  }
  await snapshotMade();
  const times = new Map<string, Map<string, number[]>>(contenders.map(({ name }) => [name, new Map()]));
  for (let round = 0; round < Number(rounds); round++) {
    for (const contender of contenders)
      await measure(contender, (what, milliseconds) => keep(times.get(contender.name)!, what, milliseconds));
  }
  const measures = [...times.values().next().value!.keys()];
  console.log(`Medians of ${rounds} rounds in milliseconds; Node ${process.version}; load ${loadavg()[0].toFixed(1)}.`);
  console.table(
    Object.fromEntries(
      [...times].map(([name, taken]) => [
        name,
        Object.fromEntries(measures.map((what) => [what, Math.round(median(taken.get(what) ?? []))])),
      ]),
    ),
  );
}

async function measure(contender: Contender, take: (what: string, milliseconds: number) => void): Promise<void> {
  const timed = async <Value>(what: string, act: () => Promise<Value>): Promise<Value> => {
    const began = performance.now();
    const value = await act();
    take(what, performance.now() - began);
    return value;
  };
  const kernel = await timed("ready", contender.start);
  try {
    expectOk(await timed("first cell", () => kernel.run("const prices = [1.5, 2, 3];\nprices")));
    for (const cell of nextCells) expectOk(await timed("next cell", () => kernel.run(cell)));
    for (const code of ["prices.", "kpi.na", "scaled(kpi, 1).val"])
      expectOk((await timed("completion", () => kernel.complete(code))) > 0);
    expectOk(
      await timed("import kpi-anomaly", () =>
        kernel.run('import * as anomaly from "kpi-anomaly";\nanomaly.detect.name'),
      ),
    );
    expectOk(await timed("cell after import", () => kernel.run("const after = anomaly.InputError.name; after")));
    await timed("completion after import", () => kernel.complete("anomaly.det"));
  } finally {
    await kernel.end();
  }
}

/** Waits for the snapshot that the first process has made in the background. */
async function snapshotMade(): Promise<void> {
  const program = join(library, "dist/notebook/program/cell-process.mjs");
  const file = snapshotFile(snapshotFolder(), {
    node: process.execPath,
    program,
    folder,
    environment: { [libraryVariable]: library },
  });
  for (let waited = 0; waited < 120 && file !== undefined && !existsSync(file); waited++) await setTimeout(500);
}

function expectOk(ok: boolean): void {
  if (!ok) throw new Error("A cell failed that should not.");
}

function keep(taken: Map<string, number[]>, what: string, milliseconds: number): void {
  taken.set(what, [...(taken.get(what) ?? []), milliseconds]);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

async function startEngine(): Promise<Started> {
  const engine = createProcessEngine({
    folder,
    library,
    program: join(library, "dist/notebook/program/cell-process.mjs"),
    snapshots: snapshotFolder(),
  });
  await engine.ready();
  return {
    run: async (code) => (await engine.execute(code, () => {})).status === "ok",
    complete: async (code) => (await engine.complete({ code }, code.length)).entries.length,
    end: () => engine.dispose(),
  };
}

/** Starts a kernel as Jupyter does and talks to it as Jupyter does. */
async function startJupyter(argv: (connectionFile: string) => readonly string[]): Promise<Started> {
  const place = mkdtempSync(join(tmpdir(), "kpi-anomaly-bench-"));
  const ports = await freePorts(5);
  const key = randomUUID();
  const file = join(place, "connection.json");
  writeFileSync(
    file,
    JSON.stringify({
      transport: "tcp",
      ip: "127.0.0.1",
      key,
      signature_scheme: "hmac-sha256",
      shell_port: ports[0],
      control_port: ports[1],
      iopub_port: ports[2],
      stdin_port: ports[3],
      hb_port: ports[4],
    }),
  );
  const kernel: ChildProcess = spawn(process.execPath, [...argv(file)], { cwd: folder, stdio: "ignore" });
  const shell = new zmq.Dealer({ linger: 0 });
  shell.connect(`tcp://127.0.0.1:${ports[0]}`);
  const ask = async (type: string, content: object): Promise<Message["content"]> => {
    const header = {
      msg_id: randomUUID(),
      msg_type: type,
      session: key,
      username: "bench",
      date: new Date().toISOString(),
      version: protocolVersion,
    };
    await shell.send(
      messageFrames({ identities: [], header, parent: {}, content: content as Message["content"] }, key),
    );
    for (;;) {
      const message = parseMessage(await shell.receive(), key);
      if (message !== null && (message.parent as { msg_id?: string }).msg_id === header.msg_id) return message.content;
    }
  };
  await ask("kernel_info_request", {});
  // A kernel may say what it is before it can run anything.
  await ask("execute_request", {
    code: "",
    silent: true,
    store_history: false,
    user_expressions: {},
    allow_stdin: false,
    stop_on_error: true,
  });
  return {
    run: async (code) =>
      (
        await ask("execute_request", {
          code,
          silent: false,
          store_history: true,
          user_expressions: {},
          allow_stdin: false,
          stop_on_error: true,
        })
      ).status === "ok",
    complete: async (code) =>
      ((await ask("complete_request", { code, cursor_pos: code.length })).matches as unknown[]).length,
    end: async () => {
      shell.close();
      const gone = new Promise((resolve) => kernel.once("close", resolve));
      kernel.kill("SIGTERM");
      const killer = globalThis.setTimeout(() => kernel.kill("SIGKILL"), 2000);
      await gone;
      clearTimeout(killer);
      rmSync(place, { recursive: true, force: true });
    },
  };
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer().listen(0, "127.0.0.1", () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
