/** Rows of a period as they are typed: whole numbers from 2 on, with commas or spaces between; null when it is something else. */
export function typedRows(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== "");
  return parts.every((part) => /^\d{1,9}$/.test(part) && Number(part) >= 2) ? parts.map(Number) : null;
}
