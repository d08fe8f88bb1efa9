import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commandLineOptions, settingOptions } from "../../kernel-lib/src/config/offered-options.js";

test("the settings of VS Code have the defaults and limits of the configuration", () => {
  const manifest = JSON.parse(readFileSync("extension/package.json", "utf8")) as {
    contributes: { configuration: { properties: Record<string, { default: unknown }> } };
  };
  const settings = manifest.contributes.configuration.properties;
  expect(settingOptions.length).toBeGreaterThan(3);
  for (const { path, node } of settingOptions) {
    const {
      commandLine: _flag,
      decidesOnly: _decides,
      setting: _setting,
      description: _text,
      translations: _texts,
      ...shape
    } = node;
    expect(settings[`kpiAnomaly.${path.join(".")}`]).toMatchObject(shape);
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
