import { cos, sin } from "../math.js";

/**
 * Discrete Fourier transform in place; lengths must be equal powers of two. Radix 2 (Cooley and Tukey 1965).
 * `inverse` divides by the length, so that both ways give the input back. O(n log n).
 */
export function fastFourierTransform(real: Float64Array, imaginary: Float64Array, inverse = false): void {
  const n = real.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      swap(real, i, j);
      swap(imaginary, i, j);
    }
  }
  const { cosines, sines } = turns(n, inverse ? 1 : -1);
  for (let size = 2; size <= n; size <<= 1) butterflies(real, imaginary, size, cosines, sines);
  if (!inverse) return;
  for (let i = 0; i < n; i++) {
    real[i] /= n;
    imaginary[i] /= n;
  }
}

function swap(values: Float64Array, i: number, j: number): void {
  const held = values[i];
  values[i] = values[j];
  values[j] = held;
}

/** Half a turn in n / 2 steps. */
function turns(n: number, sign: number): { readonly cosines: Float64Array; readonly sines: Float64Array } {
  const cosines = new Float64Array(n >> 1);
  const sines = new Float64Array(n >> 1);
  for (let k = 0; k < n >> 1; k++) {
    cosines[k] = cos((2 * Math.PI * k) / n);
    sines[k] = sign * sin((2 * Math.PI * k) / n);
  }
  return { cosines, sines };
}

function butterflies(
  real: Float64Array,
  imaginary: Float64Array,
  size: number,
  cosines: Float64Array,
  sines: Float64Array,
): void {
  const half = size >> 1;
  const stride = real.length / size;
  for (let start = 0; start < real.length; start += size) {
    for (let k = 0; k < half; k++) {
      const a = start + k;
      const b = a + half;
      const cosine = cosines[k * stride];
      const sine = sines[k * stride];
      const re = real[b] * cosine - imaginary[b] * sine;
      const im = real[b] * sine + imaginary[b] * cosine;
      real[b] = real[a] - re;
      imaginary[b] = imaginary[a] - im;
      real[a] += re;
      imaginary[a] += im;
    }
  }
}

/** Least power of two that is not below `n`. */
export function powerOfTwo(n: number): number {
  let size = 1;
  while (size < n) size *= 2;
  return size;
}
