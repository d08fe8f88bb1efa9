import { createRandom, type Random } from "../kernel-lib/src/numeric/random.js";

/** Columns of numbers that arithmetic breaks on when nobody thinks of them, by name. Deterministic. */
export function hostileValues(rows: number, seed = 1): Record<string, number[]> {
  const random = createRandom(seed);
  const column = (value: (i: number) => number): number[] => Array.from({ length: rows }, (_, i) => value(i));
  const noise = (): number => random.normal();
  return {
    "near 1e300": column((i) => 1e300 * (1 + 0.1 * Math.sin(i / 3)) + 1e298 * noise()),
    "near the largest number, both signs": column((i) => (i % 7 === 0 ? -1.7e308 : 1.7e308 * Math.abs(Math.sin(i)))),
    denormals: column((i) => 5e-324 * (1 + (i % 9)) + (i === 40 ? 1e-310 : 0)),
    "near 1e-300": column(() => 1e-300 * (1 + 0.1 * noise())),
    "huge and small by turns": column((i) => (i % 2 ? 1e300 : 1e-300) * (1 + 0.01 * noise())),
    "one huge value": column((i) => (i === 60 ? 1e300 : 100 + noise())),
    "one huge value at the start": column((i) => (i === 0 ? -1e308 : 5 + 0.001 * noise())),
    "infinities among numbers": column((i) => (i % 17 === 0 ? Infinity : i % 23 === 0 ? -Infinity : 10 + noise())),
    "all equal": column(() => 7),
    "all equal but one": column((i) => (i === rows - 1 ? 1e9 : 0)),
    "a single value": column((i) => (i === 30 ? 3 : NaN)),
    "hardly any value": column((i) => (i % 40 === 0 ? noise() : NaN)),
    "holes at both ends": column((i) => (i < 30 || i > rows - 30 ? NaN : noise())),
    "a hole and a jump": column((i) => (i > 50 && i < 70 ? NaN : i < 50 ? noise() : 1e6 + noise())),
    "growing fast": column((i) => 1.5 ** i + noise()),
    "growing from nothing": column((i) => (i < 10 ? 0 : 3 * i + noise())),
    zeros: column((i) => (i % 13 === 0 ? -0 : 0)),
    "zero and one": column(() => (random.next() < 0.1 ? 1 : 0)),
    "around zero": column((i) => noise() * (i === 80 ? 40 : 1)),
    "twice the same": column((i) => (i < rows / 2 ? 1e15 + (i % 2) : 1e-15 * (i % 2))),
  };
}

/** A text as a damaged export might hold it: columns of hostile numbers, each cell perhaps spoilt. */
export function hostileFile(random: Random, rows: number): string {
  const columns = Object.values(hostileValues(rows, random.integer(1e6)));
  const chosen = Array.from({ length: 1 + random.integer(3) }, () => columns[random.integer(columns.length)]);
  const spoilt = ["", "NaN", "inf", "1e999", "-", "x", "-1e308", "4.9e-324", "0"];
  const lines = chosen[0].map((_, i) => {
    const cells = chosen.map((values) =>
      random.integer(30) === 0
        ? spoilt[random.integer(spoilt.length)]
        : Number.isNaN(values[i])
          ? ""
          : String(values[i]),
    );
    return [new Date(Date.UTC(2024, 0, 1) + i * 86_400_000).toISOString().slice(0, 10), ...cells].join(",");
  });
  return `${["date", ...chosen.map((_, i) => `kpi${i}`)].join(",")}\n${lines.join("\n")}\n`;
}
