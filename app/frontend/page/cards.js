// One exhibit as a card: finding, chart's box, table, source line, links to take it along. Draws no chart.

const SHOWN_NOTES = 4;
const WORDY = new Set(["table", "timeline"]); // kinds whose table is always open: their rows are sentences
const cards = new Map(); // exhibit id -> { node, hash, lang }

function card(one) {
  const stamp = `${one.hash}|${one.unfollowed}|${one.highlight}|${one.release}|${one.size}|${one.code}|${page.lang}`;
  const kept = cards.get(one.id);
  if (kept?.stamp === stamp) return kept.node;
  const node = h("article", { class: `card ${one.size} ${one.kind}`, id: anchor(one.id), "aria-labelledby": `t-${anchor(one.id)}` },
    h("h3", { id: `t-${anchor(one.id)}` }, one.title),
    h("p", { class: "subtitle" }, [one.subtitle, one.highlight].filter(Boolean).join(" · ")),
    one.unfollowed || one.remark ? h("p", { class: "remark" }, [one.remark, one.unfollowed].filter(Boolean).join(" ")) : null,
    one.kind === "map" && one.figure ? modeSwitch(one) : null,
    one.figure ? keyList(one) : null,
    one.figure ? plotBox(one) : null,
    WORDY.has(one.kind) ? wordTable(one) : null,
    one.notes.slice(0, SHOWN_NOTES).map(noteNode),
    one.notes.length > SHOWN_NOTES ? details(one, "notes", word("more_notes", { count: one.notes.length - SHOWN_NOTES }), () => one.notes.slice(SHOWN_NOTES).map(noteNode)) : null,
    one.failed ? null : foot(one));
  cards.set(one.id, { node, stamp });
  return node;
}

// On a phone a table of three columns and more stands as blocks, as the big tables do.
function wordTable(one) {
  const body = h("div", { class: `scroll ${stacks(one) ? "stacked" : ""}`, tabindex: "0", role: "group", "aria-label": one.title }, table(one));
  if (one.table.rows.length < SEARCHABLE) return body;
  return h("div", { class: "words" }, searchField(one.title, () => body.querySelectorAll("tbody tr")), body);
}

const stacks = (one) => one.kind === "table" && one.table.columns.length > 2;

const noteNode = (note) => h("p", { class: `note ${note.kind}` }, note.text);

function plotBox(one) {
  const kept = drawn.get(one.id);
  const plot = kept?.plot ?? h("div", { class: "plot" });
  plot.setAttribute("role", "img");
  plot.setAttribute("aria-label", one.alt);
  plot.style.height = `${one.figure.layout.height}px`;
  drawn.set(one.id, { ...kept, plot, one });
  return plot;
}

function modeSwitch(one) {
  const mode = mapMode.get(one.id) ?? "map";
  return h("div", { class: "switch", role: "group" }, ["map", "tiles"].map((name) =>
    h("button", { type: "button", "aria-pressed": String(name === mode), "data-focus": `${one.id}-${name}`, onclick: (event) => {
      mapMode.set(one.id, name);
      for (const button of event.target.parentElement.children) button.setAttribute("aria-pressed", String(button === event.target));
      draw();
    } }, word(name === "map" ? "map_shapes" : "map_tiles"))));
}

