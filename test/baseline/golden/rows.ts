/** Nearly normal numbers that follow from the row alone, as `noise` of make-noise.py makes them. */
export function rowNoise(n: number): Float64Array {
  const share = (i: number, factor: number, modulus: number): number => ((i * factor) % modulus) / modulus;
  return Float64Array.from(
    { length: n },
    (_, i) =>
      (share(i, 7919, 1009) + share(i, 104729, 997) + share(i, 1299709, 991) + share(i, 15485863, 983) - 2) * 1.73,
  );
}

/** Every `step`-th value, from the first on. */
export const everyNth = (values: Float64Array, step: number): Float64Array => values.filter((_, i) => i % step === 0);
