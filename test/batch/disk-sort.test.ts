import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ScratchFolder } from "../../kernel-lib/src/batch/disk-sort.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";

const root = mkdtempSync(join(tmpdir(), "batch-sort-"));
afterAll(() => rmSync(root, { recursive: true }));

interface Row {
  readonly key: number;
  readonly place: number;
}
const byKey = (a: Row, b: Row): number => a.key - b.key;

test.each([
  ["few rows, in memory", 5, 8, 0],
  ["more, in files", 50, 8, 7],
  ["so many that files are merged more than once", 5000, 2, 5000 / 2],
])("%s: as a stable sort has them, every time they are asked for", (_, count, most, spilled) => {
  const random = createRandom(count);
  const rows = Array.from({ length: count }, (_, place): Row => ({ key: Math.floor(10 * random.next()), place }));
  const scratch = new ScratchFolder(join(root, String(count)));
  const sort = scratch.sort(byKey, most);
  for (const row of rows) sort.add(row);
  const expected = rows.toSorted(byKey);
  expect([...sort.sorted()]).toEqual(expected);
  expect([...sort.sorted()]).toEqual(expected);
  const files = existsSync(scratch.path) ? readdirSync(scratch.path).length : 0;
  // Files that have been merged are gone.
  expect(files).toBeLessThanOrEqual(Math.min(spilled, 3 * 32));
  expect(files > 0).toBe(spilled > 0);
  // One that is left early holds no file.
  const some = sort.sorted();
  expect(some.next().value).toEqual(expected[0]);
  some.return(undefined);
  scratch.drop();
  expect(existsSync(scratch.path)).toBe(false);
});

test("nothing is nothing, and makes no folder", () => {
  const scratch = new ScratchFolder(join(root, "none"));
  expect([...scratch.sort(byKey).sorted()]).toEqual([]);
  expect(existsSync(scratch.path)).toBe(false);
  scratch.drop();
});
