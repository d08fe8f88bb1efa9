import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { encodePng } from "../../../kernel-lib/src/display/raster/encode-png.js";

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly colors: number;
  readonly pixel: (x: number, y: number) => number[];
}

/** Reads back a PNG of indexed colours whose rows stand as they are. */
function decode(png: Uint8Array): Picture {
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(png.buffer, png.byteOffset);
  const chunks = new Map<string, Uint8Array>();
  for (let at = 8; at < png.length; at += view.getUint32(at) + 12)
    chunks.set(Buffer.from(png.subarray(at + 4, at + 8)).toString(), png.subarray(at + 8, at + 8 + view.getUint32(at)));
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const rows = inflateSync(chunks.get("IDAT")!);
  const palette = chunks.get("PLTE")!;
  const pixel = (x: number, y: number): number[] => [
    ...palette.subarray(rows[y * (width + 1) + 1 + x] * 3).subarray(0, 3),
  ];
  return { width, height, colors: palette.length / 3, pixel };
}

test("pixels come back as they were, row by row", () => {
  const picture = decode(encodePng(Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 1, 2, 3, 1, 2, 3, 255, 0, 0), 3, 2));
  expect([picture.width, picture.height, picture.colors]).toEqual([3, 2, 4]);
  expect([picture.pixel(0, 0), picture.pixel(2, 0), picture.pixel(0, 1), picture.pixel(2, 1)]).toEqual([
    [255, 0, 0],
    [0, 0, 255],
    [1, 2, 3],
    [255, 0, 0],
  ]);
});

test("with more than 256 colours the frequent ones stay exact and the rare ones come close", () => {
  // Every second pixel is the page; the others are 1,000 shades of their own.
  const page = [250, 251, 252];
  const shades = Array.from({ length: 1000 }, (_, i) => [i % 256, (i * 7) % 256, 128]);
  const picture = decode(encodePng(Uint8Array.from(shades.flatMap((shade) => [...page, ...shade])), 2000, 1));
  expect(picture.colors).toBeLessThanOrEqual(256);
  shades.forEach((shade, i) => {
    expect(picture.pixel(2 * i, 0)).toEqual(page);
    picture.pixel(2 * i + 1, 0).forEach((value, part) => expect(Math.abs(value - shade[part])).toBeLessThanOrEqual(32));
  });
});
