// How wide words are, and how they are broken and shortened to their room. Changes no figure.

/** @type {CanvasRenderingContext2D | null} */
let ruler = null;

/** @type {(text: string, font: string) => number} */
export function textWidth(text, font) {
  ruler ??= /** @type {CanvasRenderingContext2D} */ (
    document.createElement("canvas").getContext("2d")
  );
  ruler.font = font;
  return ruler.measureText(text).width;
}

// Plotly's words without their marks.
/** @type {(text: string) => string} */
export const unmarked = (text) => text.replace(/<[^>]+>/g, "");

/**
 * Breaks words into lines of at least so many letters, where they are that long; bold stays bold.
 * @param {string} text
 * @param {number} least
 */
export function wrapped(text, least) {
  const bold = text.startsWith("<b>");
  const lines = [""];
  for (const part of text
    .replace(/<\/?b>/g, "")
    .replace(/<br>/g, " ")
    .split(" ")) {
    const last = lines.length - 1;
    if (lines[last] && lines[last].length + part.length + 1 > least) lines.push(part);
    else lines[last] = `${lines[last]} ${part}`.trim();
  }
  return bold ? `<b>${lines.join("<br>")}</b>` : lines.join("<br>");
}

/**
 * Gives a tile's words, a name over a value, with as much of the name as there is room for.
 * @param {string} text
 * @param {number} room
 * @param {(text: string) => number} wide
 */
export function shortened(text, room, wide) {
  const [name, value] = text.split("<br>");
  return `${shorter(name).find((one) => wide(one) <= room) ?? name}<br>${value}`;
}

/**
 * Gives a name ever shorter; the last word keeps a letter, for it may be all that tells two places
 * apart (Алматы қ., Алматы обл.).
 * @param {string} name
 */
export function shorter(name) {
  const blank = name.lastIndexOf(" ");
  const [head, tail] = [name.slice(0, Math.max(blank, 0)), name.slice(blank + 1)];
  /** @type {(word: string) => string[]} */
  const cuts = (word) =>
    Array.from({ length: Math.max(word.length - 1, 0) }, (_, cut) =>
      word.slice(0, word.length - 1 - cut),
    );
  return [
    name,
    ...cuts(tail).map((part) => `${head} ${part}.`.trimStart()),
    ...cuts(head).map((part) => `${part.trimEnd()}. ${tail[0]}.`),
  ];
}
