import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "node:util";

/**
 * VS Code calls this inside the extension host: runs every `*.test` beside it with mocha and fails when a test failed or none ran.
 * What mocha says and the counts go to the file named in `KPI_TEST_RESULT`, since VS Code's own output is full of other things.
 */
export async function run(): Promise<void> {
  const { default: Mocha } = await import("mocha");
  const none = (): { name: string; reason: string }[] => [];
  const result = { passed: 0, failed: 0, skipped: none(), failures: none(), secondTries: none(), output: "" };
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => void (result.output += `${format(...parts)}\n`);

  const mocha = new Mocha({
    ui: "bdd",
    color: false,
    timeout: 120_000,
    retries: 1,
    forbidOnly: true,
    grep: process.env.KPI_TEST_ONLY,
  });
  const files = readdirSync(__dirname, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".test.cjs"),
  );
  for (const file of files.sort()) mocha.addFile(join(__dirname, file));
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on("pass", () => result.passed++)
      .on("fail", (test, error) => {
        result.failed++;
        result.failures.push(namedFailure(test, error));
      })
      .on("retry", (test, error) => result.secondTries.push(namedFailure(test, error)))
      .on("pending", (test) => result.skipped.push({ name: test.fullTitle(), reason: "" }));
  });

  // What failed at the second try too is a failure only.
  result.secondTries = result.secondTries.filter((tried) => result.failures.every(({ name }) => name !== tried.name));

  if (process.env.KPI_TEST_RESULT !== undefined) writeFileSync(process.env.KPI_TEST_RESULT, JSON.stringify(result));
  if (result.passed + result.failed === 0) throw new Error(`No test ran in VS Code (${files.length} test files).`);
  if (result.failed > 0)
    throw new Error(`${result.failed} of ${result.passed + result.failed} tests in VS Code failed.`);
}

function namedFailure(test: Mocha.Runnable, { message }: Error): { name: string; reason: string } {
  return { name: test.fullTitle(), reason: message.split("\n")[0] };
}
