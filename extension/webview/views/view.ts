import type { Localized } from "kpi-anomaly";
import type { PartProps } from "../state/part-props.js";

/** A view of the panel: what its tab says, and what draws it. */
export interface View {
  /** Stable word for it: an open panel comes back with it, and tests name its tab by it. */
  readonly name: string;
  readonly title: Localized;
  /** Set where nothing in it takes the focus, so that it is scrolled by keyboard as a whole. */
  readonly scrolledAsWhole?: true;
  readonly draw: (props: PartProps) => preact.JSX.Element;
}
