import { describe, expect, test } from "vitest";
import { detect, read } from "../../../kernel-lib/src/door.js";
import { contributions } from "../../../kernel-lib/src/evaluate/drivers/contributions.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const DAY = 86_400_000;
const FIRST = Date.UTC(2023, 0, 1);
const DAYS = 400;
const BASES = { North: 500, South: 300, East: 220, West: 400, Online: 150 };

interface Loss {
  /** First day, and the day after the last. */
  readonly start: number;
  readonly end: number;
  readonly share: number;
}

/** Daily sales of five regions with a week and growth, of which East loses a share of what it would have sold. */
function regions(
  seed: number,
  { start, end, share }: Loss,
): { csv: string; lost: (from: number, to: number) => number } {
  const random = createRandom(seed);
  const week = Array.from({ length: 7 }, () => 0.8 + 0.4 * random.next());
  const usual = (day: number, base: number): number => base * week[day % 7] * (1 + 0.0003 * day);
  const lines = ["date,region,sales"];
  for (let day = 0; day < DAYS; day++)
    for (const [region, base] of Object.entries(BASES)) {
      const kept = region === "East" && day >= start && day < end ? 1 - share : 1;
      const value = usual(day, base) * (1 + 0.04 * random.normal()) * kept;
      lines.push(`${new Date(FIRST + day * DAY).toISOString().slice(0, 10)},${region},${value.toFixed(1)}`);
    }
  const lost = (from: number, to: number): number => {
    let sum = 0;
    for (let day = Math.max(from, start); day < Math.min(to + 1, end); day++) sum -= share * usual(day, BASES.East);
    return sum;
  };
  return { csv: `${lines.join("\n")}\n`, lost };
}

/** What East is told to have lost, as a part of what it lost, and which part of the cause it is. */
async function told(seed: number, loss: Loss, series?: string): Promise<{ size: number; cause: number; days: number }> {
  const { csv, lost } = regions(seed, loss);
  const config = { columns: { segments: ["region"] }, votes: false };
  const report = await detect(read(csv, config), config);
  const { segments, from, to } = contributions(report, { series });
  const [first, last] = [from, to].map((time) => Math.round((time - FIRST) / DAY));
  const { deviation, cause } = segments.find(({ segment }) => segment === "East")!;
  return { size: deviation / lost(first, last), cause, days: last - first + 1 };
}

describe("a loss of one segment is its full size", () => {
  test.each([
    ["of six days", { start: 200, end: 206, share: 0.5 }],
    ["of forty days", { start: 170, end: 210, share: 0.4 }],
    ["that lasts for good", { start: 270, end: DAYS, share: 0.4 }],
    ["that has not ended yet", { start: DAYS - 20, end: DAYS, share: 0.5 }],
  ])("%s", async (_, loss) => {
    for (const seed of [1, 2])
      for (const series of [undefined, "East"]) {
        const { size, cause, days } = await told(seed, loss, series);
        expect(Math.abs(size - 1)).toBeLessThan(0.1);
        expect(cause).toBeGreaterThan(0.8);
        // A level that is new is told over a week of it, not by the one day on which it came.
        expect(days).toBeGreaterThanOrEqual(3);
      }
  });
});
