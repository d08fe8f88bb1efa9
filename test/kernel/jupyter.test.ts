import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { notebookProgram } from "./notebook-program.js";

/** Debian's Python has jupyter_client; another one may shadow it. */
const python = ["/usr/bin/python3", "python3"].find(
  (each) => spawnSync(each, ["-c", "import jupyter_client, nbclient"]).status === 0,
);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

interface Cell {
  readonly reply: Record<string, unknown>;
  readonly outputs: readonly { readonly type: string; readonly content: Record<string, unknown> }[];
}

describe.skipIf(python === undefined)(
  "the Jupyter kernel, asked by jupyter_client (skipped where Python has none)",
  () => {
    const { folder } = notebookProgram();
    const environment = {
      ...process.env,
      JUPYTER_PATH: join(folder, "share/jupyter"),
      JUPYTER_RUNTIME_DIR: join(folder, "runtime"),
      IPYTHONDIR: join(folder, "ipython"),
    };
    let seen: Record<string, unknown>;
    const cell = (name: string): Cell => seen[name] as Cell;
    const shown = (name: string): unknown[] =>
      cell(name)
        .outputs.filter(({ type }) => type !== "status" && type !== "execute_input")
        .map(({ type, content }) => ({ type, ...content }));

    beforeAll(async () => {
      await installTestKernel(folder);
      const { stdout, stderr, status } = spawnSync(python!, [here("jupyter_session.py"), "kpi-test"], {
        cwd: folder,
        env: environment,
        encoding: "utf8",
        timeout: 240_000,
      });
      if (status !== 0) throw new Error(stderr);
      seen = JSON.parse(stdout) as Record<string, unknown>;
    }, 300_000);

    test("says what it is", () => {
      expect(seen.info).toMatchObject({
        status: "ok",
        implementation: "kpi-typescript",
        language_info: { name: "typescript", file_extension: ".ts" },
      });
    });

    test("executes: input, result with its count, reply, busy and idle around it", () => {
      expect(cell("value").reply).toMatchObject({
        status: "ok",
        execution_count: 1,
        user_expressions: {
          count: { status: "ok", data: { "text/plain": "2" } },
          wrong: { status: "error", ename: "CompileError" },
        },
      });
      expect(cell("value").outputs.map(({ type }) => type)).toEqual([
        "status",
        "execute_input",
        "execute_result",
        "status",
      ]);
      expect(shown("value")).toEqual([
        { type: "execute_result", execution_count: 1, data: { "text/plain": "[ 1, 2 ]" }, metadata: {} },
      ]);
      expect(shown("stream")).toEqual([
        { type: "stream", name: "stdout", text: "out\n" },
        { type: "stream", name: "stderr", text: "err\n" },
      ]);
    });

    test("displays, updates what was displayed, and shows values in all their forms", () => {
      const [first, second] = shown("display") as { transient: { display_id: string } }[];
      expect([first, second]).toMatchObject([
        { type: "display_data", data: { "text/html": "<b>1</b>" } },
        { type: "update_display_data", data: { "text/html": "<b>2</b>" } },
      ]);
      expect(first.transient.display_id).toBe(second.transient.display_id);
      expect(shown("rich")).toMatchObject([
        { type: "execute_result", data: { "image/png": "AQI=", "text/plain": "one" } },
      ]);
    });

    test("errors are error outputs with name, message and traceback", () => {
      expect(shown("error")).toMatchObject([
        {
          type: "error",
          ename: "RangeError",
          evalue: "too far",
          traceback: [
            "RangeError: too far",
            "    throw new RangeError('too far')",
            expect.any(String),
            "Cell In[5], line 2, column 7",
          ],
        },
      ]);
      expect(cell("error").reply).toMatchObject({ status: "error", ename: "RangeError", execution_count: 5 });
      expect(shown("compile")).toMatchObject([
        { type: "error", ename: "CompileError", evalue: "Type 'number' is not assignable to type 'string'." },
      ]);
    });

    test("a silent cell shows and counts nothing", () => {
      expect(cell("silent").outputs.map(({ type }) => type)).toEqual(["status", "status"]);
      expect(cell("after").reply).toMatchObject({ execution_count: 7 });
      expect(shown("after")).toMatchObject([{ data: { "text/plain": "3" } }]);
    });

    test("completes and inspects, counting characters as Jupyter does", () => {
      expect(seen.complete).toMatchObject({
        status: "ok",
        cursor_start: 15,
        cursor_end: 17,
        matches: expect.arrayContaining(["fill", "filter"]),
      });
      expect(seen.inspect).toMatchObject({
        status: "ok",
        found: true,
        data: { "text/plain": "const prices: number[]" },
      });
      expect(seen.unknown).toMatchObject({ status: "ok", found: false });
      expect(seen.incomplete).toEqual({ status: "incomplete", indent: "  " });
      expect(seen.finished).toEqual({ status: "complete" });
    });

    test("tells its history and its comms", () => {
      expect(seen.history).toMatchObject({
        status: "ok",
        history: [
          [1, 6, "const wrong: string = 1;"],
          [1, 7, "prices.length"],
        ],
      });
      expect(seen.search).toMatchObject({ history: [[1, 6, ["const wrong: string = 1;", null]]] });
      expect(seen.comms).toEqual({ status: "ok", comms: {} });
    });

    test("an unterminated template is incomplete, nonsense invalid, an unknown name not found", () => {
      expect(seen.template).toMatchObject({ status: "incomplete" });
      expect(seen.invalid).toEqual({ status: "invalid" });
      expect(seen.nowhere).toMatchObject({ status: "ok", found: false });
    });

    test("clears output, and prints ten thousand lines in few messages and in order", () => {
      expect(shown("cleared")).toEqual([
        { type: "stream", name: "stdout", text: "gone\n" },
        { type: "clear_output", wait: true },
        { type: "stream", name: "stdout", text: "stays\n" },
      ]);
      const printed = shown("many") as { text: string }[];
      expect(printed.length).toBeLessThan(200);
      const lines = printed.map(({ text }) => text).join("");
      expect(lines).toBe(Array.from({ length: 10_000 }, (_, i) => `${i}\n`).join(""));
    });

    test("closes a comm that nobody knows", () => {
      expect(seen.comm).toMatchObject([
        { type: "status" },
        { type: "comm_close", content: { comm_id: "c1" } },
        { type: "status" },
      ]);
    });

    test("asks for input on its own channel, by input() and by readline, and fails where nobody can be asked", () => {
      expect(seen.asked).toMatchObject({
        prompts: [
          { prompt: "Who? ", password: false },
          { prompt: "", password: false },
        ],
        reply: { status: "ok" },
      });
      expect(shown("asked")).toMatchObject([{ data: { "text/plain": "[ 'Ada', 'Grace' ]" } }]);
      expect(shown("alone")).toMatchObject([{ type: "error", ename: "InputUnavailable" }]);
    });

    test("a failure aborts what waits only when asked to, and never what comes later", () => {
      expect(seen.aborted).toEqual(["error", "aborted"]);
      expect(shown("atOnce")).toMatchObject([{ data: { "text/plain": "runs" } }]);
      expect(seen.goesOn).toEqual(["error", "ok"]);
    });

    test("an endless loop is interrupted and the variables stay", () => {
      expect(seen.interrupted).toMatchObject({ status: "error", ename: "Interrupted" });
      // Not by the end of the process, which comes after 3 s and takes the variables; the rest is a busy machine's.
      expect(seen.interruptSeconds).toBeLessThan(20);
      expect(shown("kept")).toMatchObject([{ data: { "text/plain": "[ 1, 2, 3 ]" } }]);
    });

    test("a cell that ends its process does not end the kernel", () => {
      expect(shown("ended")).toMatchObject([{ type: "error", ename: "ProcessEnded" }]);
      expect(shown("again")).toMatchObject([{ data: { "text/plain": "42" } }]);
      expect(seen.heartbeat).toBe(true);
    });

    test("restarts and shuts down", () => {
      expect(shown("forgotten")).toMatchObject([
        { type: "error", ename: "CompileError", evalue: "Cannot find name 'prices'." },
      ]);
      const [{ data }] = shown("pid") as { data: { "text/plain": string } }[];
      expect(alive(Number(data["text/plain"]))).toBe(false);
    });

    test("does all that Jupyter's own suite asks of a kernel", () => {
      const { stdout, stderr, status } = spawnSync(python!, [here("jupyter_suite.py"), "kpi-test"], {
        cwd: folder,
        env: environment,
        encoding: "utf8",
        timeout: 240_000,
      });
      expect(status, stderr).toBe(0);
      const passed = JSON.parse(stdout) as Record<string, boolean>;
      expect(Object.keys(passed).length).toBeGreaterThan(15);
      expect(Object.entries(passed).filter(([, done]) => !done)).toEqual([]);
    }, 300_000);

    test("nbconvert runs a notebook with it", () => {
      writeFileSync(
        join(folder, "two.ipynb"),
        JSON.stringify(notebook(["const a = 20;", "throw new Error('no')", "2 * a + 2"])),
      );
      const { status, stderr } = spawnSync(
        python!,
        [
          "-m",
          "jupyter",
          "nbconvert",
          "--to",
          "notebook",
          "--execute",
          "--allow-errors",
          "--output",
          "ran.ipynb",
          "two.ipynb",
        ],
        { cwd: folder, env: environment, encoding: "utf8" },
      );
      expect(status, stderr).toBe(0);
      const cells = (JSON.parse(readFileSync(join(folder, "ran.ipynb"), "utf8")) as { cells: { outputs: unknown[] }[] })
        .cells;
      expect(cells.map(({ outputs }) => outputs)).toMatchObject([
        [],
        [{ output_type: "error", ename: "Error" }],
        [{ output_type: "execute_result", execution_count: 3, data: { "text/plain": expect.anything() } }],
      ]);
    });

    test("a client that is killed leaves no process behind", async () => {
      const script =
        "import sys, time\nfrom jupyter_client.manager import start_new_kernel\nm, c = start_new_kernel(kernel_name='kpi-test', startup_timeout=120)\nr = c.execute_interactive('console.log(process.pid); console.log(process.ppid)', output_hook=lambda m: print(m['content'].get('text', ''), end='', flush=True))\nc.execute('for (;;) {}')\nprint('!', flush=True)\ntime.sleep(600)";
      const client = spawn(python!, ["-c", script], {
        cwd: folder,
        env: environment,
        stdio: ["ignore", "pipe", "inherit"],
      });
      let text = "";
      await new Promise<void>((resolve) =>
        client.stdout.on("data", (bytes: Buffer) => (text += bytes.toString()).includes("!") && resolve()),
      );
      const processes = [...text.matchAll(/\d+/g)].map(([pid]) => Number(pid));
      expect(processes).toHaveLength(2);
      client.kill("SIGKILL");
      await expect.poll(() => processes.filter(alive), { timeout: 20_000, interval: 200 }).toEqual([]);
    });
  },
);

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A zombie waits for a parent that may not look.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

