import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { NotebookEngine } from "../../../kernel-lib/src/kernel/notebook-engine.js";
import { createProcessEngine } from "../../../kernel-lib/src/kernel/process/process-engine.js";
import { notebookProgram } from "../notebook-program.js";
import { runCell, type Ran } from "../run-cell.js";

const { folder, program } = notebookProgram();
const ends: string[] = [];
let engine: NotebookEngine;

beforeAll(() => {
  mkdirSync(join(folder, "node_modules/near-by"), { recursive: true });
  writeFileSync(
    join(folder, "node_modules/near-by/package.json"),
    JSON.stringify({ name: "near-by", main: "main.mjs", types: "main.d.ts", type: "module" }),
  );
  writeFileSync(join(folder, "node_modules/near-by/main.mjs"), "export const answer = 42;");
  writeFileSync(join(folder, "node_modules/near-by/main.d.ts"), "export declare const answer: number;");
  writeFileSync(join(folder, "local.ts"), "export function twice(x: number): number {\n  return 2 * x;\n}\n");
  engine = createProcessEngine({ folder, program, ended: (reason) => ends.push(reason) });
});
afterAll(() => engine.dispose());

const run = (code: string): Promise<Ran> => runCell(engine, code);

describe("cells", () => {
  test("show the value of their last expression and count from 1", async () => {
    expect(await run("const numbers = [3, 1, 2];\nnumbers")).toMatchObject({
      text: "[ 3, 1, 2 ]",
      outcome: { status: "ok", count: 1 },
    });
    expect(await run("numbers.map((x) => 2 * x)")).toMatchObject({ text: "[ 6, 2, 4 ]", outcome: { count: 2 } });
  });

  test("print in order, show nothing for undefined", async () => {
    const { outputs } = await run("console.log('out'); console.error('err'); undefined");
    expect(outputs).toEqual([
      { type: "stream", name: "stdout", text: "out\n" },
      { type: "stream", name: "stderr", text: "err\n" },
    ]);
  });

  test("may await at the top, declare a name again and import", async () => {
    expect((await run("const numbers = await Promise.resolve('again'); numbers")).text).toBe("again");
    expect(
      (
        await run(
          "import { answer } from 'near-by';\nimport { twice } from './local';\nimport { basename } from 'node:path';\n[twice(answer), basename('/a/b')]",
        )
      ).text,
    ).toBe("[ 84, 'b' ]");
    expect((await run("process.cwd()")).text).toBe(folder);
  });

  test("see a change of a local file", async () => {
    await run("import { twice } from './local'; twice(1)");
    await pause(1100); // tslab's watcher compares times of change in whole polls
    writeFileSync(join(folder, "local.ts"), "export function twice(x: number): number {\n  return 20 * x;\n}\n");
    await expect
      .poll(async () => (await run("import { twice } from './local'; twice(1)")).text, { timeout: 10_000 })
      .toBe("20");
  });

  test("show a value in all the forms it offers", async () => {
    const { outputs } = await run(
      "({ [Symbol.for('Jupyter.display')]: () => ({ 'text/html': '<b>1</b>', 'text/plain': '1', 'image/png': new Uint8Array([1, 2]) }) })",
    );
    expect(outputs).toEqual([
      { type: "result", data: { "text/html": "<b>1</b>", "text/plain": "1", "image/png": "AQI=" } },
    ]);
  });

  test("display through tslab's own functions, and change what was displayed", async () => {
    const { outputs } = await run(
      "import { display, newDisplay } from 'tslab';\ndisplay.html('<i>');\nconst shown = newDisplay(); shown.text('1'); shown.text('2');",
    );
    expect(outputs).toMatchObject([
      { type: "display", data: { "text/html": "<i>" } },
      { type: "display", data: { "text/plain": "1" }, displayId: expect.any(String) },
      { type: "update", data: { "text/plain": "2" }, displayId: expect.any(String) },
    ]);
  });
});

