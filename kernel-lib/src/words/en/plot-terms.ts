export const anomalies = (count: number): string =>
  count === 0 ? "no anomalies" : `${count} ${count === 1 ? "anomaly" : "anomalies"}`;

export const chance = (p: number): string => (p <= 0.01 ? "p ≤ 0.01" : p >= 0.1 ? "p ≥ 0.1" : `p = ${p.toFixed(2)}`);

export const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;

export const inTrouble = (shown: number, of: number): string =>
  shown === of ? `${of} series` : `the ${shown} of ${of} series in most trouble`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
