import { expect, test } from "vitest";
import { detect } from "../../../kernel-lib/src/detect.js";
import { read } from "../../../kernel-lib/src/read.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

test("opening hours: nights at which nothing ever differs do not make every day far from the others", async () => {
  const random = createRandom("opening hours");
  const lines = Array.from({ length: 24 * 60 }, (_, i) => {
    const hour = i % 24;
    const open = 200 + 900 * Math.max(0, Math.sin((Math.PI * (hour - 6)) / 17));
    const value = hour < 7 ? 0 : Math.round(open * (1 + 0.1 * random.normal()));
    return `${new Date(Date.UTC(2024, 0, 1) + i * 3_600_000).toISOString().slice(0, 16)},${value}`;
  });
  const report = await detect(read(["time,visits", ...lines].join("\n")));
  expect(report.series[0].incidents).toEqual([]);
});