describe("errors", () => {
  test("of the compiler name each place and show the line", async () => {
    const { outcome, error } = await run("const fine = 1;\nconst wrong: string = fine;\nnowhere");
    expect(outcome).toMatchObject({
      status: "error",
      error: {
        name: "CompileError",
        problems: [
          { code: 2322, start: { line: 1, character: 6 }, end: { line: 1, character: 11 } },
          { code: 2304, start: { line: 2, character: 0 } },
        ],
      },
    });
    expect(error).toContain(
      `Type 'number' is not assignable to type 'string'. (TS2322)\nCell In[${outcome.count}], line 2, column 7\n    const wrong: string = fine;\n          ^^^^^`,
    );
  });

  test("while running name cell and line of the TypeScript, through functions of other cells", async () => {
    const { outcome } = await run(
      "interface Point { readonly x: number }\n\nfunction check(point: Point): number {\n  if (point.x > 1) throw new RangeError('too big');\n  return point.x;\n}",
    );
    const { outcome: failed, error } = await run(
      "// a comment\nconst start: Point = { x: 5 };\nconst checked = await Promise.resolve(check(start));",
    );
    expect(failed).toMatchObject({
      status: "error",
      error: {
        name: "RangeError",
        message: "too big",
        frames: [
          { name: "check", cell: outcome.count, position: { line: 3, character: 25 } },
          { cell: failed.count, position: { line: 2 } },
        ],
      },
    });
    expect(error).toBe(
      `RangeError: too big\n      if (point.x > 1) throw new RangeError('too big');\n                             ^\nCell In[${outcome.count}], line 4, column 26, in check\nCell In[${failed.count}], line 3, column 39`,
    );
  });

  test("of anything thrown are told, with their causes", async () => {
    expect((await run("throw 'a word'")).error).toContain("Thrown: 'a word'");
    expect((await run("throw new Error('outer', { cause: new TypeError('inner') })")).error).toContain(
      "Caused by TypeError: inner",
    );
  });

  test("leave variables and the next cell alone", async () => {
    await run("let kept = 1; throw new Error('no')");
    expect((await run("numbers")).text).toBe("again");
  });

  test("in forgotten promises and timers are printed and end nothing", async () => {
    // On a busy machine the timer runs out before its own cell is through.
    const own = await run("setTimeout(() => { throw new Error('late'); }, 1); void Promise.reject(new Error('lost'));");
    const next = await run("await new Promise((resolve) => setTimeout(resolve, 50))");
    expect([own, next].map(({ outcome }) => outcome.status)).toEqual(["ok", "ok"]);
    expect(own.text + next.text).toContain("Error: late");
    expect(own.text + next.text).toContain("Error: lost");
    expect((await run("numbers")).text).toBe("again");
  });
});

describe("interrupt", () => {
  test.each([
    ["an endless loop", "for (;;) {}"],
    ["an endless loop after an await", "await null;\nwhile (true) {}"],
    ["an endless loop that catches everything", "for (;;) { try { for (;;) {} } catch {} }"],
    ["a promise that never comes", "await new Promise(() => {})"],
    ["an endless flow of text", "for (;;) console.log('x')"],
  ])("stops %s and keeps the variables", async (_, code) => {
    const running = run(code);
    await pause(400);
    await engine.interrupt();
    expect((await running).outcome).toMatchObject({ status: "error", error: { name: "Interrupted" } });
    expect((await run("numbers")).text).toBe("again");
  });

  test("forgets the cells that wait", async () => {
    const running = run("await new Promise(() => {})");
    const waiting = run("1");
    await pause(200);
    await engine.interrupt();
    expect((await running).outcome).toMatchObject({ error: { name: "Interrupted" } });
    expect((await waiting).outcome).toMatchObject({ error: { name: "Cancelled" } });
  });

  test("does nothing when no cell runs", async () => {
    await engine.interrupt();
    expect((await run("1 + 1")).text).toBe("2");
  });

  test("ends the process of a cell that cannot be stopped, and says so", async () => {
    const running = run(
      "require('node:child_process').execFileSync(process.execPath, ['-e', 'setTimeout(() => {}, 6000)'])",
    );
    await pause(400);
    await engine.interrupt();
    expect((await running).error).toBe(
      "ProcessEnded: The cell could not be stopped, so the notebook's process was ended. Variables are gone: run the cells above again.",
    );
    expect((await run("1 + 1")).text).toBe("2");
  });
});

