import { exp, expm1, log, log1p } from "../math.js";

/**
 * ln(1 - p) from ln p: the other side of a distribution, without losing what is left of it. Mächler 2012, "Accurately
 * computing log(1 - exp(-|a|))".
 */
export function logComplement(logShare: number): number {
  if (logShare >= 0) return -Infinity;
  return logShare > -Math.LN2 ? log(-expm1(logShare)) : log1p(-exp(logShare));
}
