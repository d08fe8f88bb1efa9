import { centreOfWindows } from "../../numeric/windows/sliding-window.js";
import { defineDetector, type Detector } from "../detector.js";
import { byCycles } from "../season-scorer.js";

/** A cycle that resembles no other cycle: the distance to its nearest neighbour (Ramaswamy et al. 2000). O(n) once the season is known. */
export const cycleNeighbour: Detector = defineDetector({
  title: "Cycle without a twin",
  summary: "A cycle that resembles no other cycle of the series.",
  translations: {
    de: { title: "Zyklus ohne Gegenstück", summary: "Ein Zyklus, der keinem anderen der Reihe gleicht." },
  },
  family: "series",
  params: {},
  share: { rule: "cycle", weight: 0.4 },
  threshold: { kind: "deviations", value: 8 },
  fit: byCycles((cycles) => centreOfWindows(cycles.nearest, cycles.values.length, cycles.rows)),
});
