// The one door to Plotly: draws a figure in a node, draws it anew, lets go of it.

/** @import { Figure } from "./payload.js" */

const STILL = { displayModeBar: false, responsive: false, doubleClick: false, showTips: false };

/** @type {(node: HTMLElement, figure: Figure) => Promise<void>} */
export const plotted = (node, { data, layout }) => Plotly.react(node, data, layout, STILL);

// Without this Plotly keeps what it has measured and listens for a node that is gone.
/** @type {(root: HTMLElement) => void} */
export function letGoOfPlots(root) {
  const plots = root.matches(".js-plotly-plot")
    ? [root]
    : [...root.querySelectorAll(".js-plotly-plot")];
  for (const plot of plots) Plotly.purge(/** @type {HTMLElement} */ (plot));
}

/** @type {(figure: Figure, width: number, height: number) => Promise<string>} */
export const asSvg = async ({ data, layout }, width, height) => {
  const address = await Plotly.toImage(
    { data, layout, config: {} },
    { format: "svg", width, height },
  );
  return decodeURIComponent(address.slice(address.indexOf(",") + 1));
};
