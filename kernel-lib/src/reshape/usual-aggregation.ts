import type { Column } from "../table.js";

/** Words by which people name what must not be added up: rates, prices, states. */
const NOT_ADDITIVE =
  /(?:^|[^a-z])(?:price|prices|rate|rates|ratio|share|percent|percentage|pct|avg|average|mean|median|rating|score|index|temperature|temp|humidity|pressure|speed|sensor|celsius|fahrenheit|degrees|voltage|frequency|concentration|density|wind|cpu|balance|occupancy|cpi|margin|unemployment|latency|utili[sz]ation|level|age)(?:$|[^a-z])|(?<!\d\s?)%/;

/** Units of what is so high at a moment: shares, temperatures, pressures, speeds, voltages, and amounts for one of something (`€/kg`). */
const UNIT_OF_STATE =
  /^(?:%|‰|pct|pp|bps|ppm|ppb|ppt|°.*|deg|degrees|[CFK]|[hkM]?Pa|m?bar|mmHg|psi|mph|kn|kt|km\/h|rpm|bpm|dBm?|[kmM]?V|volts?|[kMG]?Hz|pH|.+\/.+)$/;

/**
 * How a KPI is put together when nobody says: added up, or averaged when its name or its unit says that it is a price,
 * a rate or a state (`Unit price`, `conversion_rate`, `Rating`, `CPI`; but not `Tax 5%`, an amount). The result is always said, so that a wrong guess is seen.
 */
export function usualAggregation(column: Column): "sum" | "mean" | "count" {
  if (column.kind === "text") return "count";
  return isState(column.name, column.kind === "number" ? column.unit : undefined) ? "mean" : "sum";
}

/** Whether name or unit of a KPI say that it is a price, a rate or a state: so much at a moment, never so much an hour. */
export function isState(name: string, unit: string = ""): boolean {
  const words = name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return NOT_ADDITIVE.test(words) || UNIT_OF_STATE.test(unit);
}
