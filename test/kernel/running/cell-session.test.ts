import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AskPerson, CellOutput, NotebookEngine } from "../../../kernel-lib/src/kernel/notebook-engine.js";
import { createProcessEngine } from "../../../kernel-lib/src/kernel/process/process-engine.js";
import { notebookProgram } from "../notebook-program.js";
import { runCell, type Ran } from "../run-cell.js";

const { folder, program } = notebookProgram();
let engine: NotebookEngine;

beforeAll(() => {
  mkdirSync(join(folder, "inner"), { recursive: true });
  writeFileSync(
    join(folder, "beside.ts"),
    "/** Twice as much. */\nexport const twice = (x: number): number => 2 * x;\n",
  );
  engine = createProcessEngine({ folder, program });
});
afterAll(() => engine.dispose());

const run = (code: string, ask?: AskPerson): Promise<Ran> => runCell(engine, code, ask);

describe("a cell that fails half way", () => {
  test("keeps what it got to, with its types", async () => {
    await run(
      "const reached = 41; function help(x: number) { return x + 1; }\nthrow new Error('half way');\nconst lost = 'x';",
    );
    expect((await run("help(reached)")).text).toBe("42");
    expect((await run("const wrong: string = reached")).error).toContain("'number' is not assignable to type 'string'");
    expect((await run("lost")).error).toContain("Cannot find name 'lost'");
  });

  test("leaves the names that it did not get to as they were", async () => {
    await run("const kept = 'before';");
    await run("if (Date.now() > 0) throw new Error('too early');\nconst kept = 5;");
    expect((await run("kept.toUpperCase()")).text).toBe("BEFORE");
  });
});

test("names of earlier cells are meant in shorthand and as keys of a destructuring", async () => {
  await run("const price = 3; const goods = [{ price: 1, name: 'a' }];");
  expect((await run("({ price })")).text).toBe("{ price: 3 }");
  expect((await run("goods.map(({ price: cost, name }) => name + cost + price)")).text).toBe("[ 'a13' ]");
});

describe("an interrupted cell", () => {
  test("that goes on in the background prints nothing into later cells and gives them no result", async () => {
    const outputs: CellOutput[] = [];
    const waiting = engine.execute(
      "for (let i = 0; i < 20; i++) { await new Promise((r) => setTimeout(r, 50)); console.log('late', i); }\n'late result'",
      (output) => outputs.push(output),
    );
    await expect.poll(() => outputs.length, { timeout: 20_000 }).toBeGreaterThan(0);
    await engine.interrupt();
    expect(await waiting).toMatchObject({ status: "error", error: { name: "Interrupted" } });
    const { text, outputs: later } = await run("await new Promise((r) => setTimeout(r, 400)); 'mine'");
    expect(text).toBe("mine");
    expect(later).toHaveLength(1);
    await pause(100);
  });
});

describe("places in cells", () => {
  test("stand in err.stack, console.trace and errors that nobody caught, as in the error of a cell", async () => {
    const code = "interface Wide { a: number }\nfunction fails() {\n  return new Error('where');\n}\nfails().stack";
    const { text, outcome } = await run(code);
    expect(text).toContain(`at fails (cell-${outcome.count}.ts:3:10)`);
    expect(text).not.toContain("node:vm");
    const traced = await run("type Only = string;\n\nconsole.trace('here');");
    expect(traced.text).toContain(`cell-${traced.outcome.count}.ts:3:`);
    expect((await run("type None = 1;\nthrow new Error('line two')")).error).toMatch(
      /Cell In\[\d+\], line 2, column 7/,
    );
    const late = await run(
      "type T = 1;\nsetTimeout(() => {\n  throw new Error('nobody');\n}, 1);\nawait new Promise((r) => setTimeout(r, 100));",
    );
    expect(late.text).toContain(`cell-${late.outcome.count}.ts:3:`);
    const rejected = await run(
      "type T = 2;\nvoid (async () => {\n  await null;\n  throw new Error('nobody waits');\n})();\nawait new Promise((r) => setTimeout(r, 100));",
    );
    expect(rejected.text).toContain(`cell-${rejected.outcome.count}.ts:4:9`);
    for (const shown of ["new Error('shown')", "({ inside: new Error('shown') })", "console.log(new Error('shown'))"]) {
      const { text: trace, outcome: ran } = await run(`interface Gone { a: 1 }\n\n${shown}`);
      expect(trace, shown).toContain(`cell-${ran.count}.ts:3:`);
      expect(trace, shown).not.toContain("node:");
    }
  });
});

test("an error made of several tells its parts", async () => {
  const { error } = await run("throw new AggregateError([new TypeError('one'), new RangeError('two')], 'both')");
  expect(error).toContain("AggregateError: both");
  expect(error).toContain("Part 1: TypeError: one");
  expect(error).toContain("Part 2: RangeError: two");
});

test("a value that fails to show itself does not fail its cell", async () => {
  const { outcome, outputs } = await run("({ [Symbol.for('Jupyter.display')]() { throw new Error('no picture'); } })");
  expect(outcome.status).toBe("ok");
  expect(outputs).toMatchObject([
    { type: "stream", name: "stderr", text: expect.stringContaining("no picture") },
    { type: "result", data: { "text/plain": "[object Object]" } },
  ]);
});

