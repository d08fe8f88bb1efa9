/** Plotly with the traces our figures use: its core draws lines and points. */
import Plotly from "plotly.js/lib/core";
import bar from "plotly.js/lib/bar";
import box from "plotly.js/lib/box";
import heatmap from "plotly.js/lib/heatmap";
import histogram from "plotly.js/lib/histogram";

Plotly.register([bar, box, heatmap, histogram]);

export { Plotly };
