import { describe, expect, test } from "vitest";
import { resolveConfig } from "../../kernel-lib/src/config/resolve-config.js";

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

  test("lays a rule over none, and a detector that is named over its register", () => {
    expect(resolveConfig({ rules: { sales: { minimumLength: 3 } } }).rules).toEqual({
      sales: { direction: "both", minimumEffect: 0, minimumEffectPercent: 0, minimumLength: 3 },
    });
    const { detectors } = resolveConfig({ detectors: { zScore: { enabled: false, threshold: 4 } } });
    expect(detectors.zScore).toMatchObject({ enabled: false, params: { threshold: 4 } });
    expect(detectors.isolationForest).toEqual(resolveConfig().detectors.isolationForest);
  });

  test("what is resolved leaves what was given as it was, and does not resolve to anything else", () => {
    const given = Object.freeze({ columns: Object.freeze({ date: "day" }), sensitivity: 60 });
    const resolved = resolveConfig(given);
    expect(given).toEqual({ columns: { date: "day" }, sensitivity: 60 });
    expect(resolveConfig(given)).toEqual(resolved);
    expect(resolved.columns).toEqual({ date: "day", kpis: null, key: null, segments: null });
  });

  test("votes where a consensus is asked for or no detector has a share, unless the mode is said", () => {
    expect(resolveConfig().mode).toBe("auto");
    expect(resolveConfig({ consensus: 1 }).mode).toBe("vote");
    expect(resolveConfig({ consensus: 1, mode: "auto" }).mode).toBe("auto");
    const off = Object.fromEntries(Object.keys(resolveConfig().detectors).map((id) => [id, { enabled: false }]));
    expect(resolveConfig({ detectors: off }).mode).toBe("vote");
  });
});