function foot(one) {
  return h("div", { class: "foot" },
    sourceLine(one, [one.source, one.release].filter(Boolean).join(" · "), one.promises ? promisesLink(one) : null),
    h("div", { class: "actions" },
      WORDY.has(one.kind) ? null : details(one, "table", word("table"), () => h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": `${word("open_table")}: ${one.title}` }, table(one))),
      details(one, "definition", word("definition"), () => h("p", {}, one.definition)),
      details(one, "download", word("download"), () => h("p", { class: "downloads" },
        Object.entries(one.files).map(([label, path]) => h("a", { href: path, download: "", class: "file", onclick: (event) => { event.target.href = `${path}?${query()}`; } }, label)),
        one.figure ? ["PNG", "SVG"].map((label) => h("button", { type: "button", class: "file", onclick: () => picture(one, label.toLowerCase()) }, label)) : null,
        ordered(["PPTX", "PDF", "HTML"], { exhibit: one.id }, one.title))),
      h("button", { type: "button", class: "quiet", "data-focus": `link-${one.id}`, onclick: (event) => copyLink(one, event.target) }, word("link")),
      details(one, "embed", word("embed"), () => embedField(one, one.title)),
      way(`./present?exhibit=${one.id}`, { class: "quiet", "data-focus": `present-${one.id}` }, word("present")),
      pinButton(one, one.title)));
}

// The code at the end of a source line leads to everything about the number: definition, formula, source, release.
function sourceLine(one, text, further) {
  const said = word("receipt_link", { code: one.code });
  return h("p", { class: "source" }, `${text} · `, h("a", { class: "code", href: `./r/${one.code}?lang=${page.lang}`, title: said, "aria-label": said }, one.code), further ? [" · ", further] : null);
}

// To what the documents promise of an exhibit: the list of promises, filtered by it.
function promisesLink(one) {
  const to = `./promises?exhibit=${one.id}`;
  return pageLink({ page: "promises", href: `${to}&${written(page.view)}#commitments`, wanted: { exhibit: one.id } }, { "data-way": to, "data-focus": `promises-${one.id}` }, `${word("promises_page")}: ${one.promises}`);
}

// A link out of the page keeps the view of the moment, also on a card that stayed as it was when the view changed.
const way = (address, attributes, text) => h("a", { ...attributes, "data-way": address, href: `${address}&${written(page.view)}` }, text);

function pointWays(root) {
  for (const link of root.querySelectorAll("[data-way]")) link.href = `${link.dataset.way}&${written(page.view)}`;
  for (const field of root.querySelectorAll("[data-embed]")) field.value = field.snippet();
}

function embedField(one, title) {
  const field = h("textarea", { class: "embed", readonly: true, rows: "4", "data-embed": "", "aria-label": `${word("embed_code")}: ${title}`, onfocus: () => field.select() });
  field.snippet = () => {
    const frame = h("iframe", { src: new URL(`${one.embed.address}?${written(page.view)}`, location.href).href, width: "100%", height: one.embed.height, style: "border:0", loading: "lazy", title: title.replaceAll("\u00a0", " ") });
    return frame.outerHTML;
  };
  field.value = field.snippet();
  return [field, h("button", { type: "button", class: "file", "data-focus": `embed-copy-${one.id}`, onclick: (event) => copied(field.value, event.target, word("copy")) }, word("copy"))];
}

function details(one, name, label, content) {
  const id = `${one.id}:${name}`;
  const node = h("details", { open: open.has(id), onkeydown: closeOnEscape, ontoggle: (event) => {
    if (event.target.open) { open.add(id); fill(); } else open.delete(id);
  } }, h("summary", { "data-focus": id }, label));
  const fill = () => node.children.length === 1 && node.append(h("div", { class: "opened" }, content()));
  if (open.has(id)) fill();
  return node;
}

function closeOnEscape(event) {
  if (event.key !== "Escape" || !event.currentTarget.open) return;
  event.currentTarget.open = false;
  event.currentTarget.firstElementChild.focus();
}

function table(one) {
  const { columns, numeric, rows, picks } = one.table;
  const filter = one.pick;
  const choices = new Map(page.filters.find((item) => item.name === filter)?.options ?? []);
  return h("table", {}, h("caption", { class: "sr" }, one.title),
    h("thead", {}, h("tr", {}, columns.map((column, index) => h("th", { scope: "col", class: numeric[index] ? "number" : null }, column)))),
    h("tbody", {}, rows.map((row, place) => h("tr", { class: filter && picks[place] === page.view[filter] && page.view[filter] ? "picked" : null }, row.map((cell, index) => {
      const code = picks?.[place];
      const pickable = filter && choices.has(code) && code && index === pickColumn(row, numeric);
      return h(index ? "td" : "th", { scope: index ? null : "row", class: numeric[index] ? "number" : null, "data-label": index && cell && stacks(one) ? columns[index] : null },
        pickable ? h("button", { type: "button", class: "pick", "data-focus": `${one.id}-${code}`, title: word("pick", { what: choices.get(code) }), onclick: () => pick(filter, code, one.id) }, cell) : cell);
    })))));
}

// The name of a region or sector stands in the last column of words before the numbers begin.
function pickColumn(row, numeric) {
  return Math.max(0, Math.min(row.length, numeric.indexOf(true)) - 1);
}

function copyLink(one, button) {
  copied(new URL(`${location.pathname}?${query()}#${anchor(one.id)}`, location.href).href, button, word("link"));
  history.replaceState(history.state, "", `#${anchor(one.id)}`);
}

async function copied(text, button, label) {
  try { await navigator.clipboard.writeText(text); } catch {
    const field = h("textarea", { class: "sr" });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    button.focus({ preventScroll: true });
  }
  button.textContent = word("link_copied");
  setTimeout(() => { button.textContent = label; }, 2000);
}
