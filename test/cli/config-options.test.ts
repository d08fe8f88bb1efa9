import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { configOf, withConfigOptions } from "../../kernel-lib/src/cli/config-options.js";
import { Subcommand } from "../../kernel-lib/src/cli/subcommand.js";
import type { Config } from "../../kernel-lib/src/config/config.js";
import { commandLineOptions } from "../../kernel-lib/src/config/offered-options.js";
import { resolveConfig } from "../../kernel-lib/src/config/resolve-config.js";
import { detectors } from "../../kernel-lib/src/detectors/index.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-options-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** The configuration of a run with these arguments. */
function given(...args: string[]): Promise<Config> {
  const command = withConfigOptions(new Subcommand("any"));
  command.parse(args, { from: "user" });
  return configOf(command.opts());
}

test("every option of the command line lands at its place in the configuration", async () => {
  const words: Readonly<Record<string, string>> = {
    list: "a",
    repeated: "a",
    pairs: "a=mean",
    periods: "week",
    delimiter: ";",
  };
  for (const { path, node, commandLine } of commandLineOptions) {
    const { flag, as = "" } = commandLine;
    const known = (node.enum as readonly string[] | undefined)?.[0];
    const whole = [node.type].flat().includes("integer") ? "2" : undefined;
    const example = (node.examples as readonly string[] | undefined)?.[0];
    const text =
      known ?? example ?? words[as] ?? whole ?? (typeof node.default === "number" ? String(node.default) : "a");
    const config: unknown = await given(...(node.type === "boolean" ? [flag] : [flag.split(" ")[0], text]));
    const value = path.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], config);
    expect(value, flag).toBeDefined();
    expect(() => resolveConfig(config as Config), flag).not.toThrow();
  }
});

describe("the configuration of a run", () => {
  test("is empty where nothing is said", async () => expect(await given()).toEqual({}));

  test("is that of the file, with the options laid over it; what is given by name is laid over the names", async () => {
    const config = file(
      "kpi.yaml",
      "seed: 7\nsensitivity: 30\ncolumns: {date: day, kpis: [sales]}\naggregate: {by: day, how: {sales: sum}}\n",
    );
    expect(await given("--config", config, "--seed", "8", "--date", "when", "--how", "price=mean")).toEqual({
      seed: 8,
      sensitivity: 30,
      // A column that it is said of how it is put together is a KPI.
      columns: { date: "when", kpis: ["sales", "price"] },
      aggregate: { by: "day", how: { sales: "sum", price: "mean" } },
    });
  });

  test("has the named detectors alone, with what the file sets of them", async () => {
    const config = file(
      "detectors.json",
      '{"detectors": {"zScore": {"threshold": 4}, "levelShift": {"enabled": true}}}',
    );
    const chosen = (await given("--config", config, "--detectors", " zScore,,interquartileRange ")).detectors!;
    expect(Object.keys(chosen)).toEqual(Object.keys(detectors));
    expect(Object.keys(chosen).filter((id) => chosen[id]?.enabled)).toEqual(
      Object.keys(detectors).filter((id) => id === "zScore" || id === "interquartileRange"),
    );
    expect(chosen.zScore).toEqual({ threshold: 4, enabled: true });
  });
});

test("a detector that is not known, and a file that is missing or wrong, are refused", async () => {
  await expect(given("--detectors", "zScore,toString")).rejects.toMatchObject({
    code: "bad_option",
    kind: "no_detector",
    facts: { detector: "toString", known: Object.keys(detectors) },
  });
  await expect(given("--config", join(folder, "none.yaml"))).rejects.toMatchObject({ code: "file_not_found" });
  await expect(given("--config", file("wrong.yaml", "sensitvity: 3\n"))).rejects.toMatchObject({ code: "bad_config" });
});
