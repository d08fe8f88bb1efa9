/**
 * Adds up what the steps of a test run came to. A skipped test counts as failed: what a machine lacks is installed or said
 * before the tests run, never passed over. Every failure is named at the end, where it is read first; so is what passed at a second
 * try, which only tests that drive another program have.
 *
 * @param {readonly import("./test-steps.mjs").Outcome[]} outcomes
 * @returns {import("./test-steps.mjs").Outcome & { lines: string[] }} their sum, and what to print, the counts last
 */
export function testVerdict(outcomes) {
  const skipped = outcomes.flatMap((outcome) => outcome.skipped);
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0) + skipped.length;
  const secondTries = outcomes.flatMap((outcome) => outcome.secondTries);
  const failures = [
    ...skipped.map(({ name, reason }) => ({ name, reason: `skipped, ${reason === "" ? "no reason given" : reason}` })),
    ...outcomes.flatMap((outcome) => outcome.failures),
  ];
  const lines = [
    ...secondTries.map(({ name, reason }) => `SECOND TRY: ${name}${told(reason)}`),
    ...failures.map(({ name, reason }) => `FAILED: ${name}${told(reason)}`),
    `${passed} passed, ${failed} failed`,
  ];
  return { lines, passed, failed, skipped: [], failures, secondTries };
}

/** @param {string} reason */
const told = (reason) => (reason === "" ? "" : ` (${reason})`);
