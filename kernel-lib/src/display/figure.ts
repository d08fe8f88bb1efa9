/**
 * A chart as plain data in the words of Plotly (https://plotly.com/javascript/reference), the part of it that our plots
 * use, so that every figure can also be drawn without a browser.
 */
export interface Figure {
  readonly data: readonly Trace[];
  readonly layout: Layout;
  /** What the picture shows, in words, for a reader who cannot see it. */
  readonly alternative: string;
}

export type Trace = ScatterTrace | BarTrace | HeatmapTrace;

/** Position on an axis: a number, a name on a category axis, milliseconds on a date axis; null leaves a hole. */
export type Coordinate = number | string | null;

interface TraceParts {
  readonly name?: string;
  readonly xaxis?: string;
  readonly yaxis?: string;
  readonly opacity?: number;
  readonly showlegend?: boolean;
  readonly hoverinfo?: "skip";
  readonly hovertemplate?: string;
  readonly visible?: boolean | "legendonly";
}

/** Lines, points and filled bands. */
export interface ScatterTrace extends TraceParts {
  readonly type: "scatter";
  readonly mode: "lines" | "markers" | "lines+markers" | "text";
  readonly x: readonly Coordinate[];
  readonly y: readonly Coordinate[];
  readonly text?: readonly string[];
  readonly textposition?: "middle right" | "middle left" | "middle center" | "top center";
  readonly line?: {
    readonly color?: string;
    readonly width?: number;
    readonly dash?: "solid" | "dash" | "dot";
    readonly shape?: "linear" | "hv";
  };
  readonly marker?: Marker;
  /** `tonexty` fills up to the trace before this one. */
  readonly fill?: "tonexty" | "tozeroy";
  readonly fillcolor?: string;
  /** One entry a point: record index (from 0) in the file, for going from a point to its line. */
  readonly customdata?: readonly unknown[];
}

export interface Marker {
  readonly color?: string | readonly string[];
  readonly size?: number | readonly number[];
  readonly symbol?: "circle" | "circle-open" | "diamond" | "x" | "line-ns" | "square";
  readonly line?: { readonly color?: string; readonly width?: number };
}

export interface BarTrace extends TraceParts {
  readonly type: "bar";
  readonly x: readonly Coordinate[];
  readonly y: readonly Coordinate[];
  readonly orientation?: "v" | "h";
  readonly width?: number | readonly number[];
  readonly text?: readonly string[];
  readonly textposition?: "auto" | "outside" | "none";
  readonly marker?: { readonly color?: string | readonly string[] };
}

export interface HeatmapTrace extends TraceParts {
  readonly type: "heatmap";
  readonly x: readonly Coordinate[];
  readonly y: readonly Coordinate[];
  /** `z[row][column]`, rows along y. */
  readonly z: readonly (readonly (number | null)[])[];
  readonly text?: readonly (readonly string[])[];
  readonly texttemplate?: string;
  readonly textfont?: { readonly color?: string };
  readonly zmin?: number;
  readonly zmax?: number;
  readonly colorscale: readonly (readonly [number, string])[];
  readonly showscale?: boolean;
  readonly xgap?: number;
  readonly ygap?: number;
}

export interface Axis {
  readonly title?: { readonly text: string };
  readonly type?: "linear" | "log" | "date" | "category";
  readonly domain?: readonly [number, number];
  readonly anchor?: string;
  readonly matches?: string;
  readonly range?: readonly [number, number];
  readonly autorange?: boolean | "reversed";
  readonly tickvals?: readonly Coordinate[];
  readonly ticktext?: readonly string[];
  readonly tickformat?: string;
  readonly showticklabels?: boolean;
  readonly showgrid?: boolean;
  readonly zeroline?: boolean;
  readonly automargin?: boolean;
}

/** A line or box: `x` and `y` in data of an axis (`x`, `y2` …) or in shares of the page (`paper`) or of an axis (`x domain`). */
export interface Shape {
  readonly type: "line" | "rect";
  readonly xref: string;
  readonly yref: string;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly line?: { readonly color?: string; readonly width?: number; readonly dash?: "solid" | "dash" | "dot" };
  readonly fillcolor?: string;
  readonly opacity?: number;
  readonly layer?: "below" | "above";
}

export interface Annotation {
  readonly text: string;
  readonly xref: string;
  readonly yref: string;
  readonly x: Coordinate;
  readonly y: Coordinate;
  readonly xanchor?: "left" | "center" | "right";
  readonly yanchor?: "top" | "middle" | "bottom";
  readonly showarrow: false;
  readonly font?: { readonly size?: number; readonly color?: string };
}

/** The page: title, axes by Plotly's names (`xaxis`, `yaxis`, `xaxis2` …), size and the template that holds its colours. */
export interface Layout {
  readonly title?: { readonly text: string; readonly x?: number; readonly xanchor?: "left" };
  readonly width?: number;
  readonly height?: number;
  readonly margin?: { readonly l?: number; readonly r?: number; readonly t?: number; readonly b?: number };
  readonly showlegend?: boolean;
  readonly legend?: Readonly<Record<string, unknown>>;
  readonly barmode?: "group" | "stack" | "overlay" | "relative";
  readonly bargap?: number;
  readonly hovermode?: "x unified" | "closest" | "x" | false;
  readonly shapes?: readonly Shape[];
  readonly annotations?: readonly Annotation[];
  readonly template?: Template;
  readonly [axis: `xaxis${string}` | `yaxis${string}`]: Axis | undefined;
}

/** The colours of a page: all that differs between a light and a dark one. */
export interface Template {
  readonly layout: {
    readonly paper_bgcolor: string;
    readonly plot_bgcolor: string;
    readonly font: { readonly color: string; readonly family: string; readonly size: number };
    readonly colorway: readonly string[];
    readonly xaxis: AxisColors;
    readonly yaxis: AxisColors;
  };
}

/** Colours of the lines of one axis. */
export interface AxisColors {
  readonly gridcolor: string;
  readonly linecolor: string;
  readonly zerolinecolor: string;
}
