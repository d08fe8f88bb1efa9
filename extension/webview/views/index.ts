import { compareView } from "./compare-view.js";
import { dataView } from "./data-view.js";
import { overviewView } from "./overview-view.js";
import { stabilityView } from "./stability-view.js";
import { timelineView } from "./timeline-view.js";
import type { View } from "./view.js";

/** THE REGISTER of views, in the order of their tabs. */
export const views: readonly View[] = [overviewView, timelineView, compareView, stabilityView, dataView];
