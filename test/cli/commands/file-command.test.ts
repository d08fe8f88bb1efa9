import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { fileCommand, feedbackBeside, type FileRun } from "../../../kernel-lib/src/cli/commands/file-command.js";
import { tenTimes } from "./ten-times.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-file-command-"));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());
const sales = tenTimes(folder);

/** Runs a command whose work is this; what it printed. */
async function run(
  work: (file: string, run: FileRun, others: readonly string[]) => Promise<string>,
  ...args: string[]
): Promise<string> {
  let printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  const words = { en: "a file", de: "eine Datei" };
  const head = { name: "any", about: words, arguments: { file: words, later: words } };
  const command = fileCommand(head, (file, _options, frame, others) => work(file, frame, others));
  await command.parseAsync(args, { from: "user" });
  return printed;
}

test("the work gets its files, the configuration and the table, and what it returns is printed as text", async () => {
  const printed = await run(
    async (file, { config, read }, others) => {
      const { table } = await read(file);
      expect([file, others, config]).toEqual([sales, ["later.csv"], { seed: 7 }]);
      return `${table.source.file}: ${table.records}\u0007\n`;
    },
    sales,
    "later.csv",
    "--seed",
    "7",
  );
  expect(printed).toBe("sales.csv: 120\\u0007\n");
});

test("nothing is written over what is read, configured or said by a person", async () => {
  const config = join(folder, "kpi.yaml");
  writeFileSync(config, "seed: 7\n");
  const later = join(folder, "later.csv");
  for (const path of [sales, later, config, feedbackBeside(sales), join(folder, "events.csv")]) {
    const written = run(
      async (_file, { outputs }) => {
        await outputs({ "--html": path }, [join(folder, "events.csv")]);
        return "written";
      },
      sales,
      later,
      "--config",
      config,
    );
    await expect(written, path).rejects.toMatchObject({ code: "file_not_writable", kind: "output_is_input" });
  }
  expect(existsSync(feedbackBeside(sales))).toBe(false);
});

test("where the work fails nothing is printed, and it is thrown as it was", async () => {
  const fault = new Error("its own");
  await expect(run(() => Promise.reject(fault), sales, sales)).rejects.toBe(fault);
  expect(vi.mocked(process.stdout.write)).not.toHaveBeenCalled();
});
