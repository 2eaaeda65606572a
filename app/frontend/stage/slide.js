// One slide as nodes, and how large its words may be. Draws no chart and knows nothing of the show.

const TITLES = [58, 52, 46, 40]; // title sizes, the first that leaves the chart its room
const NUMBERS = [280, 240, 210, 170, 130]; // sizes of a headline number, the first that stays on one line
const CELLS = [40, 36, 32, 30, 28, 26, 24]; // sizes of a table, the first at which all of it is seen
const DOUBT = 110; // px: a longer doubt would take the chart's room
const SIGNS = { contradiction: "≠\u00a0", partial: "○\u00a0" }; // the second is the hollow mark of a line

function slideNode(slide) {
  const table = tabled && slide.table?.rows.length;
  const subtitle = slide.subtitle ? [slide.subtitle, slide.highlight].filter(Boolean).join(" · ") : "";
  const remark = [slide.remark, slide.unfollowed].filter(Boolean).join(" ");
  return h("section", { class: `slide ${slide.kind}`, "aria-label": `${word("stage_slide")} ${slide.number}` },
    h("header", {}, h("h1", {}, kept(slide.title)), subtitle ? h("p", { class: "subtitle" }, kept(subtitle)) : null, remark ? h("p", { class: "remark" }, kept(remark)) : null),
    bodyNodes(slide, table), doubts(slide, table), footNode(slide));
}

function bodyNodes(slide, table) {
  if (slide.missing) return [h("div", { class: "body" })];
  if (slide.tile && !table) return [tileNode(slide.tile)];
  if (slide.figure && !table) return [keyList(slide), h("div", { class: "body plot", role: "img", "aria-label": slide.alt })];
  return [tableNode(slide)];
}

function footNode(slide) {
  const receipt = () => h("a", { href: slide.address, target: "_blank", rel: "noopener", tabindex: "-1" }, slide.code);
  return h("footer", {},
    h("div", { class: "said" }, h("p", { class: "source" }, [slide.source, slide.release].filter(Boolean).join(" · ")),
      slide.code ? h("p", { class: "code" }, `${word("receipt")}: `, receipt()) : null),
    h("p", { class: "count" }, `${slide.number} / ${slides().length}`), slide.qr ? qrNode(slide.qr, slide.address) : null);
}

// What belongs together stays on one line: "4,5 → 2,6 млрд ₸", "— 26", "82,0 (2022)", "26%-ға", "2-е"; none begins with an arrow, a dash or a ₸.
const kept = (text) => text.replace(/ (?=[→—–₸])/g, "\u00a0").replace(/([→—–]) (?=[\d−+])/g, "$1\u00a0").replace(/(\d) (?=\p{L})/gu, "$1\u00a0")
  .replace(/(\d%?) (?=\(\d)/g, "$1\u00a0").replace(/([\d%])-(?=\p{L})/gu, "$1\u2011");

function tileNode(tile) {
  const sign = { up: "▲", down: "▼", same: "=" }[tile.direction] ?? "";
  const judged = tile.judgement_word ? ` · ${tile.judgement_word}` : "";
  return h("div", { class: "body number" }, h("p", { class: "value" }, tile.value),
    tile.delta ? h("p", { class: `delta ${tile.judgement}` }, h("span", { "aria-hidden": "true" }, sign), ` ${tile.delta}`, judged) : null,
    tile.before ? h("p", { class: "before" }, tile.before) : null,
    [tile.target, tile.country, tile.remark].filter(Boolean).map((text) => h("p", { class: "beside" }, text)));
}

function tableNode({ table, title }) {
  const figure = (index) => (table.numeric[index] ? "figure" : null);
  const head = table.columns.map((column, index) => h("th", { scope: "col", class: figure(index) }, column));
  const cells = (row) => row.map((cell, index) => h(index ? "td" : "th", { scope: index ? null : "row", class: figure(index) }, cell));
  return h("div", { class: "body table", tabindex: "-1", role: "group", "aria-label": `${word("table")}: ${title}` },
    h("table", {}, h("thead", {}, h("tr", {}, head)), h("tbody", {}, table.rows.map((row) => h("tr", {}, cells(row))))));
}

// What the document says against itself stands on the slide; what finds no room there stands in the table's view and in the receipt.
function doubts(slide, table) {
  if (slide.missing) return [];
  const line = (note, more) => h("p", { class: `doubt ${note.kind}`, "data-more": more }, kept(`${SIGNS[note.kind] ?? ""}${note.text}`));
  if (table) return slide.notes.map((note) => line(note, 0));
  const of = (kind) => slide.notes.filter((note) => note.kind === kind);
  const against = of("contradiction");
  const hollow = slide.kind === "trend" ? of("partial") : [];
  return [...hollow.slice(0, 1).map((note) => line(note, 0)), ...against.slice(0, 1).map((note) => line(note, against.length - 1))];
}

function qrNode([size, path], address) {
  const drawn = (name, attributes) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [attribute, value] of Object.entries(attributes)) node.setAttribute(attribute, value);
    return node;
  };
  const svg = drawn("svg", { viewBox: `0 0 ${size} ${size}`, "shape-rendering": "crispEdges", role: "img", "aria-label": address });
  svg.append(drawn("path", { d: path }));
  return h("div", { class: "qr" }, svg);
}

// The title is as large as the rest allows; the chart gets what is left, its labels never smaller than can be read from the last row.
function arrange(node, slide) {
  const title = node.querySelector("h1");
  firstSize(title, TITLES, (size) => title.offsetHeight <= size * 1.16 * (size > 46 ? 2.2 : 3.2));
  const number = node.querySelector(".number .value");
  if (number) firstSize(number, NUMBERS, () => number.scrollWidth <= number.clientWidth);
  const doubt = node.querySelector(".doubt.contradiction");
  if (doubt && !tabled) shortenDoubt(doubt);
  const table = node.querySelector(".body.table table");
  if (table) {
    const whole = () => table.offsetHeight <= table.parentElement.clientHeight;
    firstSize(table, CELLS, whole);
    table.parentElement.classList.toggle("more", !whole());
  }
  const plot = node.querySelector(".plot");
  if (plot) drawInto(plot, slide);
}

// Leaves a node at the first of the sizes at which it fits, else at the last.
function firstSize(node, sizes, fits) {
  for (const size of sizes) {
    node.style.fontSize = `${size}px`;
    if (fits(size)) return;
  }
}

function shortenDoubt(doubt) {
  const more = Number(doubt.dataset.more);
  if (doubt.offsetHeight > DOUBT) doubt.textContent = `≠ ${word("doubt")} (T)`;
  else if (more) doubt.append(` ${word("stage_further", { count: more })}`);
}
