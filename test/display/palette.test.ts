import { expect, test } from "vitest";
import { palette, templates, type Theme } from "../../kernel-lib/src/display/palette.js";
import { parseColor } from "../../kernel-lib/src/display/scene.js";

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (color: string): number => {
  const [r, g, b] = parseColor(color).map((channel) =>
    channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

const { series, ...others } = palette;
const single = Object.entries(others)
  .filter(([name]) => name !== "band" && name !== "usual")
  .map(([, color]) => color);

test.each(["light", "dark"] as Theme[])("marks and text stand out from the %s page", (theme) => {
  const { paper_bgcolor: page, font } = templates[theme].layout;
  for (const color of [...series, ...single]) expect(contrast(color, page), color).toBeGreaterThanOrEqual(3);
  expect(contrast(font.color, page)).toBeGreaterThanOrEqual(7);
});
