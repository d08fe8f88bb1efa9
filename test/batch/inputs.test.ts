import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { batchInputs } from "../../kernel-lib/src/batch/inputs.js";

const root = mkdtempSync(join(tmpdir(), "batch-inputs-"));
afterAll(() => rmSync(root, { recursive: true }));

describe("files of a batch", () => {
  test("are named one by one, by folder, pattern or list, each once and in the same order", async () => {
    const folder = join(root, "named");
    mkdirSync(join(folder, "deep"), { recursive: true });
    for (const name of ["b.csv", "a.csv", "deep/c.csv", "note.md"]) writeFileSync(join(folder, name), "x,1\n");
    writeFileSync(join(folder, "list.txt"), '# two\nb.csv\n\n{"file": "deep/c.csv"}\n');
    const names = async (...named: string[]): Promise<string[]> =>
      (await batchInputs(named)).map(({ file }) => file.replace(`${folder}/`, ""));
    expect(await names(folder)).toEqual(["a.csv", "b.csv", "deep/c.csv"]);
    expect(await names(`${folder}/*.csv`, `${folder}/b.csv`)).toEqual(["a.csv", "b.csv"]);
    expect(await names(`${folder}/**/*.csv`)).toEqual(["a.csv", "b.csv", "deep/c.csv"]);
    expect(await names(`${folder}/list.txt`)).toEqual(["b.csv", "deep/c.csv"]);
    await expect(names(`${folder}/*.tsv`)).rejects.toThrow(/names no file/);
  });

  test("lie where the list says, relative to the list", async () => {
    const folder = join(root, "listed");
    mkdirSync(folder);
    writeFileSync(join(folder, "list.jsonl"), '{"file": "sub/b.csv"}\r\n');
    expect(await batchInputs([join(folder, "list.jsonl")])).toEqual([
      { file: "sub/b.csv", path: resolve(folder, "sub/b.csv") },
    ]);
    for (const line of ["{", '{"file": ""}', '{"file": 3}', '{"path": "b.csv"}']) {
      writeFileSync(join(folder, "wrong.jsonl"), `# a comment\n${line}\n`);
      await expect(batchInputs([join(folder, "wrong.jsonl")])).rejects.toMatchObject({
        code: "bad_config",
        kind: "manifest_line",
        facts: { line: 2 },
      });
    }
  });

  test("are tables by their ending in a folder, in folders below it and where packed; a pattern takes any", async () => {
    const folder = join(root, "endings");
    mkdirSync(join(folder, "a.csv"), { recursive: true });
    for (const name of ["a.csv/in.TSV", "b.parquet", "c.csv.gz", "d.csv.bak", "e.xlsx.zst", "f.txt"])
      writeFileSync(join(folder, name), "x");
    const names = async (named: string): Promise<string[]> =>
      (await batchInputs([named])).map(({ file }) => file.slice(folder.length + 1));
    expect(await names(folder)).toEqual(["a.csv/in.TSV", "b.parquet", "c.csv.gz", "e.xlsx.zst"]);
    expect(await names(`${folder}/?.csv.*`)).toEqual(["c.csv.gz", "d.csv.bak"]);
    await expect(batchInputs([join(folder, "none.csv")])).rejects.toMatchObject({
      code: "file_not_found",
      kind: "names_no_file",
    });
  });
});
