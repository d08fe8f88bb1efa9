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
      [real[i], real[j]] = [real[j], real[i]];
      [imaginary[i], imaginary[j]] = [imaginary[j], imaginary[i]];
    }
  }
  for (let size = 2; size <= n; size <<= 1) butterflies(real, imaginary, size, inverse ? 1 : -1);
  if (!inverse) return;
  for (let i = 0; i < n; i++) {
    real[i] /= n;
    imaginary[i] /= n;
  }
}

function butterflies(real: Float64Array, imaginary: Float64Array, size: number, sign: number): void {
  const half = size >> 1;
  const cosines = Float64Array.from({ length: half }, (_, k) => Math.cos((2 * Math.PI * k) / size));
  const sines = Float64Array.from({ length: half }, (_, k) => sign * Math.sin((2 * Math.PI * k) / size));
  for (let start = 0; start < real.length; start += size) {
    for (let k = 0; k < half; k++) {
      const a = start + k;
      const b = a + half;
      const re = real[b] * cosines[k] - imaginary[b] * sines[k];
      const im = real[b] * sines[k] + imaginary[b] * cosines[k];
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
