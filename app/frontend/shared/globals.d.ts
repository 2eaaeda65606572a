// What is there before a module runs: Plotly, what the page's HTML says, and what Streamlit hands
// over.

import type { Figure, Geometry, Layout, Trace } from "./payload.js";

declare global {
  /** What can stand in a node; nothing stands for null, undefined and "". */
  type Child = Node | string | number | null | undefined | Child[];

  /** Attributes of a node; those that begin with "on" listen. */
  interface Attributes<Element> {
    onclick?: (event: MouseEvent & { currentTarget: Element }) => unknown;
    oninput?: (event: InputEvent & { currentTarget: Element }) => unknown;
    onchange?: (event: Event & { currentTarget: Element }) => unknown;
    ontoggle?: (event: Event & { currentTarget: Element }) => unknown;
    onkeydown?: (event: KeyboardEvent & { currentTarget: Element }) => unknown;
    onfocus?: (event: FocusEvent & { currentTarget: Element }) => unknown;
    [name: string]: unknown;
  }

  /** A node that Plotly has drawn in. */
  interface PlotNode extends HTMLElement {
    on(event: "plotly_click", act: (event: { points: { customdata?: unknown }[] }) => void): void;
    data: Trace[];
    _fullLayout: Record<"xaxis" | "yaxis", PlotAxis>;
  }
  interface PlotAxis {
    p2l(pixels: number): number;
    _offset: number;
    _length: number;
  }

  const Plotly: {
    newPlot(node: HTMLElement, data: Trace[], layout: Layout, config: object): Promise<void>;
    react(node: HTMLElement, data: Trace[], layout: Layout, config: object): Promise<void>;
    purge(node: HTMLElement): void;
    toImage(
      figure: Pick<Figure, "data" | "layout"> & { config: object },
      how: { format: string; width: number; height: number },
    ): Promise<string>;
  };

  interface Window {
    unionIndicators: {
      /** Fulfilled when Plotly is there. */
      ready: Promise<unknown>;
      /** The address of the geometry, or the geometry itself in a file that needs no server. */
      geo: string;
      geometry?: Geometry;
      /** Draws every chart at once, also those far below the screen. */
      eager?: boolean;
    };
  }
}

/** What Streamlit gives the page's element. */
export interface Component {
  data: Uint8Array;
  parentElement: HTMLElement;
  setTriggerValue(name: "act", value: Record<string, string>): void;
}
