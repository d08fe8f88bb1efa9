import type { Calibration } from "../../../kernel-lib/src/decide/evidence/calibration.js";

/** The calibration as a source file. */
export function writtenCalibration(calibration: Calibration): string {
  return `import type { Calibration } from "./calibration-types.js";

/** Written by \`npm run calibrate\`: what generated series of fixed seeds teach. Never changed by hand. */
export const CALIBRATION: Calibration = ${JSON.stringify(calibration, null, 2)};
`;
}
