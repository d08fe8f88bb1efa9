/** VS Code's colours as Plotly needs them: it cannot read CSS variables. */
export interface ThemeColors {
  readonly background: string;
  readonly text: string;
  readonly dim: string;
  readonly quiet: string;
  readonly axis: string;
  readonly actual: string;
  readonly model: string;
  readonly range: string;
  readonly severity: string;
  readonly shade: string;
  readonly shadeSelected: string;
  readonly highContrast: boolean;
  readonly font: string;
}

let context: CanvasRenderingContext2D | null = null;

/** The colour with its opacity multiplied, in a form every drawing library reads. */
function withAlpha(color: string, alpha: number): string {
  context ??= document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (!context) return color;
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, opacity] = context.getImageData(0, 0, 1, 1).data;
  return `rgba(${red}, ${green}, ${blue}, ${((opacity / 255) * alpha).toFixed(3)})`;
}

/** The colours of the theme in use. */
export function themeColors(): ThemeColors {
  const style = getComputedStyle(document.body);
  const read = (name: string, otherwise: string): string =>
    style.getPropertyValue(`--vscode-${name}`).trim() || otherwise;
  const text = read("foreground", "#3b3b3b");
  const severity = read("kpiAnomaly-severity", read("charts-orange", "#b75d00"));
  const model = read("charts-blue", "#1a85ff");
  const highContrast = document.body.classList.contains("vscode-high-contrast");
  return {
    background: read("editor-background", "#ffffff"),
    text,
    dim: read("descriptionForeground", text),
    quiet: withAlpha(text, 0.12),
    axis: withAlpha(text, 0.35),
    actual: read("charts-foreground", text),
    model,
    range: withAlpha(model, highContrast ? 0.6 : 0.24),
    severity,
    shade: withAlpha(severity, 0.14),
    shadeSelected: withAlpha(severity, 0.26),
    highContrast,
    font: read("font-family", "sans-serif"),
  };
}

/** Light Modern, for pictures that go into documents. */
export function pictureColors(): ThemeColors {
  const [text, severity, model] = ["#3b3b3b", "#b75d00", "#0063d3"];
  return {
    background: "#ffffff",
    text,
    dim: text,
    quiet: withAlpha(text, 0.12),
    axis: withAlpha(text, 0.35),
    actual: text,
    model,
    range: withAlpha(model, 0.24),
    severity,
    shade: withAlpha(severity, 0.14),
    shadeSelected: withAlpha(severity, 0.26),
    highContrast: false,
    font: themeColors().font,
  };
}
