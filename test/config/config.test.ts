import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { settingOptions } from "../../kernel-lib/src/config/offered-options.js";
import { configFileProblems, parseConfig } from "../../kernel-lib/src/config/parse-config.js";
import { resolveConfig } from "../../kernel-lib/src/config/resolve-config.js";
import { configSchema } from "../../kernel-lib/src/config/schema.js";
import { defaultYaml } from "../../kernel-lib/src/config/default-yaml.js";

describe("resolveConfig", () => {
  test("fills in every option", () => {
    const config = resolveConfig({ consensus: 3, detectors: { zScore: { threshold: 4 } } });
    expect(config).toMatchObject({ consensus: 3, seed: 42, columns: { date: null, kpis: null, key: null } });
    expect(config.detectors.zScore).toMatchObject({ enabled: true, params: { threshold: 4 } });
  });

  test.each([
    [{ detektors: {} }, /detektors is not a known key; meant is perhaps detectors/],
    [{ detectors: { zscore: {} } }, /zscore is not a known key; meant is perhaps zScore/],
    [{ consensus: "two" }, /consensus is wrong/],
    [{ consensus: 0 }, /consensus is wrong/],
    [{ seed: -1 }, /seed is wrong/],
    [{ season: ["fortnight"] }, /season\.0 is wrong/],
    [{ season: "week" }, /season is wrong/],
    [{ consensus: 9 }, /Consensus asks for 9 detectors/],
    [{ detectors: { isolationForest: { trees: 1.5 } } }, /detectors\.isolationForest\.trees is wrong/],
    [{ sensitivity: NaN }, /sensitivity is wrong: NaN is not a finite number/],
    [{ contamination: NaN }, /contamination is wrong/],
    [{ seed: Infinity }, /seed is wrong/],
    [{ rules: { "*": { minimumEffect: Infinity } } }, /rules\.\*\.minimumEffect is wrong: Infinity is not a finite/],
    [{ detectors: { zScore: { threshold: NaN } } }, /detectors\.zScore\.threshold is wrong/],
    [{ season: [NaN] }, /season\.0 is wrong/],
    [[], /the configuration is wrong/],
  ])("names what is wrong in %j", (config, message) => {
    expect(() => resolveConfig(config as never)).toThrow(
      expect.objectContaining({ code: "bad_config", message: expect.stringMatching(message) }),
    );
  });

  test("takes an option that is set to undefined as one that is not set", () => {
    expect(
      resolveConfig({
        season: undefined,
        columns: { date: undefined },
        detectors: { zScore: { threshold: undefined } },
      }),
    ).toEqual(resolveConfig());
  });

  test("treats __proto__ as one more unknown key", () => {
    expect(() => resolveConfig(JSON.parse('{"__proto__": {"polluted": 1}}'))).toThrow(/__proto__/);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe("parseConfig", () => {
  test("reads YAML and JSON alike", () => {
    expect(parseConfig("mode: vote\nconsensus: 3\n")).toEqual(parseConfig('{"mode": "vote", "consensus": 3}'));
  });

  test("takes a season as a list of periods, none at all, or what is found", () => {
    expect(parseConfig("season: [week, 24]\n")).toEqual({ season: ["week", 24] });
    expect([resolveConfig({ season: [] }).season, resolveConfig().season]).toEqual([[], null]);
  });

  test.each([
    "sensitivity: .nan",
    "contamination: .NaN",
    "coverage: .inf",
    "consensus: -.inf",
    "detectors: {zScore: {threshold: .inf}}",
  ])("refuses %s, in its line", (text) => {
    const [problem] = configFileProblems(`seed: 1\n${text}\n`);
    expect(problem).toMatchObject({ line: 2, fault: { kind: "not_finite" } });
  });

  test("takes an empty file as an empty configuration", () => {
    expect(parseConfig("# nothing yet\n")).toEqual({});
  });

  test("names file, line and key", () => {
    expect(() => parseConfig("mode: vote\ndetectors:\n  isolationForest:\n    tres: 5\n", "kpi-anomaly.yaml")).toThrow(
      /^kpi-anomaly\.yaml, line 4: detectors\.isolationForest\.tres is not a known key; meant is perhaps trees/,
    );
  });

  test("says where YAML itself is broken", () => {
    const [problem] = configFileProblems("mode: [vote\n");
    expect(problem.line).toBeGreaterThan(0);
    expect(() => parseConfig("a: b: c")).toThrow(/line 1/);
  });
});

describe("generated files", () => {
  test("configs/schema.json and configs/default.yaml are up to date", () => {
    expect(readFileSync("configs/schema.json", "utf8")).toBe(`${JSON.stringify(configSchema(), null, 2)}\n`);
    expect(readFileSync("configs/default.yaml", "utf8")).toBe(defaultYaml());
  });

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

  test("the default configuration is the configuration without any", () => {
    expect(resolveConfig(parseConfig(defaultYaml()))).toEqual(resolveConfig({}));
  });
});

describe("a configuration that is an attack", () => {
  const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"].concat(
    [..."bcdefghij"].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghij"[i]}`).join(",")}]`),
  );
  test.each([
    ["aliases of aliases", bomb.join("\n")],
    ["309 digits", `seed: ${"9".repeat(309)}`],
    ["309 digits where any number fits", `detectors: {zScore: {threshold: ${"9".repeat(309)}}}`],
    ["not a number", "sensitivity: .nan"],
    ["depth", "[".repeat(5000)],
    ["length", "#".repeat(600_001)],
  ])("is refused: %s", (_, text) => {
    expect(() => parseConfig(text)).toThrow(expect.objectContaining({ code: "bad_config" }));
  });
});
