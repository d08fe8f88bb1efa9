import type { InjectionKindId } from "../../evaluate/injection/injection-kind-id.js";

/** What the kinds of planted events are called. */
export const injectionKinds: Readonly<Record<InjectionKindId, string>> = {
  spike: "Spitze",
  dip: "Einbruch",
  levelShift: "Niveausprung",
  drift: "Drift",
  flatLine: "Stillstand",
  varianceBurst: "Unruhe",
  missingPeriod: "fehlender Zeitraum",
};
