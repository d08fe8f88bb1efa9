import { notebookColors, onThemeChange } from "./notebook-colors.js";
import { Plotly } from "./plotly.js";

/** What VS Code hands to a notebook renderer (https://code.visualstudio.com/api/extension-guides/notebook). */
interface OutputItem {
  readonly id: string;
  json(): unknown;
}

interface Renderer {
  renderOutputItem(item: OutputItem, element: HTMLElement): Promise<void>;
  disposeOutputItem(id?: string): void;
}

interface Figure {
  readonly data: Plotly.Data[];
  readonly layout?: Readonly<Record<string, unknown>> & {
    readonly template?: { readonly layout?: object };
    readonly height?: number;
  };
  readonly config?: object;
  readonly alternative?: string;
}

const config = { responsive: true, displaylogo: false, displayModeBar: "hover" } as const;

/** VS Code calls this once a notebook. Draws figures (MIME type application/vnd.plotly.v1+json) without any network. */
export function activate(): Renderer {
  const drawn = new Map<string, () => void>();
  return {
    async renderOutputItem(item, element) {
      drawn.get(item.id)?.();
      const figure = item.json() as Figure;
      const chart = document.createElement("div");
      chart.setAttribute("role", "img");
      if (figure.alternative !== undefined) chart.setAttribute("aria-label", figure.alternative);
      element.replaceChildren(chart);
      await Plotly.newPlot(chart, figure.data, layoutOf(figure), { ...config, ...figure.config });
      const endWatch = onThemeChange(
        () => void Plotly.react(chart, figure.data, layoutOf(figure), { ...config, ...figure.config }),
      );
      drawn.set(item.id, () => {
        endWatch();
        Plotly.purge(chart);
      });
    },
    disposeOutputItem(id) {
      for (const [key, dispose] of drawn) {
        if (id !== undefined && key !== id) continue;
        dispose();
        drawn.delete(key);
      }
    },
  };
}

/** The figure's layout in the colours of VS Code, as wide as the output. */
function layoutOf({ layout = {} }: Figure): object {
  const colors = notebookColors();
  const template = { ...layout.template, layout: { ...layout.template?.layout, ...colors } };
  return { ...layout, template, width: undefined, autosize: true, height: layout.height ?? 360 };
}
