// A chart as a picture with its finding, its source and its code: made in the browser, sent
// nowhere.

import { palette } from "../shared/colors.js";
import { figureFor } from "../shared/figure.js";
import { wrapped } from "../shared/lettering.js";
import { h } from "../shared/nodes.js";
import { asSvg } from "../shared/plot.js";
import { page } from "./current.js";
import { modeOf } from "./plots.js";
import { anchor } from "./query.js";
import { isDoubt } from "./sources.js";

/** @import { Exhibit } from "../shared/payload.js" */
/** @typedef {{ size: number, path: string }} Qr */

const WIDTH = 1280;
const EDGE = 40; // px between the picture's edge and what stands on it
const QR = 104; // the side of the QR, in px
const PICTURE_KEPT = 60000; // how long the browser keeps a picture for its download, in ms

/** @type {(one: Exhibit, format: "png" | "svg") => Promise<void>} */
export async function picture(one, format) {
  const figure = figureFor(one, WIDTH - 2 * EDGE, modeOf(one));
  if (!figure) return;
  const title = wrapped(one.title, 74);
  const notes = [
    ...one.notes.filter(isDoubt).map((note) => note.text),
    [one.source, one.release, page.brand].join(" · "),
  ].flatMap((text) => wrapped(text, 140).split("<br>"));
  const above = 96 + 38 * title.split("<br>").length;
  const below = Math.max(40 + 22 * notes.length, QR + 60);
  const { layout } = figure;
  const color = palette();
  layout.width = WIDTH;
  layout.height = layout.height + above + below;
  layout.paper_bgcolor = color("paper");
  layout.plot_bgcolor = color("paper");
  layout.margin = {
    ...layout.margin,
    t: (layout.margin.t ?? 0) + above,
    b: (layout.margin.b ?? 0) + below,
    l: layout.margin.l + EDGE,
    r: layout.margin.r + EDGE,
  };
  layout.title = {
    text: `<b>${title}</b>`,
    font: { size: 28, color: color("text") },
    x: EDGE / WIDTH,
    xanchor: "left",
    y: 1 - 48 / layout.height,
    yanchor: "top",
    yref: "container",
    subtitle: { text: one.subtitle, font: { size: 17, color: color("muted") } },
  };
  const [qr, drawn] = await Promise.all([receiptMark(one), asSvg(figure, WIDTH, layout.height)]);
  const svg = drawn.replace(
    /<\/svg>\s*$/,
    `${pictureFoot(one, notes, qr, layout.height, below)}</svg>`,
  );
  const file =
    format === "svg"
      ? new Blob([svg], { type: "image/svg+xml" })
      : await asPng(svg, WIDTH, layout.height);
  const link = URL.createObjectURL(file);
  h("a", {
    href: link,
    download: `${anchor(one.id)}_${Object.values(page.view).join("_")}.${format}`,
  }).click();
  setTimeout(() => URL.revokeObjectURL(link), PICTURE_KEPT);
}

// The receipt's address as a QR; none if the server cannot be reached: the code itself is on the
// picture in any case.
/** @type {(one: Exhibit) => Promise<Qr | null>} */
async function receiptMark(one) {
  try {
    const answer = await fetch(`./r/${one.code}.qr.json?lang=${page.lang}`, {
      signal: AbortSignal.timeout(3000),
    });
    return await answer.json();
  } catch {
    return null;
  }
}

// Under the chart: notes and source from the left, the code in the right corner under its QR, black
// on white in either theme, as cameras want it.
/**
 * @type {(one: Exhibit, lines: string[], qr: Qr | null, height: number, below: number) => string}
 */
function pictureFoot(one, lines, qr, height, below) {
  const muted = palette()("muted");
  /** @type {(text: string) => string} */
  const safe = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  /** @type {(text: string, x: number, y: number, more: string) => string} */
  const write = (text, x, y, more) =>
    `<text x="${x}" y="${y}" font-family="Source Sans, Noto Sans, sans-serif" ` +
    `fill="${muted}" ${more}>${safe(text)}</text>`;
  const corner = WIDTH - EDGE - QR;
  return (
    lines
      .map((line, index) => write(line, EDGE, height - below + 26 + 22 * index, 'font-size="14"'))
      .join("") +
    write(
      one.code,
      corner + QR / 2,
      height - 26,
      'font-size="15" font-weight="600" text-anchor="middle"',
    ) +
    (qr ? qrMark(qr, corner, height - 44 - QR) : "")
  );
}

/** @type {(qr: Qr, x: number, y: number) => string} */
const qrMark = ({ size, path }, x, y) =>
  `<svg x="${x}" y="${y}" width="${QR}" height="${QR}" viewBox="0 0 ${size} ${size}" ` +
  'shape-rendering="crispEdges">' +
  `<path fill="#FFF" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`;

/** @type {(svg: string, width: number, height: number) => Promise<Blob>} */
async function asPng(svg, width, height) {
  const image = new Image(width, height);
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = h("canvas", { width: 2 * width, height: 2 * height });
  canvas.getContext("2d")?.drawImage(image, 0, 0, 2 * width, 2 * height);
  URL.revokeObjectURL(image.src);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png"),
  );
}
