// The theme, and the colours and outlines that stand for a figure's tokens in it. Knows no chart.

/** @import { Outline } from "./payload.js" */
/** @typedef {Record<string, { shape: Outline, label: { x: number, y: number } }>} Shapes */

export const theme = () => document.documentElement.dataset.theme;

export function switchTheme() {
  document.documentElement.dataset.theme = theme() === "dark" ? "light" : "dark";
}

/** @type {(name: string) => string} */
const variable = (name) => `--c-${name.replaceAll("_", "-")}`;

// A token's colour as the style sheet names it: it follows the theme by itself.
/** @type {(token: string) => string} */
export const inPage = (token) => `var(${variable(token.slice(1))})`;

/** @returns {(name: string) => string} the colours of the present theme */
export function palette() {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(variable(name)).trim();
}

/**
 * Gives the same value with a colour for each token, and with the outlines of a map.
 * @template Value
 * @param {Value} value
 * @param {(name: string) => string} color
 * @param {Shapes | null} shapes
 * @returns {Value}
 */
export function resolved(value, color, shapes) {
  /** @type {(value: any) => any} */
  const resolve = (one) => {
    if (typeof one === "string") return one.startsWith("@") ? tokenOf(one, color, shapes) : one;
    if (Array.isArray(one)) return one.map(resolve);
    if (one && typeof one === "object")
      return Object.fromEntries(Object.entries(one).map(([name, item]) => [name, resolve(item)]));
    return one;
  };
  return resolve(value);
}

/** @type {(token: string, color: (name: string) => string, shapes: Shapes | null) => unknown} */
function tokenOf(token, color, shapes) {
  const [kind, place, axis] = token.slice(1).split(":");
  if (kind === "shape") return shapes?.[place].shape[/** @type {"x" | "y"} */ (axis)];
  if (kind === "label") return shapes?.[place].label[/** @type {"x" | "y"} */ (axis)];
  return color(kind) || token;
}
