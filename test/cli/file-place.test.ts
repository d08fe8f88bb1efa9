import { linkSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { filePlace, samePlace, type FilePlace } from "../../kernel-lib/src/cli/file-place.js";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "kpi-place-")));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

writeFileSync(at("sales.csv"), "x");
writeFileSync(at("other.csv"), "x");
mkdirSync(at("real"));

describe.skipIf(process.platform === "win32")("where a path leads", () => {
  test("is the file behind all links and relative parts", async () => {
    symlinkSync("sales.csv", at("first"));
    symlinkSync(at("first"), at("second"));
    for (const path of [at("sales.csv"), at("second"), `${folder}/real/../sales.csv`]) {
      const { path: real, found } = await filePlace(path);
      expect([real, found?.isFile()]).toEqual([at("sales.csv"), true]);
    }
  });

  test("is told of a file that is not there yet, through links of its folders", async () => {
    symlinkSync(at("real"), at("linked"));
    symlinkSync("linked/later.csv", at("dangling"));
    expect(await filePlace(at("linked/new/x.csv"))).toEqual({ path: at("real/new/x.csv"), found: null });
    expect(await filePlace(at("dangling"))).toEqual({ path: at("real/later.csv"), found: null });
  });

  test("is refused for links in a circle", async () => {
    symlinkSync(at("b"), at("a"));
    symlinkSync(at("a"), at("b"));
    await expect(filePlace(at("a"))).rejects.toMatchObject({
      code: "file_not_writable",
      kind: "output_circular_link",
      facts: { path: at("a") },
    });
  });
});

describe("two places are one", () => {
  test.skipIf(process.platform === "win32")("when they are names of one file, whatever it holds", async () => {
    linkSync(at("sales.csv"), at("second-name.csv"));
    const [sales, second, other] = await Promise.all(
      ["sales.csv", "second-name.csv", "other.csv"].map((name) => filePlace(at(name))),
    );
    expect([samePlace(sales, second), samePlace(sales, other)]).toEqual([true, false]);
  });

  test("when neither is there yet and a folder might take their names for one", () => {
    const place = (path: string): FilePlace => ({ path, found: null });
    expect(samePlace(place("/x/Scores.csv"), place("/x/scores.CSV"))).toBe(true);
    expect(samePlace(place("/x/gr\u00f6\u00dfe.csv"), place("/x/gro\u0308\u00dfe.csv"))).toBe(true);
    expect(samePlace(place("/x/scores.csv"), place("/y/scores.csv"))).toBe(false);
  });

  test("never when only one of them is there", async () => {
    const found = await filePlace(at("sales.csv"));
    expect(samePlace(found, { path: found.path, found: null })).toBe(false);
  });
});
