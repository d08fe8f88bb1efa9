/** Days between two false alarms, in the longest unit of which there are two or more. */
export function periodPerAlarm(days: number): [length: number, unit: "day" | "week" | "month" | "year"] {
  const units = [
    ["year", 365.25],
    ["month", 30.44],
    ["week", 7],
  ] as const;
  for (const [unit, length] of units) if (days >= 2 * length) return [rounded(days / length), unit];
  return [Math.max(1, Math.round(days)), "day"];
}

/** Two significant digits are more than is known. */
function rounded(value: number): number {
  const size = value < 20 ? 1 : value < 200 ? 10 : value < 2000 ? 100 : 1000;
  return Math.round(value / size) * size;
}
