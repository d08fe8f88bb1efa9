/**
 * A share as whole percent. What is not all is never written as 100 %, and what is not nothing never as 0 %: of 1,000 steps of
 * which 4 are odd not "100 %" are as usual. A dash where there is none.
 */
export function wholePercent(share: number): string {
  if (Number.isNaN(share)) return "–";
  const rounded = Math.round(share * 100);
  if (rounded === 100 && share < 1) return "over 99 %";
  if (rounded === 0 && share > 0) return "under 1 %";
  return `${rounded === 0 ? 0 : rounded} %`;
}