function notebook(cells: readonly string[]): object {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: "kpi-test", display_name: "test", language: "typescript" } },
    cells: cells.map((source, index) => ({
      cell_type: "code",
      id: `c${index}`,
      source,
      metadata: {},
      outputs: [],
      execution_count: null,
    })),
  };
}

/** A kernel spec that runs the kernel from the sources: bundled where it finds the notebook's process beside it. */
async function installTestKernel(folder: string): Promise<void> {
  const program = join(folder, "dist/kernel/kernel.mjs");
  await build({
    stdin: {
      contents: `import { startKernel } from "./start-kernel.ts"; await startKernel(process.argv[2]);`,
      resolveDir: here("../../kernel-lib/src/kernel/jupyter"),
    },
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    banner: {
      js: `import { createRequire as $createRequire } from "node:module"; const require = $createRequire(${JSON.stringify(import.meta.url)});`,
    },
    plugins: [
      {
        name: "tslab-of-the-repository",
        setup: ({ onLoad }) =>
          onLoad({ filter: /jupyter[\\/]zero-mq\.ts$/ }, ({ path }) => ({
            loader: "ts",
            contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(import.meta.url)),
          })),
      },
    ],
  });
  const spec = join(folder, "share/jupyter/kernels/kpi-test");
  mkdirSync(spec, { recursive: true });
  mkdirSync(join(folder, "runtime"), { recursive: true, mode: 0o700 });
  writeFileSync(
    join(spec, "kernel.json"),
    JSON.stringify({
      argv: [process.execPath, program, "{connection_file}"],
      display_name: "test",
      language: "typescript",
      interrupt_mode: "message",
    }),
  );
}