describe("a process that ends", () => {
  test("by the cell's own wish is said, and the next cell runs in a new one", async () => {
    ends.length = 0;
    expect(await run("console.log('last words'); process.exit(3)")).toMatchObject({
      text: "last words\n",
      error:
        "ProcessEnded: The cell ended the notebook's process (exit code 3). Variables are gone: run the cells above again.",
    });
    expect(ends).toEqual(["The cell ended the notebook's process (exit code 3)."]);
    expect((await run("typeof numbers")).error).toContain("Cannot find name 'numbers'");
    expect((await run("1 + 1")).text).toBe("2");
  });

  test("is told in the language of the notebook, and so is what the kernel says in there", async () => {
    const german = createProcessEngine({ folder, program, language: "de" });
    const trace = async (code: string): Promise<string> => {
      const outcome = await german.execute(code, () => {});
      return outcome.status === "error" ? outcome.error.trace[0] : "";
    };
    try {
      expect(await trace("await input('?')")).toContain("Hier kann niemand nach einer Eingabe gefragt werden.");
      expect(await trace("process.exit(3)")).toBe(
        "ProcessEnded: Die Zelle hat den Prozess des Notebooks beendet (Exit-Code 3). Die Variablen sind verloren: Führen Sie die Zellen darüber noch einmal aus.",
      );
    } finally {
      await german.dispose();
    }
  });

  test("for lack of memory is said", async () => {
    const small = createProcessEngine({ folder, program, memory: 300 });
    try {
      const outcome = await small.execute(
        "const all: number[][] = [];\nfor (;;) all.push(new Array(1e5).fill(1.5));",
        () => {},
      );
      expect(outcome).toMatchObject({
        error: { name: "ProcessEnded", message: expect.stringContaining("ran out of memory") },
      });
      expect(await small.execute("1", () => {})).toMatchObject({ status: "ok" });
    } finally {
      await small.dispose();
    }
  });

  test("before it can run anything says what went wrong", async () => {
    const broken = join(folder, "broken.mjs");
    writeFileSync(broken, "throw new Error('no engine here');");
    const faulty = createProcessEngine({ folder, program: broken });
    await expect(faulty.ready()).rejects.toThrow("no engine here");
    expect(await faulty.execute("1", () => {})).toMatchObject({
      error: { message: expect.stringContaining("did not start") },
    });
    await faulty.dispose();
  });

  test("is gone after a restart", async () => {
    const pid = Number((await run("process.pid")).text);
    await engine.restart();
    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });

  test("does not outlive its engine, not even in an endless loop", async () => {
    const client = join(folder, "client.mjs");
    buildSync({
      entryPoints: [
        fileURLToPath(new URL("../../../kernel-lib/src/kernel/process/process-engine.ts", import.meta.url)),
      ],
      outfile: client,
      bundle: true,
      platform: "node",
      format: "esm",
    });
    const script = `import { createProcessEngine } from ${JSON.stringify(client)};
      const engine = createProcessEngine(${JSON.stringify({ folder, program })});
      engine.execute("console.log(process.pid); for (;;) {}", (output) => { console.log(output.text); process.kill(process.pid, "SIGKILL"); });`;
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    await expect.poll(() => alive(Number(stdout)), { timeout: 5000 }).toBe(false);
  });

  test("nor do the programs that a cell has started, when the engine is killed", async () => {
    const client = join(folder, "client.mjs");
    const cell =
      "import { spawn } from 'node:child_process';\nconsole.log(spawn('sleep', ['300'], { stdio: 'ignore' }).pid);";
    const script = `import { createProcessEngine } from ${JSON.stringify(client)};
      const engine = createProcessEngine(${JSON.stringify({ folder, program })});
      engine.execute(${JSON.stringify(cell)}, (output) => { console.log(output.text); process.kill(process.pid, "SIGKILL"); });`;
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    await expect.poll(() => alive(Number(stdout)), { timeout: 10_000 }).toBe(false);
  });
});

