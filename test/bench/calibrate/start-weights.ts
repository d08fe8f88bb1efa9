/** Columns of the model of what is normal; all others are the detectors'. */
export const MODEL_COLUMNS = ["nz", "nzl", "nmean", "nfound", "nlevel", "nctx", "nwide", "nalone", "both", "msum"];

/** Columns that all detectors share. */
const SHARED: Readonly<Record<string, number>> = {
  ctx_mean: 0.2,
  ctx_max: 0.2,
  ctx_wide: -0.2,
  second: 0.3,
  sum: 0.5,
  alone: 0.15,
  alone_z: 0.05,
  recur: -0.2,
  anniv: -0.2,
  prod: 0.5,
  nz: 0.7,
  msum: 0.6,
  nzl: 0.5,
  both: 0.4,
  nmean: 0.3,
  nfound: 0.3,
  nctx: 0.3,
  nwide: -0.3,
  nlevel: 0.2,
  nalone: 0.2,
};

/** What each detector alone starts with. */
const EACH = 0.15;

/** Equal hands: where the weights start and what they are pulled to. Their signs are kept. */
export function startWeights(detectors: readonly string[]): Record<string, number> {
  return { ...Object.fromEntries(detectors.map((id) => [id, EACH])), ...SHARED };
}
