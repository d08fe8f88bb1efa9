import { logUpperGamma } from "./incomplete-gamma.js";

/** ln of the chance that the sum of so many squared standard normal numbers is larger than `x`. */
export const chiSquareLogTail = (x: number, degrees: number): number => logUpperGamma(degrees / 2, x / 2);