function alive(pid: number): boolean {
  expect(pid).toBeGreaterThan(0);
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe("restart", () => {
  test("forgets variables and counts from 1", async () => {
    await run("const old = 1;");
    await engine.restart();
    expect(await run("old")).toMatchObject({
      outcome: { count: 1, status: "error" },
      error: expect.stringContaining("Cannot find name 'old'"),
    });
  });

  test("ends a running cell", async () => {
    const running = run("for (;;) {}");
    await pause(300);
    await engine.restart();
    expect((await running).error).toContain("The notebook was restarted.");
  });
});

describe("questions of an editor", () => {
  const above = [
    "const prices = [1.5, 2.5];",
    "interface Kpi { readonly name: string }\nfunction describe(kpi: Kpi, digits: number): string { return kpi.name; }",
  ];

  test("completions know the cells above without running them", async () => {
    const { entries, start, end } = await engine.complete({ code: "prices.toFi", above: [...above] }, 11);
    expect(entries).toEqual([]);
    const members = await engine.complete({ code: "prices.fi", above }, 9);
    expect(members.entries.slice(0, 3).map(({ name, kind }) => [name, kind])).toEqual([
      ["fill", "method"],
      ["filter", "method"],
      ["find", "method"],
    ]);
    expect([members.start, members.end, start, end]).toEqual([7, 9, 7, 11]);
  });

  test("and what has run, when nothing is said about the cells above", async () => {
    await run("const ranBefore = { inside: 1 };");
    expect((await engine.complete({ code: "ranBefore." }, 10)).entries).toMatchObject([
      { name: "inside", kind: "property" },
    ]);
  });

  test("hover tells the type", async () => {
    expect(await engine.hover({ code: "prices.length", above }, 2)).toEqual({
      start: 0,
      end: 6,
      declaration: "const prices: number[]",
      documentation: "",
    });
    expect(await engine.hover({ code: "   ", above }, 1)).toBeNull();
  });

  test("signatures tell the parameter the cursor is at", async () => {
    expect(await engine.signatures({ code: "describe({ name: 'a' }, ", above }, 24)).toEqual({
      active: 0,
      activeParameter: 1,
      signatures: [
        {
          label: "describe(kpi: Kpi, digits: number): string",
          documentation: "",
          parameters: [
            { label: "kpi: Kpi", documentation: "" },
            { label: "digits: number", documentation: "" },
          ],
        },
      ],
    });
    expect(await engine.signatures({ code: "1", above }, 1)).toBeNull();
  });

  test("problems are those of the cell, seen below the cells above", async () => {
    expect(await engine.problems({ code: "describe(prices, 1);\nawait Promise.resolve()", above })).toMatchObject([
      { start: { line: 0, character: 9 }, end: { line: 0, character: 15 }, code: 2345 },
    ]);
    expect(await engine.problems({ code: "prices.length", above })).toEqual([]);
    expect(await engine.problems({ code: "", above })).toEqual([]);
  });

  test("completeness sees an open bracket", async () => {
    expect(await engine.completeness("function f() {")).toEqual({ complete: false, indent: "  " });
    expect(await engine.completeness("1 + 1")).toEqual({ complete: true, indent: "" });
  });

  test("variables have name, type and value; imports are none", async () => {
    await engine.restart();
    await run(
      "import * as fs from 'node:fs';\nimport { join, basename as base } from 'node:path';\nconst series = new Float64Array(3), label = 'a\\nb', none = null;\nclass Model { a = 1 }\nconst model = new Model();\n1",
    );
    expect(await engine.variables()).toEqual([
      { name: "series", type: "Float64Array(3)", summary: "Float64Array(3) [ 0, 0, 0 ]" },
      { name: "label", type: "string", summary: "'a\\nb'" },
      { name: "none", type: "null", summary: "null" },
      { name: "Model", type: "function", summary: "class Model { a = 1; }" },
      { name: "model", type: "Model", summary: "Model { a: 1 }" },
    ]);
  });
});

test("an engine without its program or folder is refused", () => {
  expect(() => createProcessEngine({ folder: join(folder, "nowhere"), program })).toThrow("There is no folder");
  expect(() => createProcessEngine({ folder, program: join(folder, "nowhere.mjs") })).toThrow("is not built");
});
