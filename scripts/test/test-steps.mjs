import { AsyncLocalStorage } from "node:async_hooks";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../machine/repository-root.mjs";

/**
 * What a step of the test run came to.
 *
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {{ name: string, reason: string }[]} skipped
 * @property {{ name: string, reason: string }[]} failures the names of those that failed, and what was said
 * @property {{ name: string, reason: string }[]} secondTries those that passed at the second try only, and what the first said
 */

/**
 * A step that is no test (build, lint): one failure when its program fails, nothing otherwise.
 *
 * @param {string} title @param {string[]} command a program and its parameters
 * @returns {Promise<Outcome>}
 */
export async function check(title, ...command) {
  const { code } = await timed(title, command);
  return code === 0 ? outcomeOf({}) : lost(outcomeOf({}), title, `exit code ${code}`);
}

/**
 * A step of tests, which leave their counts in test-output/<name>.json. A suite that ran no test or whose program failed with
 * no failed test counts as one failure.
 *
 * @param {string} title @param {string} name @param {string[]} script a script for Node and its parameters
 * @returns {Promise<Outcome>}
 */
export async function suite(title, name, ...script) {
  const output = join(repositoryRoot, "test-output");
  const result = join(output, `${name}.json`);
  mkdirSync(output, { recursive: true });
  rmSync(result, { force: true });
  const { code } = await timed(title, [process.execPath, ...script], { KPI_TEST_RESULT: result });
  const outcome = outcomeOf(existsSync(result) ? JSON.parse(readFileSync(result, "utf8")) : {});
  if (outcome.passed + outcome.failed === 0) return lost(outcome, title, `no test ran, exit code ${code}`);
  return code !== 0 && outcome.failed === 0 ? lost(outcome, title, `exit code ${code}`) : outcome;
}

/** What a program left of its outcome, the rest nothing. @param {Partial<Outcome>} left @returns {Outcome} */
export function outcomeOf(left) {
  return { passed: 0, failed: 0, skipped: [], failures: [], secondTries: [], ...left };
}

/** A step that failed as a whole. @param {Outcome} outcome @param {string} name @param {string} reason @returns {Outcome} */
function lost(outcome, name, reason) {
  return { ...outcome, failed: 1, failures: [{ name, reason }] };
}

/** @type {AsyncLocalStorage<true>} */
const aside = new AsyncLocalStorage();

/**
 * Runs steps that leave a processor idle at the same time. What one says is shown when it has ended, so that it can be read.
 *
 * @param {...() => Promise<Outcome>} steps
 * @returns {Promise<Outcome[]>}
 */
export function sideBySide(...steps) {
  return Promise.all(steps.map((step) => aside.run(true, step)));
}

/** A vitest suite: its configuration file, and what `suite` needs. @param {string} title @param {string} name @param {string} config */
export function vitestSuite(title, name, config) {
  return suite(
    title,
    name,
    "node_modules/vitest/vitest.mjs",
    "run",
    "--config",
    config,
    "--reporter=default",
    "--reporter=./scripts/test/vitest-result.mjs",
  );
}

/**
 * @param {string} title @param {string[]} command @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<{ code: number | null }>}
 */
function timed(title, [program, ...parameters], environment = {}) {
  const own = aside.getStore() !== undefined;
  if (!own) console.log(`\n== ${title}`);
  const started = Date.now();
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd: repositoryRoot,
      env: { ...process.env, KPI_ANOMALY_SNAPSHOTS: "off", ...environment },
      stdio: ["ignore", own ? "pipe" : "inherit", own ? "pipe" : "inherit"],
      shell: process.platform === "win32",
    });
    /** @type {Buffer[]} */
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (bytes) => said.push(bytes));
    child.on("error", reject);
    child.on("close", (code) => {
      if (own) console.log(`\n== ${title}\n${Buffer.concat(said).toString().trimEnd()}`);
      console.log(`== ${title}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
      resolve({ code });
    });
  });
}
