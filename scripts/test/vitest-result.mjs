import { writeFileSync } from "node:fs";

/** A vitest reporter that leaves the counts, with the reason of every skipped test, in the file named by `KPI_TEST_RESULT`. */
export default class VitestResult {
  /**
   * @param {readonly import("vitest/node").TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const failedFiles = modules.filter(
      (module) =>
        module.errors().length > 0 || [...module.children.allSuites()].some((suite) => suite.errors().length > 0),
    );
    const results = tests.map((test) => ({ name: test.fullName, ...test.result() }));
    const result = {
      passed: results.filter(({ state }) => state === "passed").length,
      failed: results.filter(({ state }) => state === "failed").length + failedFiles.length + unhandledErrors.length,
      skipped: results.flatMap((each) =>
        each.state === "skipped" || each.state === "pending"
          ? [{ name: each.name, reason: ("note" in each && each.note) || "" }]
          : [],
      ),
    };
    if (process.env.KPI_TEST_RESULT !== undefined) writeFileSync(process.env.KPI_TEST_RESULT, JSON.stringify(result));
  }
}
