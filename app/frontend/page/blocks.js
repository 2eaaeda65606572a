// The blocks of a page from app/screen.py: tiles, areas, lists, big tables, choices, the explorer's search. Draws no card.

const LONG = 9; // letters from which a headline number is written smaller, so that its unit stands beside it
const SEARCHABLE = 12; // rows from which a table of sentences gets a search field

function block(one) {
  return { tiles, section, contents, lists, area, table: bigTable, choices, explorer, stories, promises: promisesBlock, prose, back }[one.type](one);
}

function tiles(one) {
  const heading = h("h2", { class: "sr" }, word("headline"));
  return h("div", { class: page.page === "front" ? "tiles dozen" : "tiles" }, heading, one.tiles.map((tile) => tileNode(tile, page.page === "front")));
}

function tileNode(tile, linked) {
  const sign = { up: "▲", down: "▼", same: "=" }[tile.direction] ?? "";
  const doubts = tile.notes.filter((note) => note.kind === "contradiction");
  return h("article", { class: "tile", id: anchor(tile.id) },
    tile.kicker ? h("p", { class: "kicker" }, tile.kicker) : null,
    h("h3", { title: tile.definition }, linked ? pageLink(tile, { "data-focus": `tile-${tile.id}` }, tile.label) : tile.label),
    h("p", { class: `value ${tile.value === "—" ? "none" : tile.value.length > LONG ? "long" : ""}` }, tile.value),
    tile.delta ? h("p", { class: `delta ${tile.judgement}` }, h("span", { "aria-hidden": "true" }, sign), ` ${tile.delta}`,
      tile.judgement_word ? h("span", { class: "judged" }, ` · ${tile.judgement_word}`) : tile.direction_word ? h("span", { class: "sr" }, ` ${tile.direction_word}`) : null) : null,
    tile.before ? h("p", { class: "before" }, tile.before) : null,
    tile.target || tile.country || tile.remark ? h("p", { class: "beside" }, [tile.target, tile.country, tile.remark].filter(Boolean).join(" · ")) : null,
    linked || !doubts.length ? null : doubts.map(noteNode),
    h("div", { class: "tile-foot" }, sourceLine(tile, tile.source),
      linked && doubts.length ? h("div", { class: "doubt" }, details(tile, "doubt", word("doubt"), () => doubts.map(noteNode))) : null,
      h("div", { class: "tile-actions" },
        details(tile, "definition", word("definition"), () => [h("p", {}, tile.definition), ...tile.notes.filter((note) => note.kind !== "contradiction").map((note) => h("p", { class: "note" }, note.text))]),
        details(tile, "further", word("further"), () => [
          h("p", {}, way(`./present?exhibit=${tile.id}`, { "data-focus": `present-${tile.id}` }, word("present"))),
          h("p", { class: "downloads" }, ordered(["PPTX", "PDF", "XLSX", "HTML"], { exhibit: tile.id }, tile.label)),
          ...embedField(tile, tile.label)]),
        pinButton(tile, tile.label))));
}

function section(one) {
  return h("section", { "aria-labelledby": `s-${one.id}`, id: one.id }, h("h2", { id: `s-${one.id}` }, one.title), h("div", { class: "grid" }, one.exhibits.map(card)));
}

function area(one) {
  return h("section", { "aria-labelledby": `s-${one.id}`, id: one.id, class: "front-area" },
    h("div", { class: "area-head" }, h("h2", { id: `s-${one.id}` }, one.title), pageLink(one.link, { class: "more", "data-focus": `more-${one.id}` }, `${one.link.label} →`)),
    one.tiles.length ? tiles(one) : null,
    one.exhibits.length ? h("div", { class: "grid" }, one.exhibits.map(card)) : null);
}

function contents(one) {
  return h("nav", { class: "contents", "aria-label": word("contents") }, one.items.map((item) =>
    h("a", { href: `#${item.id}`, "data-focus": `to-${item.id}`, onclick: (event) => { event.preventDefault(); ui.target = item.id; goToAnchor(); } }, item.label)));
}

function lists(one) {
  return h("div", { class: "lists" }, one.lists.map((list) => h("section", { class: `list ${list.wide ? "wide" : ""}` }, h("h2", {}, list.title),
    h("ul", {}, list.items.map((item, index) => h("li", {}, pageLink(item, { "data-focus": `list-${list.title}-${index}` }, item.text),
      item.mark ? h("span", { class: `delta ${item.judgement}` }, ` ${{ up: "▲", down: "▼" }[item.direction] ?? ""} ${item.mark}${item.word ? ` · ${item.word}` : ""}`) : null))),
    list.more ? pageLink(list.more, { class: "more", "data-focus": `list-more-${list.title}` }, `${list.more.label} →`) : null)));
}

function bigTable(one) {
  const body = h("tbody", {}, one.rows.map((row) => bigRow(row, one)));
  const search = one.search ? searchField(one.title, () => body.rows) : null;
  return h("section", { "aria-labelledby": `s-${one.id}`, id: one.id }, h("h2", { id: `s-${one.id}` }, one.title), one.lead ? h("p", { class: "lead" }, one.lead) : null, search,
    one.rows.length ? bigFrame(one, body) : null,
    one.missing ? details(one, "missing", one.missing.label, () => h("ul", { class: "missing" }, one.missing.items.map((item) => h("li", {}, pageLink(item, {}, item.text))))) : null);
}

