/**
 * Adds up what the steps of a test run came to. A skipped test counts as failed: what a machine lacks is installed or said
 * before the tests run, never passed over.
 *
 * @param {readonly import("./test-steps.mjs").Outcome[]} outcomes
 * @returns {{ lines: string[], passed: number, failed: number }} what to print, the counts last
 */
export function testVerdict(outcomes) {
  const skipped = outcomes.flatMap((outcome) => outcome.skipped);
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0) + skipped.length;
  const lines = [
    ...skipped.map(
      ({ name, reason }) => `FAILED: "${name}" was skipped (${reason === "" ? "no reason given" : reason})`,
    ),
    `${passed} passed, ${failed} failed`,
  ];
  return { lines, passed, failed };
}
