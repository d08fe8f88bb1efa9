import { expect, test } from "vitest";
import { openPage } from "./open-page.js";

const day = 86_400_000;

test.each(["light", "dark"] as const)(
  "a picture says what it is of: KPI, incidents, file, years; on white (%s)",
  async (theme) => {
    const rows = Array.from({ length: 500 }, (_, row) => {
      const value = 100 + 9 * Math.sin((2 * Math.PI * row) / 7) + ((row * 7919) % 13) / 6 + (row === 300 ? 80 : 0);
      return `${new Date(Date.UTC(2022, 6, 1) + row * day).toISOString().slice(0, 10)},${value.toFixed(1)}`;
    });
    const { page, asked } = await openPage({
      file: "shop <1>.csv",
      content: `date,visits\n${rows.join("\n")}\n`,
      theme,
    });
    await page.locator("[data-testid=chart] .xtick text").first().waitFor();
    await page.getByTestId("export").click();
    await page.getByTestId("export-svg").click();
    await expect.poll(() => asked.find(({ type }) => type === "export"), { timeout: 20_000 }).toBeDefined();
    const sent = asked.find((message) => message.type === "export")!;
    const picture = decodeURIComponent((sent as { readonly image: string }).image);
    expect(picture).toMatch(/>visits \u00b7 \d incidents? \u00b7 shop &#60;1&#62;\.csv</);
    expect(picture).toMatch(/>2022</);
    expect(picture).toMatch(/>2023</);
    expect(picture).toMatch(/<rect x="0" y="0" width="\d+" height="\d+" style="fill: rgb\(255, 255, 255\)/);
  },
);
