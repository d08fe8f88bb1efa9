import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { outputFiles } from "../../kernel-lib/src/cli/output-files.js";
import { writeWhole } from "../../kernel-lib/src/cli/write-whole.js";

const root = mkdtempSync(join(tmpdir(), "kpi-outputs-"));
afterAll(() => rmSync(root, { recursive: true }));

let folder = "";
let count = 0;
beforeEach(() => {
  folder = join(root, String(count++));
  mkdirSync(folder);
});
const at = (name: string, text?: string): string => {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  return path;
};

describe("outputs are refused", () => {
  test("where they would change what is read or what a person wrote", async () => {
    const [config, notes] = [at("kpi.yaml", "seed: 1"), at("sales.csv.anomalies.json", "{}")];
    symlinkSync(config, at("link.yaml"));
    linkSync(notes, at("second-name"));
    for (const path of [
      config,
      at("link.yaml"),
      at("second-name"),
      relative(process.cwd(), notes),
      `${folder}/./kpi.yaml`,
    ])
      await expect(outputFiles({ "--scores": path }, [config, notes])).rejects.toMatchObject({
        code: "file_not_writable",
      });
    // The notes are not there yet, and are not to be taken for a table either.
    await expect(outputFiles({ "--scores": at("x.json") }, [at("x.json")])).rejects.toThrow("never changed");
  });

  test("when they are one file", async () => {
    symlinkSync(at("scores.csv"), at("dangling"));
    mkdirSync(at("real"));
    symlinkSync(at("real"), at("linked"));
    for (const [one, other] of [
      ["scores.csv", "scores.csv"],
      ["scores.csv", "./real/../scores.csv"],
      ["scores.csv", "Scores.CSV"],
      ["scores.csv", "dangling"],
      ["real/new/x.csv", "linked/new/x.csv"],
    ])
      await expect(outputFiles({ "--scores": at(one), "--clean": `${folder}/${other}` }, [])).rejects.toThrow(
        "--clean and --scores name one file",
      );
    await outputFiles({ "--scores": at("scores.csv"), "--clean": at("clean.csv"), "--html": undefined }, []);
  });

  test("when they are links in a circle or folders", async () => {
    symlinkSync(at("b"), at("a"));
    symlinkSync(at("a"), at("b"));
    await expect(outputFiles({ "--scores": at("a") }, [])).rejects.toThrow("circle");
    await expect(writeWhole(folder, "x")).rejects.toThrow("it is a folder");
  });
});
