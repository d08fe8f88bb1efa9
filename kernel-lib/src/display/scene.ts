/** A drawing as a list of simple marks, back to front; y grows downwards, lengths are pixels. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly marks: readonly Mark[];
}

export type Mark = AreaMark | LineMark | TextMark;

/** A filled outline; rings that turn the other way are holes. */
export interface AreaMark {
  readonly kind: "area";
  /** x, y, x, y, … of each ring. */
  readonly rings: readonly (readonly number[])[];
  readonly fill: string;
}

export interface LineMark {
  readonly kind: "line";
  /** x, y, x, y, … */
  readonly points: readonly number[];
  readonly stroke: string;
  readonly width: number;
  /** Lengths of stroke and gap in turn; empty for a solid line. */
  readonly dash: readonly number[];
}

export interface TextMark {
  readonly kind: "text";
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly anchor: "start" | "middle" | "end";
  /** Turned a quarter to the left, reading upwards. */
  readonly upwards: boolean;
}

/** Red, green, blue 0 to 255 and opacity 0 to 1 of `#rrggbb`, `rgb(…)` or `rgba(…)`. */
export function parseColor(color: string): [number, number, number, number] {
  if (color.startsWith("#")) {
    const value = Number.parseInt(color.slice(1, 7), 16);
    return [value >> 16, (value >> 8) & 255, value & 255, 1];
  }
  const [red = 0, green = 0, blue = 0, opacity = 1] = color
    .replace(/^rgba?\(|\)$/g, "")
    .split(",")
    .map(Number);
  return [red, green, blue, opacity];
}
