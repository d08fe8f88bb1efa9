/**
 * The elementary functions that engines round differently. The library takes them from here and never from `Math`, so that
 * one implementation decides the bytes of every score.
 */
export const exp: (x: number) => number = Math.exp;
export const expm1: (x: number) => number = Math.expm1;
export const log: (x: number) => number = Math.log;
export const log1p: (x: number) => number = Math.log1p;
export const log2: (x: number) => number = Math.log2;
export const log10: (x: number) => number = Math.log10;
export const pow: (base: number, exponent: number) => number = Math.pow;
export const cbrt: (x: number) => number = Math.cbrt;
export const sin: (x: number) => number = Math.sin;
export const cos: (x: number) => number = Math.cos;
export const atan: (x: number) => number = Math.atan;
export const tanh: (x: number) => number = Math.tanh;
export const atanh: (x: number) => number = Math.atanh;
