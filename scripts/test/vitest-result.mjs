import { writeFileSync } from "node:fs";

/**
 * A vitest reporter that leaves the counts in the file named by `KPI_TEST_RESULT`, with the name of every test that failed, needed a
 * second try or was skipped, and why.
 */
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
    const results = tests.map((test) => ({
      name: `${test.module.relativeModuleId} > ${test.fullName}`,
      tries: (test.diagnostic()?.retryCount ?? 0) + 1,
      ...test.result(),
    }));
    const result = {
      passed: results.filter(({ state }) => state === "passed").length,
      failed: results.filter(({ state }) => state === "failed").length + failedFiles.length + unhandledErrors.length,
      failures: [
        ...results.flatMap(({ name, state, errors }) =>
          state === "failed" ? [{ name, reason: firstLine(errors?.[0]) }] : [],
        ),
        ...failedFiles.map((module) => ({ name: module.relativeModuleId, reason: firstLine(module.errors()[0]) })),
        ...unhandledErrors.map((error) => ({ name: "outside a test", reason: firstLine(error) })),
      ],
      secondTries: results.flatMap(({ name, state, tries, errors }) =>
        state === "passed" && tries > 1 ? [{ name, reason: firstLine(errors?.[0]) }] : [],
      ),
      skipped: results.flatMap((each) =>
        each.state === "skipped" || each.state === "pending"
          ? [{ name: each.name, reason: ("note" in each && each.note) || "" }]
          : [],
      ),
    };
    if (process.env.KPI_TEST_RESULT !== undefined) writeFileSync(process.env.KPI_TEST_RESULT, JSON.stringify(result));
  }
}

/** @param {unknown} error @returns {string} */
function firstLine(error) {
  const { message = "" } = /** @type {{ message?: string }} */ (error ?? {});
  return message.split("\n")[0];
}
