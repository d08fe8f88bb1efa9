import { expect, test } from "vitest";
import { openPage } from "./open-page.js";

const day = 86_400_000;

/** Two years of days with a week and a spike. */
function sales(): string {
  const rows = Array.from({ length: 700 }, (_, row) => {
    const value = 100 + 12 * Math.sin((2 * Math.PI * row) / 7) + ((row * 7919) % 13) / 3 + (row === 400 ? 90 : 0);
    return `${new Date(Date.UTC(2023, 0, 1) + row * day).toISOString().slice(0, 10)},${value.toFixed(1)}`;
  });
  return `date,sales\n${rows.join("\n")}\n`;
}

test("Compare opens on the detectors that decide and says in plain words how alike they are", async () => {
  const { page } = await openPage({ file: "sales.csv", content: sales() });
  await page.getByTestId("tab-compare").click();
  await page.getByTestId("compare").waitFor();
  const compared = (): Promise<string[]> =>
    page.locator("[data-testid=compare] .matrix").first().locator("tbody th").allInnerTexts();
  expect(await page.getByTestId("compare-deciding").isChecked()).toBe(true);
  const deciding = await compared();
  expect(deciding).toContain("Seasonal residual");
  for (const none of ["Spectral residual", "Isolation Forest", "Z-score"]) expect(deciding).not.toContain(none);
  const [first, ...rest] = (await page.getByTestId("verdict").innerText()).split(/(?<=\.) /);
  expect(first).toMatch(
    /^(The detectors mostly point at the same|The detectors agree in part|Each detector points at something else)\.$/,
  );
  expect(rest.join(" ")).toMatch(/flagged (by|points)/);
  expect(rest.join(" ")).not.toMatch(/kappa|correlation/);
  expect(await page.getByTestId("measures").innerText()).toMatch(/kappa .*1 is full agreement, 0 is chance/);
  await page.getByTestId("compare-all").check();
  await expect.poll(async () => (await compared()).length).toBeGreaterThan(deciding.length);
});

test("a detector without a say has no filled dot, also when it runs", async () => {
  const { page } = await openPage({
    file: "sales.csv",
    content: sales(),
    config: { detectors: { spectralResidual: { enabled: true } } },
  });
  const key = page.getByTestId("detector-spectralResidual");
  expect(await key.getAttribute("title")).toContain("It has no say");
  expect(await key.locator(".dots i.on").count()).toBe(0);
  expect(await page.getByTestId("detector-seasonalResidual").locator(".dots i.on").count()).toBe(1);
});

test("of clicks in a row none is lost, however late the answer comes", async () => {
  const { page, asked } = await openPage({ file: "sales.csv", content: sales(), config: { consensus: 1 } });
  const keys = ["zScore", "interquartileRange", "localOutlierFactor"].map((id) => page.getByTestId(`detector-${id}`));
  for (const key of keys) expect(await key.getAttribute("aria-pressed")).toBe("true");
  await page.evaluate(() => {
    for (const id of ["zScore", "interquartileRange", "localOutlierFactor", "localOutlierFactor"])
      document.querySelector<HTMLElement>(`[data-testid=detector-${id}]`)!.click();
  });
  await expect.poll(() => keys[1].getAttribute("aria-pressed")).toBe("false");
  const pressed = (): Promise<(string | null)[]> => Promise.all(keys.map((key) => key.getAttribute("aria-pressed")));
  await expect.poll(pressed).toEqual(["false", "false", "true"]);
  const cuts = asked.flatMap((message) => (message.type === "rethreshold" ? [message.tuning.detectors] : []));
  expect(cuts.at(-1)).toContain("localOutlierFactor");
  expect(cuts.at(-1)).not.toContain("zScore");
});

test("beside the dial stands how often a false alarm is to be expected, and it follows the dial", async () => {
  const { page } = await openPage({ file: "sales.csv", content: sales(), width: 1300 });
  const rate = page.getByTestId("dial-rate");
  const heightOf = async (): Promise<number> => (await page.locator("header.bar").boundingBox())!.height;
  const oneLine = await heightOf();
  expect(oneLine).toBeLessThan(45);
  await page.setViewportSize({ width: 1110, height: 800 });
  await expect.poll(() => rate.isVisible()).toBe(false);
  expect(await heightOf()).toBe(oneLine);
  await page.setViewportSize({ width: 1300, height: 800 });
  const before = await rate.innerText();
  expect(before).toMatch(/^(about 1 false alarm in \d+ (weeks|months|years?)|less than 1 false alarm in this file)$/);
  expect(await rate.getAttribute("title")).toMatch(/^In a KPI in which nothing happens, about one false alarm/);
  await page.getByTestId("sensitivity").fill("75");
  await expect.poll(() => rate.innerText()).not.toBe(before);
  await page.getByTestId("consensus-2").check();
  await expect.poll(() => rate.count()).toBe(0);
});

test("a weighing detector that is switched off leaves the results on screen until the new ones are there", async () => {
  const { page } = await openPage({ file: "sales.csv", content: sales() });
  await page.getByTestId("incident-1").waitFor();
  await page.evaluate(() => {
    const seen: number[] = [];
    (globalThis as { seen?: number[] }).seen = seen;
    new MutationObserver(() => seen.push(document.querySelectorAll("[data-testid^=incident-]").length)).observe(
      document.body,
      { subtree: true, childList: true, attributes: true },
    );
  });
  const key = page.getByTestId("detector-windowedPca");
  await key.click();
  await expect.poll(() => key.getAttribute("aria-pressed"), { timeout: 30_000 }).toBe("false");
  await page.locator("main[data-state=ready]").waitFor();
  expect(await page.evaluate(() => Math.min(...(globalThis as { seen?: number[] }).seen!))).toBeGreaterThan(0);
});
