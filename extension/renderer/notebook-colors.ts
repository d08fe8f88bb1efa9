/** Plotly's words for the colours of a page. */
export interface PageColors {
  readonly paper_bgcolor: string;
  readonly plot_bgcolor: string;
  readonly font: { readonly color: string; readonly family: string };
  readonly xaxis: AxisColors;
  readonly yaxis: AxisColors;
}

interface AxisColors {
  readonly gridcolor: string;
  readonly linecolor: string;
  readonly zerolinecolor: string;
}

/** VS Code's colours of the theme in use, as a template that figures are drawn with. */
export function notebookColors(): PageColors {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string, otherwise: string): string =>
    style.getPropertyValue(`--vscode-${name}`).trim() || otherwise;
  const text = read("foreground", "#3b3b3b");
  const line = read("editorIndentGuide-background1", read("editorWidget-border", "#8884"));
  const axis: AxisColors = { gridcolor: line, linecolor: read("descriptionForeground", text), zerolinecolor: line };
  return {
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { color: text, family: read("font-family", "sans-serif") },
    xaxis: axis,
    yaxis: axis,
  };
}

/** Calls back whenever VS Code changes its theme. Returns what ends that. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["style", "class"] });
  observer.observe(document.body, { attributes: true, attributeFilter: ["class", "data-vscode-theme-id"] });
  return () => observer.disconnect();
}
