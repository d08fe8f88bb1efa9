import type { InputErrorCode } from "kpi-anomaly";
import type { Results } from "./facts.js";

/** A problem the user can put right (a code of the library), or a fault of ours (`internal`). */
export interface Problem {
  readonly code: InputErrorCode | "internal" | "file_deleted";
  readonly message: string;
  readonly hint: string;
  /** Line of the data file, from 1, that is at fault, where it is one. */
  readonly line?: number;
}

/** How far a run is. */
export interface Progress {
  /** What it is at, in words; empty before anything is known. */
  readonly step: string;
  /** 0 to 1. */
  readonly fraction: number;
}

/** What a run is set to. */
export interface SettingsFacts {
  /** Changes made in the panel, by path of the option: they lie over everything else. */
  readonly overrides: Readonly<Record<string, unknown>>;
  /** Name of the configuration file that is used; null without one. */
  readonly configuration: string | null;
}

/** What is on show while a run is under way or was cancelled. */
interface Unfinished {
  readonly results: Results | null;
  /** Whether they are of this run; those of the run before stay until it has some. */
  readonly fresh: boolean;
}

/** What the page is showing. The page is a function of it. */
export type PageState =
  | { readonly kind: "empty" }
  | ({ readonly kind: "working"; readonly file: string; readonly progress: Progress } & Unfinished)
  | { readonly kind: "ready"; readonly file: string; readonly results: Results; readonly stale: boolean }
  | ({ readonly kind: "cancelled"; readonly file: string } & Unfinished)
  | { readonly kind: "failed"; readonly file: string; readonly problem: Problem; readonly excerpt: Excerpt | null };

/** Lines of the file around a problem. */
export interface Excerpt {
  readonly lines: readonly { readonly number: number; readonly text: string }[];
  readonly marked: number;
}
