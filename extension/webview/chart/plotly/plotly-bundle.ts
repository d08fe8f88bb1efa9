/** Plotly with the traces we use, as a script of its own: its core draws lines and points, the rest is for the library's figures. */
import Plotly from "plotly.js/lib/core";
import bar from "plotly.js/lib/bar";
import box from "plotly.js/lib/box";
import heatmap from "plotly.js/lib/heatmap";
import histogram from "plotly.js/lib/histogram";

Plotly.register([bar, box, heatmap, histogram]);
(globalThis as { plotlyOfThisPage?: typeof Plotly }).plotlyOfThisPage = Plotly;
