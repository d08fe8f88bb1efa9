import { expect, test } from "vitest";
import { parseConfig, resolveConfig } from "../../../../kernel-lib/src/index.js";
import { setDisplayLanguage } from "../../../../extension/shared/translate.js";
import { starterYaml } from "../../../../extension/src/configuration/starter.js";

test("the starter is short, changes nothing as it stands, and every option in it is one", () => {
  setDisplayLanguage("en");
  const text = starterYaml();
  expect(text.split("\n").length).toBeLessThan(35);
  expect(resolveConfig(parseConfig(text, "kpi-anomaly.yaml"))).toEqual(resolveConfig({}));
  const options = text
    .split("\n")
    .map((line) => line.slice(2))
    .filter((line) => /^(\s*- \{|\s*[a-z]\w*:( |$))/.test(line));
  expect(parseConfig(options.join("\n"), "kpi-anomaly.yaml")).toMatchObject({
    aggregate: { by: "day" },
    read: { missing: ["-999"] },
    rules: { sales: { direction: "down" } },
  });
});
