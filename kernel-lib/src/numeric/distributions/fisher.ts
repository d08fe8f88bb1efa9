import { logIncompleteBeta } from "./incomplete-beta.js";

/** ln of the chance that a variable of Fisher's F distribution with these degrees of freedom is larger than `x`. */
export function fisherLogTail(x: number, above: number, below: number): number {
  if (!(x > 0)) return 0;
  const sum = below + above * x;
  return logIncompleteBeta(below / 2, above / 2, below / sum, (above * x) / sum);
}
