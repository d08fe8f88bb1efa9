/** How often evidence comes by chance: what so many blocks without events hold at or above it. */
export interface ChanceCurve {
  /** Evidence, ascending, and ln of the expected number at or above it. */
  readonly evidence: readonly number[];
  readonly lnExpected: readonly number[];
  /** How fast it falls with the evidence beyond the last one. */
  readonly slope: number;
  /** Blocks of the series that it was counted on, on average, and the power of them with which the number grows. */
  readonly blocks: number;
  readonly growth: number;
}

/** Level that a lone alarm has to pass, how much less each further one needs (times ln of their number), and the least level. */
export interface AlarmSteps {
  readonly lone: number;
  readonly slope: number;
  readonly least: number;
}

/** What is learnt for series of one pace. */
export interface PaceCalibration {
  /** Weight of each column of the evidence. */
  readonly weights: Readonly<Record<string, number>>;
  readonly curve: ChanceCurve;
  /** Expected false alarms in a series at the usual sensitivity, before several alarms help each other. */
  readonly usual: number;
  /** Steps of the alarm level of the detectors' score, of series that are judged by whole cycles and of others. */
  readonly steps: { readonly points: AlarmSteps; readonly cycles: AlarmSteps };
  /** What findings of the model about rows need: so much joint evidence, or to be so many times stronger alone. */
  readonly findings: { readonly backed: number; readonly alone: number };
  /**
   * Incidents that a series of so many blocks without events shows on average at sensitivity 0, 10, ... 100, no more than five of
   * one series, and the power of the blocks with which they grow.
   */
  readonly dial: { readonly expected: readonly number[]; readonly blocks: number; readonly growth: number };
}

/** All that `npm run calibrate` finds on generated series with fixed seeds. */
export interface Calibration {
  /** Least scale of each detector's block maxima: a lower fifth of those of series without events. */
  readonly least: Readonly<Record<string, number>>;
  readonly minutes: PaceCalibration;
  readonly other: PaceCalibration;
}
