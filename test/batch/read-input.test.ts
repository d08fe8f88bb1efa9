import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import type { Job } from "../../kernel-lib/src/batch/job.js";
import { InputReader, readInput, inputSize } from "../../kernel-lib/src/batch/read-input.js";
import { InputError } from "../../kernel-lib/src/errors.js";
import { LARGE_FILE, type FileReading } from "../../kernel-lib/src/io/read-file.js";
import * as bytesOfFiles from "../../kernel-lib/src/read-bytes.js";

const probe = vi.hoisted(() => ({ longRun: vi.fn(async (..._asked: unknown[]): Promise<object | null> => null) }));
vi.mock("../../kernel-lib/src/evaluate/long-run.js", () => probe);

const root = mkdtempSync(join(tmpdir(), "batch-input-"));
afterAll(() => rmSync(root, { recursive: true }));

function written(file: string, text: string): { readonly file: string; readonly path: string } {
  const path = join(root, file);
  writeFileSync(path, text);
  return { file, path };
}
const days = (count: number, columns: readonly string[], pad = ""): string =>
  `date,${columns.join()}\n${Array.from(
    { length: count },
    (_, day) =>
      `${new Date(Date.UTC(1900, 0, 1 + day)).toISOString().slice(0, 10)},${columns.map((_, k) => `${pad}${day * 7 + k}.5`).join()}\n`,
  ).join("")}`;
const small = written("small.csv", days(30, ["a", "b", "c"]));

describe("a file of a batch is read", () => {
  test("piece by piece where it is a large text, and gives the table of its bytes", async () => {
    const text = days(60_000, ["a", "b"], "0".repeat(180));
    const large = written("large.csv", text);
    expect(statSync(large.path).size).toBeGreaterThan(LARGE_FILE);
    const whole = vi.spyOn(bytesOfFiles, "readBytes");
    const pieces = (await readInput(large, {}, null)) as FileReading;
    expect(whole).not.toHaveBeenCalled();
    const { table } = (await readInput(large, {}, new TextEncoder().encode(text))) as FileReading;
    expect(pieces.table).toEqual(table);
    expect(((await readInput(small, {}, null)) as FileReading).table.records).toBe(30);
    expect(whole).toHaveBeenCalledTimes(1);
    // What is no table says so from either.
    const broken = written("broken.csv", "x".repeat(LARGE_FILE));
    const [one, other] = [await readInput(broken, {}, null), await readInput(broken, {}, Buffer.from("x".repeat(99)))];
    expect(one).toBeInstanceOf(InputError);
    expect((one as InputError).code).toBe((other as InputError).code);
  }, 60_000);

  test("as a whole where it is small; what it lacks is an answer, that it is not there is an error", async () => {
    expect(((await readInput(small, {}, null)) as FileReading).table.records).toBe(30);
    expect(await readInput(written("empty.csv", ""), {}, null)).toMatchObject({ code: "empty_file" });
    await expect(readInput({ file: "none.csv", path: join(root, "none.csv") }, {}, null)).rejects.toMatchObject({
      code: "file_not_found",
    });
  });

  test("and its series are counted; what is no table has none", async () => {
    expect(await inputSize(small, {}, 2)).toEqual({ series: 3, long: null });
    for (const [input, config] of [
      [written("empty.csv", ""), {}],
      [small, { columns: { kpis: ["none"] } }],
    ] as const)
      expect(await inputSize(input, config, 2)).toEqual({ series: 0, long: null });
  });

  test("and it is told whether a run takes minutes, where somebody asks", async () => {
    const long = { seconds: 300, detectors: [], secondsWithout: 300, series: 3, rows: 30 };
    probe.longRun.mockResolvedValueOnce(long);
    expect(await inputSize(small, { seed: 8 }, 2)).toEqual({ series: 3, long });
    expect(probe.longRun).toHaveBeenLastCalledWith(expect.objectContaining({ records: 30 }), { seed: 8 }, 2);
    const asked = probe.longRun.mock.calls.length;
    expect(await inputSize(small, {}, 0)).toEqual({ series: 3, long: null });
    expect(probe.longRun).toHaveBeenCalledTimes(asked);
  });
});

describe("a process that does one job after the other", () => {
  const job = (of: number, input = small): Job => ({
    ...input,
    id: "0f",
    part: { index: 0, of },
    settings: { config: {}, language: "en" },
    scores: null,
  });

  test("reads a file once for all of its parts, and again once it is another", async () => {
    const input = written("shared.csv", days(30, ["a", "b"]));
    const reader = new InputReader();
    const first = await reader.read(job(2, input), null);
    expect(await reader.read(job(2, input), null)).toBe(first);
    expect(await reader.read({ ...job(2, input), settings: { config: { seed: 8 }, language: "en" } }, null)).not.toBe(
      first,
    );
    const second = await reader.read(job(2, input), null);
    writeFileSync(input.path, days(30, ["a", "c"]));
    utimesSync(input.path, 1, 1);
    const third = await reader.read(job(2, input), null);
    expect(third).not.toBe(second);
    expect((third as FileReading).table.columns.map(({ name }) => name)).toContain("c");
  });

  test("keeps nothing of files that are one job each, or whose bytes came with the job", async () => {
    const reader = new InputReader();
    expect(await reader.read(job(1), null)).not.toBe(await reader.read(job(1), null));
    const bytes = new TextEncoder().encode(days(30, ["a"]));
    expect(await reader.read(job(2), bytes)).not.toBe(await reader.read(job(2), bytes));
  });
});