test("nor does one that answers to nothing", async () => {
  const { outcome, outputs } = await run("new Proxy({}, { get() { throw new Error('ask me nothing'); } })");
  expect(outcome.status).toBe("ok");
  expect(outputs).toMatchObject([
    { type: "stream", name: "stderr", text: expect.stringContaining("ask me nothing") },
    { type: "result", data: { "text/plain": "[object]" } },
  ]);
});

test("programs that a cell starts end with the notebook's process", async () => {
  const { text } = await run(
    "import { spawn } from 'node:child_process';\nconst child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });\nString(child.pid)",
  );
  const alive = (): boolean => {
    try {
      process.kill(Number(text), 0);
      return true;
    } catch {
      return false;
    }
  };
  expect(alive()).toBe(true);
  await engine.restart();
  await expect.poll(alive, { timeout: 10_000 }).toBe(false);
});

describe("input", () => {
  test("is asked of the person, line by line, by input() and by readline", async () => {
    const asked: [string, boolean][] = [];
    const ask: AskPerson = (prompt, password) => {
      asked.push([prompt, password]);
      return Promise.resolve(`answer ${asked.length}`);
    };
    expect((await run("await input('Name: ', { password: true })", ask)).text).toBe("answer 1");
    expect(asked).toEqual([["Name: ", true]]);
    const lines =
      "import * as readline from 'node:readline/promises';\nconst lines = readline.createInterface({ input: process.stdin });\nconst line = await lines.question('');\nlines.close();\nline";
    expect((await run(lines, ask)).text).toBe("answer 2");
  });

  test("fails in a sentence where nobody can be asked", async () => {
    expect((await run("await input('Name: ')")).error).toContain(
      "InputUnavailable: Nobody can be asked for input here.",
    );
  });
});

test("a cell clears what it has shown", async () => {
  expect((await run("console.log(1); clearOutput(true); console.log(2)")).outputs).toEqual([
    { type: "stream", name: "stdout", text: "1\n" },
    { type: "clear", wait: true },
    { type: "stream", name: "stdout", text: "2\n" },
  ]);
  expect((await engine.variables()).map(({ name }) => name)).not.toContain("input");
});

describe("the language", () => {
  test.each([
    [
      "ES2023 and later",
      "[[3, 1].toSorted(), [1, 2].findLast((x) => x < 2), Object.groupBy([1, 2], (x) => String(x % 2))[1]]",
      "[ [ 1, 3 ], 1, [ 1 ] ]",
    ],
    ...("Iterator" in globalThis
      ? [
          [
            "iterator helpers",
            "function* naturals() { for (let i = 1; ; i++) yield i; }\n[naturals().map((x) => x * x).take(3).toArray(), [1, 2].values().map(String).toArray(), new Map([['a', 1]]).keys().toArray()]",
            "[ [ 1, 4, 9 ], [ '1', '2' ], [ 'a' ] ]",
          ],
        ]
      : []),
    [
      "standard decorators",
      "function twice(f: (x: number) => number, _: ClassMethodDecoratorContext) { return (x: number) => 2 * f(x); }\nclass A { @twice one(x: number) { return x + 1; } }\nnew A().one(2)",
      "6",
    ],
    [
      "for await inside a function",
      "async function* three() { yield 1; yield 2; }\nasync function sum() { let s = 0; for await (const x of three()) s += x; return s; }\nawait sum()",
      "3",
    ],
    ["import.meta", "import.meta.dirname === process.cwd() && import.meta.url.startsWith('file:')", "true"],
    ["imports with the ending of a file beside", "import { twice } from './beside.ts';\ntwice(21)", "42"],
    ["for await at the top", "let total = 0;\nfor await (const x of [Promise.resolve(1), 2]) total += x;\ntotal", "3"],
  ])("%s", async (_name, code, wanted) => {
    const { text, error } = await run(code);
    expect(error).toBe("");
    expect(text).toBe(wanted);
  });
});

test("a file above the notebook's folder is imported", async () => {
  const inner = createProcessEngine({ folder: join(folder, "inner"), program });
  try {
    const printed: CellOutput[] = [];
    const outcome = await inner.execute("import { twice } from '../beside';\ntwice(4)", (output) =>
      printed.push(output),
    );
    expect(outcome).toMatchObject({ status: "ok" });
    expect(printed).toMatchObject([{ type: "result", data: { "text/plain": "8" } }]);
  } finally {
    await inner.dispose();
  }
});

test("code is complete, lacks its end, or is invalid", async () => {
  const states = await Promise.all(
    ["1 + 1", "`unfinished", "function f() {", "const = 1"].map((code) => engine.completeness(code)),
  );
  expect(states.map(({ complete, invalid }) => [complete, invalid ?? false])).toEqual([
    [true, false],
    [false, false],
    [false, false],
    [true, true],
  ]);
});

test("hover shows the doc comment of a function of the notebook's own", async () => {
  await run("/** How much is left. */\nfunction remaining(of: number) { return of - 1; }");
  const found = await engine.hover({ code: "remaining(2)" }, 3);
  expect(found?.documentation).toBe("How much is left.");
  const above = await engine.hover(
    { code: "remaining(2)", above: ["/** Of the cell above. */\nfunction remaining(of: number) { return of - 1; }"] },
    3,
  );
  expect(above?.documentation).toBe("Of the cell above.");
});
