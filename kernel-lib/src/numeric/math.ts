/**
 * The elementary functions. Engines round those of `Math` differently from each other and from one version to the next
 * (ECMA-262 leaves them to the implementation), so the library takes them from here and never from `Math`, nor `**`: the
 * bytes of every score are then the same in every Node and every browser. Made of + - * / and typed arrays alone; off by
 * less than one last digit (see test/numeric/math.test.ts).
 */
export { exp, expm1 } from "./elementary/exponential.js";
export { log, log1p, log2, log10 } from "./elementary/logarithm.js";
export { cbrt, pow } from "./elementary/power.js";
export { cos, sin } from "./elementary/trigonometric.js";
export { atan } from "./elementary/inverse-tangent.js";
export { hypot } from "./elementary/hypotenuse.js";
export { atanh, tanh } from "./elementary/hyperbolic.js";
