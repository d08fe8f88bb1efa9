import type { Detection, Incident } from "../../report.js";

/** Incidents with the features that pushed the detectors which flag a point of theirs, where that is known. */
export function withFeatures(incidents: readonly Incident[], detections: readonly Detection[]): Incident[] {
  const pushed = detections.filter(({ pushes }) => pushes !== undefined);
  return incidents.map((incident) => {
    const { start, end, peak, explanation } = incident;
    if (explanation === null) return incident;
    const features = pushed.flatMap(({ detector, pushes = [] }) => {
      const inside = pushes.filter(({ point, features: found }) => start <= point && point <= end && found.length > 0);
      const push = inside.sort((a, b) => Math.abs(a.point - peak) - Math.abs(b.point - peak) || a.point - b.point)[0];
      return push ? [{ detector, point: push.point, features: push.features }] : [];
    });
    return features.length > 0 ? { ...incident, explanation: { ...explanation, features } } : incident;
  });
}

/** The worst points that a detector flags, whatever is decided about them later. O(n + flagged log flagged). */
export function worstFlagged({ flags, scores }: Detection, most: number): number[] {
  const points: number[] = [];
  for (let i = 0; i < flags.length; i++) if (flags[i] === 1) points.push(i);
  return points.sort((a, b) => scores[b] - scores[a] || a - b).slice(0, most);
}
