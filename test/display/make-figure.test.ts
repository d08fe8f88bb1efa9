import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { figureToPng, figureToSvg, makeFigure } from "../../kernel-lib/src/display/make-figure.js";
import { attachedDisplay } from "../../kernel-lib/src/display/with-display.js";

const figure = makeFigure(
  [{ type: "bar", x: ["<A> & B", "C"], y: [1, 2], marker: { color: "#ff0000" } }],
  { title: { text: "Bars" }, xaxis: { type: "category" }, yaxis: {}, width: 200, height: 120 },
  "Two bars.",
  { width: 200, height: 120 },
);

/** Reads back a PNG of indexed colours whose rows stand as they are. */
function decode(png: Uint8Array): { width: number; height: number; pixel: (x: number, y: number) => number[] } {
  const view = new DataView(png.buffer, png.byteOffset);
  const chunks = new Map<string, Uint8Array>();
  for (let at = 8; at < png.length; at += view.getUint32(at) + 12)
    chunks.set(Buffer.from(png.subarray(at + 4, at + 8)).toString(), png.subarray(at + 8, at + 8 + view.getUint32(at)));
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const rows = inflateSync(chunks.get("IDAT")!);
  const palette = chunks.get("PLTE")!;
  return { width, height, pixel: (x, y) => [...palette.subarray(rows[y * (width + 1) + 1 + x] * 3).subarray(0, 3)] };
}

test("a figure becomes a PNG with its marks on the page", () => {
  const { width, height, pixel } = decode(figureToPng(figure));
  expect([width, height]).toEqual([400, 240]);
  expect(pixel(0, 0)).toEqual([255, 255, 255]);
  const column = Array.from({ length: height }, (_, y) => pixel(300, y).join());
  expect(column).toContain("255,0,0");
});

test("the SVG of a figure, word by word", () => {
  expect(figureToSvg(figure)).toMatchInlineSnapshot(
    `"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 120" width="200" height="120" role="img" aria-label="Two bars." font-family="DejaVu Sans, Segoe UI, Helvetica, Arial, sans-serif"><rect width="100%" height="100%" fill="#ffffff"/><path fill="none" stroke="#e6e8eb" stroke-width="1" stroke-linejoin="round" d="M60 74.8 176 74.8"/><path fill="none" stroke="#e6e8eb" stroke-width="1" stroke-linejoin="round" d="M60 45.2 176 45.2"/><path fill="#ff0000" d="M65.8 74.8 112.2 74.8 112.2 60 65.8 60Z"/><path fill="#ff0000" d="M123.8 74.8 170.2 74.8 170.2 45.2 123.8 45.2Z"/><text x="89" y="92" font-size="11" fill="#2b2f36" text-anchor="middle">&#60;A&#62; &#38; B</text><text x="147" y="92" font-size="11" fill="#2b2f36" text-anchor="middle">C</text><text x="53" y="78.8" font-size="11" fill="#2b2f36" text-anchor="end">0</text><text x="53" y="49.2" font-size="11" fill="#2b2f36" text-anchor="end">2</text><text x="12" y="24" font-size="15" fill="#2b2f36" text-anchor="start">Bars</text></svg>"`,
  );
});

test("the same figure gives the same bytes", () => {
  expect(figureToPng(figure)).toEqual(figureToPng(figure));
});

test("an SVG says what it shows and keeps text from becoming markup", () => {
  const svg = figureToSvg(figure);
  expect(svg).toContain('role="img" aria-label="Two bars."');
  expect(svg).toContain("&#60;A&#62; &#38; B");
  expect(svg).not.toContain("<A>");
});

test("a notebook gets Plotly data, a picture and words", () => {
  const forms = attachedDisplay(figure)!;
  expect(Object.keys(forms)).toEqual(["application/vnd.plotly.v1+json", "image/png", "text/plain"]);
  expect(JSON.parse(JSON.stringify(forms["application/vnd.plotly.v1+json"]))).toMatchObject({
    data: [{ type: "bar" }],
    layout: { height: 120 },
  });
  expect(forms["text/plain"]).toBe("Two bars.");
  expect(
    Buffer.from(forms["image/png"] as string, "base64")
      .subarray(1, 4)
      .toString(),
  ).toBe("PNG");
});

test("a figure without data is an empty page", () => {
  expect(() => figureToPng(makeFigure([], { title: { text: "Nothing" } }, "Nothing."))).not.toThrow();
});
