import type { Detection, Incident } from "../report.js";

/** Incidents with the features that pushed the detectors which flag a point of theirs, where that is known. */
export function withFeatures(incidents: readonly Incident[], detections: readonly Detection[]): Incident[] {
  const pushed = detections.filter(({ pushes }) => pushes !== undefined);
  return incidents.map((incident) => {
    const { start, end, explanation } = incident;
    if (explanation === null) return incident;
    const features = pushed.flatMap(({ detector, pushes = [] }) => {
      const push = pushes.find(({ point, features: found }) => start <= point && point <= end && found.length > 0);
      return push ? [{ detector, point: push.point, features: push.features }] : [];
    });
    return features.length > 0 ? { ...incident, explanation: { ...explanation, features } } : incident;
  });
}

/** The worst flagged point of a detector in each of these incidents that it flags at all. O(length of the incidents). */
export function flaggedPoints({ flags, scores }: Detection, incidents: readonly Incident[]): number[] {
  return incidents.flatMap(({ start, end }) => {
    let worst = -1;
    for (let i = start; i <= end; i++) if (flags[i] === 1 && (worst < 0 || scores[i] > scores[worst])) worst = i;
    return worst >= 0 ? [worst] : [];
  });
}
