// What leaves the screen: the page on paper, a chart as a picture with its source and code.

const QR = 104; // the side of the QR on a picture, in px

// Paper is light whatever the screen is, and every chart is drawn at its width; title, release and page number stand in the margins of each page.
addEventListener("beforeprint", () => {
  if (!component || ui.paper) return;
  const quoted = (text) => `"${text.replace(/["\\\n]/g, " ")}"`;
  const picked = page.filters.filter((filter) => filter.value).map((filter) => filter.options.find(([code]) => code === filter.value)?.[1]);
  const margins = h("style", {}, `@page { @top-left { content: ${quoted([`${page.brand} — ${page.title}`, ...picked.filter((label) => label !== page.title)].join(" · "))}; } @top-right { content: ${quoted(page.release?.text ?? "")}; } }`);
  ui.paper = { theme: theme(), margins };
  document.documentElement.dataset.theme = "light";
  document.head.append(margins);
  for (const [id, item] of drawn) if (item.plot.isConnected && stale(item)) drawOne(id);
});

addEventListener("afterprint", () => {
  if (!ui.paper) return;
  document.documentElement.dataset.theme = ui.paper.theme;
  ui.paper.margins.remove();
  ui.paper = undefined;
  draw();
});

// --- pictures --------------------------------------------------------------------------------------------------------

// The receipt's address as a QR; none if the server cannot be reached: the code itself is on the picture in any case.
async function receiptMark(one) {
  try {
    const answer = await fetch(`./r/${one.code}.qr.json?lang=${page.lang}`, { signal: AbortSignal.timeout(3000) });
    return await answer.json();
  } catch { return null; }
}

// Under the chart: notes and source from the left, the code in the right corner under its QR, black on white in either theme, as cameras want it.
function pictureFoot(one, lines, qr, width, height, below) {
  const safe = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const write = (text, x, y, more) => `<text x="${x}" y="${y}" font-family="Source Sans, Noto Sans, sans-serif" fill="${palette()("muted")}" ${more}>${safe(text)}</text>`;
  const corner = width - 40 - QR;
  return lines.map((line, index) => write(line, 40, height - below + 26 + 22 * index, 'font-size="14"')).join("")
    + write(one.code, corner + QR / 2, height - 26, 'font-size="15" font-weight="600" text-anchor="middle"')
    + (qr ? `<svg x="${corner}" y="${height - 44 - QR}" width="${QR}" height="${QR}" viewBox="0 0 ${qr.size} ${qr.size}" shape-rendering="crispEdges"><path fill="#FFF" d="M0 0h${qr.size}v${qr.size}H0z"/><path fill="#000" d="${qr.path}"/></svg>` : "");
}

async function asPng(svg, width, height) {
  const image = new Image(width, height);
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = h("canvas", { width: 2 * width, height: 2 * height });
  canvas.getContext("2d").drawImage(image, 0, 0, 2 * width, 2 * height);
  URL.revokeObjectURL(image.src);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

async function picture(one, format) {
  const width = 1280;
  const figure = figureFor(one, width - 80, mapMode.get(one.id) ?? "map");
  const title = wrapped(one.title, 74);
  const notes = [...one.notes.filter((note) => note.kind === "contradiction").map((note) => note.text), [one.source, one.release, page.brand].join(" · ")].flatMap((text) => wrapped(text, 140).split("<br>"));
  const above = 96 + 38 * title.split("<br>").length;
  const below = Math.max(40 + 22 * notes.length, QR + 60);
  const { layout } = figure;
  const color = palette();
  layout.width = width;
  layout.height = layout.height + above + below;
  layout.paper_bgcolor = color("paper");
  layout.plot_bgcolor = color("paper");
  layout.margin = { ...layout.margin, t: (layout.margin.t ?? 0) + above, b: (layout.margin.b ?? 0) + below, l: layout.margin.l + 40, r: layout.margin.r + 40 };
  layout.title = { text: `<b>${title}</b>`, font: { size: 28, color: color("text") }, x: 40 / width, xanchor: "left", y: 1 - 48 / layout.height, yanchor: "top", yref: "container",
    subtitle: { text: one.subtitle, font: { size: 17, color: color("muted") } } };
  const [qr, address] = await Promise.all([receiptMark(one), Plotly.toImage({ data: figure.data, layout, config: {} }, { format: "svg", width, height: layout.height })]);
  const svg = decodeURIComponent(address.slice(address.indexOf(",") + 1)).replace(/<\/svg>\s*$/, `${pictureFoot(one, notes, qr, width, layout.height, below)}</svg>`);
  const file = format === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await asPng(svg, width, layout.height);
  const link = URL.createObjectURL(file);
  h("a", { href: link, download: `${anchor(one.id)}_${Object.values(page.view).join("_")}.${format}` }).click();
  setTimeout(() => URL.revokeObjectURL(link), 60000);
}

let resizing;
new ResizeObserver(() => { clearTimeout(resizing); resizing = setTimeout(() => component && draw(), 80); }).observe(document.documentElement);
