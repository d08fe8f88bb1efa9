import { expect, test } from "vitest";
import { openPage } from "./open-page.js";

/** Days of two KPIs that fall together. */
const content = `date,orders,customers\n${Array.from({ length: 120 }, (_, row) => {
  const value = (seed: number): string => (90 + ((row * 7919 + seed * 31) % 17) / 2 - (row === 80 ? 70 : 0)).toFixed(1);
  return `${new Date(Date.UTC(2024, 0, 1) + row * 86_400_000).toISOString().slice(0, 10)},${value(0)},${value(1)}`;
}).join("\n")}\n`;

test.each(["light", "dark"] as const)(
  "the card is copied as a picture, or saved where pictures may not be copied (%s)",
  async (theme) => {
    const { page, asked } = await openPage({ file: "stores.csv", content, theme });
    await page.evaluate(`
    window.pictures = [];
    window.ClipboardItem = class { constructor(items) { this.items = items; } };
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: { write: async ([item]) => {
      if (window.refuse) throw new Error("not allowed");
      window.pictures.push(item.items["image/png"].size);
    } } });`);
    await page.getByTestId("together-1").click();
    await page.getByTestId("copy-picture").click();
    await expect.poll(() => page.evaluate("window.pictures[0]")).toBeGreaterThan(3000);
    expect(await page.getByTestId("told").innerText()).toBe("Copied as a picture.");
    await page.evaluate("window.refuse = true");
    await page.getByTestId("copy-picture").click();
    await expect.poll(() => asked.find(({ type }) => type === "export")).toBeDefined();
    const sent = asked.find(({ type }) => type === "export") as { readonly format: string; readonly image: string };
    expect(sent.format).toBe("png");
    const size = await page.evaluate<{ width: number; height: number; corner: number[] }, string>(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext("2d")!;
      context.drawImage(image, 0, 0);
      return { width: image.width, height: image.height, corner: [...context.getImageData(2, 2, 1, 1).data] };
    }, sent.image);
    expect(size).toMatchObject({ width: 1520, corner: [255, 255, 255, 255] });
    expect(size.height).toBeGreaterThan(250);
  },
);
