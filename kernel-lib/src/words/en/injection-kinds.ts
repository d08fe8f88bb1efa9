import type { InjectionKindId } from "../../evaluate/injection/injection-kind-id.js";

/** What the kinds of planted events are called. */
export const injectionKinds: Readonly<Record<InjectionKindId, string>> = {
  spike: "spike",
  dip: "dip",
  levelShift: "level shift",
  drift: "drift",
  flatLine: "flat line",
  varianceBurst: "variance burst",
  missingPeriod: "missing period",
};
