import type { Results } from "../../shared/protocol/index.js";
import type { Action, Model } from "./model.js";

/** What every part of the page is given: what it shows, and how it asks for a change. */
export interface PartProps {
  readonly model: Model;
  readonly results: Results;
  readonly dispatch: (action: Action) => void;
}
