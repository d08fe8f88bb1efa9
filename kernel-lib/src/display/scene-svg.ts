import type { Mark, Scene } from "./scene.js";

/** Writes a scene as an SVG picture, for pages and reports. `alternative` is what a screen reader says. */
export function sceneToSvg(scene: Scene, alternative: string): string {
  const marks = scene.marks.map(element).join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${scene.width} ${scene.height}" width="${scene.width}" height="${scene.height}" role="img" aria-label="${escapeMarkup(alternative)}" font-family="DejaVu Sans, Segoe UI, Helvetica, Arial, sans-serif">` +
    `<rect width="100%" height="100%" fill="${scene.background}"/>${marks}</svg>`
  );
}

/** Text made safe inside markup and attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function element(mark: Mark): string {
  if (mark.kind === "area")
    return `<path fill="${mark.fill}" d="${mark.rings.map((ring) => `M${path(ring)}Z`).join("")}"/>`;
  if (mark.kind === "line") {
    const dash = mark.dash.length > 0 ? ` stroke-dasharray="${mark.dash.join(" ")}"` : "";
    return `<path fill="none" stroke="${mark.stroke}" stroke-width="${mark.width}" stroke-linejoin="round"${dash} d="M${path(mark.points)}"/>`;
  }
  const turn = mark.upwards ? ` transform="rotate(-90 ${round(mark.x)} ${round(mark.y)})"` : "";
  return `<text x="${round(mark.x)}" y="${round(mark.y)}" font-size="${mark.size}" fill="${mark.fill}" text-anchor="${mark.anchor}"${turn}>${escapeMarkup(mark.text)}</text>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

const path = (points: readonly number[]): string => points.map(round).join(" ");