function bigFrame(one, body) {
  return h("div", { class: `scroll stacked ${one.fit ? "fit" : ""}`, tabindex: "0", role: "group", "aria-label": `${word("table")}: ${one.title ?? page.title}` },
    h("table", { class: `big ${one.shape ?? ""}` }, h("thead", {}, h("tr", {}, one.columns.map((column, index) => h("th", { scope: "col", class: one.numeric?.[index] ? "number" : null }, column)))), body));
}

// On a phone each cell says what it is; of two columns the second needs no label.
function bigRow(row, { columns, numeric }) {
  return h("tr", {}, row.map((cell, index) => h(index ? "td" : "th", { scope: index ? null : "row", class: numeric?.[index] ? "number" : null, "data-label": cell && columns.length > 2 ? columns[index] : null }, cellNode(cell))));
}

const back = (one) => h("p", { class: "ways" }, pageLink(one, { "data-focus": `to-${one.page}` }, `← ${one.text}`));

function choices(one) {
  return h("ul", { class: "choices" }, one.items.map(([code, label]) => h("li", {},
    h("a", { href: `?${query({ [one.filter]: code })}`, "data-focus": `choice-${code}`, onclick: (event) => { event.preventDefault(); choose({ [one.filter]: code }); window.scrollTo(0, 0); } }, label))));
}

// What the explorer looks for stands in the address beside the view; each answer is a hundred rows.
function explorer(one) {
  const state = looked();
  const body = h("tbody");
  const said = h("p", { class: "found", role: "status" });
  const more = h("button", { type: "button", class: "file", hidden: true, "data-focus": "explorer-more", onclick: () => load(body.rows.length) }, word("show_more"));
  const file = h("a", { class: "file", download: "" }, "CSV");
  let latest = 0;
  const load = async (start) => {
    const mine = ++latest;
    const wanted = new URLSearchParams({ ...page.view, ...Object.fromEntries(Object.entries(state).filter(([, value]) => value)) });
    file.href = `${one.file}?${wanted}`;
    rewrite();
    wanted.set("start", start);
    try {
      const answer = await (await fetch(`${one.answer}?${wanted}`)).json();
      if (mine !== latest) return;
      if (!start) body.replaceChildren();
      body.append(...answer.rows.map((row) => bigRow(row, one)));
      said.textContent = answer.said;
      more.hidden = body.rows.length >= answer.count;
    } catch { said.textContent = word("offline"); }
  };
  let typing;
  const search = h("input", { type: "search", id: "explorer-q", value: state.q, "aria-label": word("search"), placeholder: word("search"), "data-focus": "explorer-q", "aria-describedby": "explorer-hint",
    oninput: (event) => { state.q = event.target.value; clearTimeout(typing); typing = setTimeout(() => load(0), 120); } });
  const kind = h("select", { id: "explorer-kind", "data-focus": "explorer-kind", onchange: (event) => { state.kind = event.target.value; load(0); } },
    one.kinds.map(([code, label]) => h("option", { value: code, selected: code === state.kind }, label)));
  load(0);
  return h("section", { "aria-label": page.title, class: "explorer" },
    h("div", { class: "asking" }, search, h("div", { class: "filter" }, h("label", { for: "explorer-kind" }, word("kind")), kind), file),
    h("p", { class: "hint", id: "explorer-hint" }, one.hint), said, bigFrame(one, body), more);
}

function searchField(title, rows) {
  return h("input", { type: "search", "aria-label": `${word("search")}: ${title}`, placeholder: word("search"), oninput: (event) => {
    const wanted = plain(event.target.value);
    for (const row of rows()) row.hidden = !plain(row.textContent).includes(wanted);
  } });
}

const plain = (text) => text.toLowerCase().replace(/ё/g, "е").replace(/ә/g, "а").replace(/ғ/g, "г").replace(/[қ]/g, "к").replace(/ң/g, "н").replace(/ө/g, "о").replace(/[ұү]/g, "у").replace(/һ/g, "х").replace(/і/g, "и");

function cellNode(cell) {
  if (cell && typeof cell === "object") {
    if (cell.links) return h("span", {}, cell.links.flatMap((link, place) => [place ? h("br") : null, pageLink(link, {}, link.text)]));
    if (cell.sign) return stateWord(cell.sign, cell.text);
    if (cell.href) return cell.further ? h("span", {}, pageLink(cell, {}, cell.text), h("span", { class: "further" }, ` · ${cell.further}`)) : pageLink(cell, {}, cell.text);
    if (cell.further !== undefined) return h("span", {}, cell.text, cell.further ? h("span", { class: "further" }, ` · ${cell.further}`) : null);
    return h("span", { class: `status ${cell.status}` }, cell.text);
  }
  return /^https?:/.test(cell) ? h("span", { class: "address" }, cell) : cell;
}
