import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { configOf } from "../../kernel-lib/src/cli/config-options.js";
import { detectCommand } from "../../kernel-lib/src/cli/commands/detect-command.js";
import type { Config } from "../../kernel-lib/src/config/config.js";
import { commandLineOptions, settingOptions } from "../../kernel-lib/src/config/offered-options.js";
import { resolveConfig } from "../../kernel-lib/src/config/resolve-config.js";

test("the settings of VS Code have the defaults and limits of the configuration", () => {
  const manifest = JSON.parse(readFileSync("extension/package.json", "utf8")) as {
    contributes: { configuration: { properties: Record<string, { default: unknown }> } };
  };
  const settings = manifest.contributes.configuration.properties;
  expect(settingOptions.length).toBeGreaterThan(3);
  for (const { path, node } of settingOptions) {
    const { commandLine: _flag, setting: _setting, description: _text, translations: _texts, ...shape } = node;
    expect(settings[`kpiAnomaly.${path.join(".")}`]).toMatchObject(shape);
  }
});

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
    const command = detectCommand().action(() => {});
    command.parse(["any.csv", ...(node.type === "boolean" ? [flag] : [flag.split(" ")[0], text])], { from: "user" });
    const config: unknown = await configOf(command.opts());
    const value = path.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], config);
    expect(value, flag).toBeDefined();
    expect(() => resolveConfig(config as Config), flag).not.toThrow();
  }
});

test("no flag and no place is offered twice, and a setting stands at the top", () => {
  const flags = commandLineOptions.map(({ commandLine }) => commandLine.flag.split(" ")[0]);
  expect(new Set(flags).size).toBe(flags.length);
  const places = commandLineOptions.map(({ path }) => path.join("."));
  expect(new Set(places).size).toBe(places.length);
  expect(places).toContain("columns.date");
  expect(settingOptions.every(({ path }) => path.length === 1)).toBe(true);
});
