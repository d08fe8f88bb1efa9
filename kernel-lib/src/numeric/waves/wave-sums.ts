import { fastWaveSums } from "../wasm/wave-kernels.js";
import type { WaveSums } from "../wasm/waves.js";

export type { WaveSums } from "../wasm/waves.js";

/**
 * Sums with waves that stand wave after wave in `cosines` and `sines`, `days` numbers each. By WebAssembly where it pays;
 * the same bytes without. Each O(days × waves).
 */
export function waveSums(cosines: Float64Array, sines: Float64Array, days: number): WaveSums {
  return fastWaveSums(cosines, sines, days) ?? plainWaveSums(cosines, sines, days);
}

/** The twin without WebAssembly. Even and odd days are added up by themselves. */
export function plainWaveSums(cosines: Float64Array, sines: Float64Array, days: number): WaveSums {
  const waves = cosines.length / days;
  return {
    withColumn: (column, from, to, out) => {
      for (let wave = 0; wave < waves; wave++)
        sumsOfColumn(cosines, sines, column, wave * days, from, to, out, 2 * wave);
    },
    addTo: (column, coefficients) => {
      for (let wave = 0, at = 0; wave < waves; wave++, at += days) {
        const a = coefficients[2 * wave];
        const b = coefficients[2 * wave + 1];
        if (a === 0 && b === 0) continue;
        for (let day = 0; day < days; day++) column[day] += a * cosines[at + day] + b * sines[at + day];
      }
    },
    sumWaves: (weight, cosineSums, sineSums) => {
      for (let wave = 1; wave <= waves; wave++) sumsOfWave(cosines, sines, weight, wave, cosineSums, sineSums);
    },
  };
}

function sumsOfColumn(
  cosines: Float64Array,
  sines: Float64Array,
  column: Float64Array,
  at: number,
  from: number,
  to: number,
  out: Float64Array,
  place: number,
): void {
  let c = 0;
  let s = 0;
  let cOdd = 0;
  let sOdd = 0;
  const even = to - ((to - from) & 1);
  for (let day = from; day < even; day += 2) {
    const value = column[day];
    const next = column[day + 1];
    c += value * cosines[at + day];
    s += value * sines[at + day];
    cOdd += next * cosines[at + day + 1];
    sOdd += next * sines[at + day + 1];
  }
  if (even < to) {
    c += column[even] * cosines[at + even];
    s += column[even] * sines[at + even];
  }
  out[place] = c + cOdd;
  out[place + 1] = s + sOdd;
}

function sumsOfWave(
  cosines: Float64Array,
  sines: Float64Array,
  weight: Float64Array,
  wave: number,
  cosineSums: Float64Array,
  sineSums: Float64Array,
): void {
  const days = weight.length;
  const waves = cosines.length / days;
  const at = (wave - 1) * days;
  const last = (waves - 1) * days;
  const c = [0, 0];
  const s = [0, 0];
  const cBeyond = [0, 0];
  const sBeyond = [0, 0];
  for (let day = 0; day < days; day++) {
    const half = day & 1;
    const cw = weight[day] * cosines[at + day];
    const sw = weight[day] * sines[at + day];
    c[half] += cw;
    s[half] += sw;
    cBeyond[half] += cosines[last + day] * cw - sines[last + day] * sw;
    sBeyond[half] += sines[last + day] * cw + cosines[last + day] * sw;
  }
  cosineSums[wave] = c[0] + c[1];
  sineSums[wave] = s[0] + s[1];
  cosineSums[waves + wave] = cBeyond[0] + cBeyond[1];
  sineSums[waves + wave] = sBeyond[0] + sBeyond[1];
}
