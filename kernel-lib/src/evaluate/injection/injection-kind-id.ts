/** Ids of the kinds of anomalies that can be planted. */
export type InjectionKindId = "spike" | "dip" | "levelShift" | "drift" | "flatLine" | "varianceBurst" | "missingPeriod";
