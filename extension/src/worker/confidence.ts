/** How sure an anomaly is, by when it was. */
export interface Confidence {
  readonly kpi: string;
  readonly series: string;
  readonly peakTime: number;
  readonly confidence: number;
}
