/**
 * Adds up what the steps of a test run came to. A skipped test counts as failed unless it says that it needs ../shared, the data
 * beside the repository, and that is not there.
 *
 * @param {readonly import("./test-steps.mjs").Outcome[]} outcomes
 * @param {boolean} sharedIsThere
 * @returns {{ lines: string[], failed: number }} what to print, the counts last
 */
export function testVerdict(outcomes, sharedIsThere) {
  const skipped = outcomes.flatMap((outcome) => outcome.skipped);
  const needless = skipped.filter(({ reason }) => sharedIsThere || !reason.includes("../shared"));
  const allowed = skipped.length - needless.length;
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0) + needless.length;
  const lines = [
    ...skipped.map(({ name, reason }) => `Skipped: ${name} (${reason === "" ? "no reason given" : reason})`),
    ...needless.map(({ name }) => `FAILED: "${name}" was skipped although nothing it needs is missing`),
    `${passed} passed, ${failed} failed${allowed > 0 ? `, ${allowed} skipped` : ""}`,
  ];
  return { lines, failed };
}
