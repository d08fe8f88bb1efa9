import { describe, expect, test } from "vitest";
import { configFileProblems, parseConfig } from "../../kernel-lib/src/config/parse-config.js";
import { resolveConfig } from "../../kernel-lib/src/config/resolve-config.js";

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

  test("an alias stands for what its anchor names", () => {
    expect(parseConfig("seed: &two 2\nconsensus: *two\n")).toEqual({ seed: 2, consensus: 2 });
    expect(parseConfig("columns: &a {date: &a day, key: *a}\n")).toEqual({ columns: { date: "day", key: "day" } });
  });

  test("tells every problem with its place, in the order of the file", () => {
    const text = "seed: -1\nmode: vote\nsensitvity: 40\ncolumns:\n  dat: day\n";
    const problems = configFileProblems(text);
    expect(problems.map(({ line, column, fault }) => [line, column, fault.kind])).toEqual([
      [1, 1, "too_small"],
      [3, 1, "unknown_key"],
      [5, 3, "unknown_key"],
    ]);
    expect(problems.map(({ start, end }) => text.slice(start, end))).toEqual(["seed", "sensitvity", "dat"]);
    expect(configFileProblems("seed: 1\n")).toEqual([]);
  });

  test.each([
    ["seed: 1\nseed: 2\n", "same_key", 2],
    ["columns:\n\tdate: day\n", "tab", 2],
    ["seed: 1\nmode: *nowhere\n", "alias", 2],
    ["seed: *later\nconsensus: &later 2\n", "alias", 1],
    ["seed: 1\nseason: &all [*all]\n", "alias", 2],
    ["&all\nrules: *all\n", "alias", 2],
    ["seed: 1\n---\nseed: 2\n", "several_documents", 2],
  ])("says what makes %j no YAML", (text, fault, line) => {
    expect(configFileProblems(text)[0]).toMatchObject({ line, fault: { kind: "syntax", fault } });
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
    ["depth that is closed again", "[".repeat(5000) + "]".repeat(5000)],
    ["an alias within what it names", "season: &all [*all]"],
    ["length", "#".repeat(600_001)],
  ])("is refused: %s", (_, text) => {
    expect(() => parseConfig(text)).toThrow(expect.objectContaining({ code: "bad_config" }));
  });
});
