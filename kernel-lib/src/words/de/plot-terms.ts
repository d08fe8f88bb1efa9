export const anomalies = (count: number): string =>
  count === 0 ? "keine Anomalien" : `${count} ${count === 1 ? "Anomalie" : "Anomalien"}`;

export const two = (value: number): string => value.toFixed(2).replace(".", ",");

export const DIRECTIONS = { up: "nach oben", down: "nach unten", mixed: "in beide Richtungen" };

export const chance = (p: number): string => (p <= 0.01 ? "p ≤ 0,01" : p >= 0.1 ? "p ≥ 0,1" : `p = ${two(p)}`);

export const WEEKDAYS = ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"] as const;

export const SEASONS: Readonly<Record<string, string>> = { day: "Tag", week: "Woche", month: "Monat", year: "Jahr" };

export const seasonName = (label: string): string => SEASONS[label] ?? label;

export const shownOf = (shown: number, of: number): string =>
  shown === of ? `${of} Reihen` : `Die ${shown} auffälligsten von ${of} Reihen`;
