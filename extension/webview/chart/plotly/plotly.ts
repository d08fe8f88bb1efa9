import type Library from "plotly.js/lib/core";

export type PlotlyLibrary = typeof Library;

const own = document.currentScript as HTMLScriptElement | null;
let loading: Promise<PlotlyLibrary> | null = null;

/** Plotly, which is nine tenths of the page's code: asked for when the first line is on screen, so that nobody waits for it. */
export function loadPlotly(): Promise<PlotlyLibrary> {
  return (loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = own?.dataset.plotly ?? "";
    script.nonce = own?.nonce;
    script.onload = () => resolve((globalThis as unknown as { plotlyOfThisPage: PlotlyLibrary }).plotlyOfThisPage);
    script.onerror = () => reject(new Error("The script that draws charts could not be loaded."));
    document.head.append(script);
  }));
}
