// The slide that is shown and what is done with it: step, table, theme, black, full screen, turning by itself. Prepares the next slide ahead.

const STAY = 30; // seconds, where a slide turns by itself and the link does not say how often
const LEAST_STAY = 2;
const layers = new Map(); // stamp -> slide node, drawn
const askedStay = Number(new URLSearchParams(location.search).get("every"));
const stay = Math.max(LEAST_STAY, askedStay || STAY);
let playing = askedStay > 0;
let at = 0;
let tabled = false;
let round = 0; // counts what was shown, so that slides prepared for an earlier one are given up

// What a drawn slide depends on: another stamp, another drawing.
const stamp = (index) => [lang, slides()[index].link, slides()[index].hash ?? "", slides().length, index, theme(), tabled].join("|");

function layer(index) {
  const name = stamp(index);
  if (!layers.has(name)) {
    const node = slideNode(slides()[index]);
    node.inert = true;
    node.style.order = index; // on paper they stand in the story's order
    node.classList.toggle("first", index === 0);
    root.append(node);
    arrange(node, slides()[index]);
    layers.set(name, node);
  }
  return layers.get(name);
}

function show(index) {
  if (!slides().length) return showEmpty();
  at = Math.max(0, Math.min(index, slides().length - 1));
  const node = layer(at);
  for (const other of layers.values()) { other.classList.toggle("current", other === node); other.inert = other !== node; }
  const { title, alt } = slides()[at];
  const place = `${at + 1} / ${slides().length}`;
  document.title = `${place} · ${title}`;
  piece("said").textContent = `${place}. ${title}. ${alt ?? ""}`;
  try { history.replaceState(null, "", `${location.pathname}${location.search}#${at + 1}`); } catch { /* some files may not change their address */ }
  tellSecond();
  bar();
  turn();
  const mine = ++round;
  // The next slide, then the one before, are drawn while the speaker speaks; others are dropped.
  setTimeout(() => mine === round && prepare(mine), 30);
}

function prepare(mine) {
  const [, ...near] = keepOnly([at, (at + 1) % slides().length, Math.max(0, at - 1)]);
  for (const index of near) setTimeout(() => mine === round && layer(index));
}

// Lets go of what was drawn and is not among the slides wanted, in their present language, theme and form; gives the wanted back.
function keepOnly(wanted) {
  const wantedStamps = new Set(wanted.map(stamp));
  for (const [name, node] of layers) if (!wantedStamps.has(name)) { layers.delete(name); node.remove(); }
  return wanted;
}

const forgetDrawn = () => keepOnly([]);

function showEmpty() {
  root.replaceChildren(h("section", { class: "slide current" },
    h("header", {}, h("h1", {}, deck().title || deck().brand), h("p", { class: "subtitle" }, [...deck().messages, word("stage_empty")].join(" "))),
    h("div", { class: "body" }), h("footer", {}, h("p", { class: "source" }, h("a", { href: `./stories?lang=${lang}` }, deck().brand)))));
  bar();
}

// A show that turns by itself begins anew after its last slide; a speaker's stops there.
const go = (step) => show(playing ? (at + step + slides().length) % slides().length : at + step);

function flipTable() { tabled = !tabled; show(at); }

function scrollTable(by) { root.querySelector(".slide.current .body.table")?.scrollBy(0, by); }

function switchTheme() {
  here.theme = theme() === "dark" ? "light" : "dark";
  show(at);
}

const isBlack = () => document.body.classList.contains("black");
function black(on = !isBlack()) { document.body.classList.toggle("black", on); }

function full() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
  awake();
}

// What Esc ends before it ends the show; from the second window it ends no more than that.
const covered = () => tabled || !piece("help").hidden || isBlack();

function leave() {
  if (!piece("help").hidden) return help(false);
  if (isBlack()) return black(false);
  if (tabled) return flipTable();
  if (!alone) location.href = slides()[at]?.href ?? `./stories?lang=${lang}`;
}

// Every slide has its whole time, whoever called it.
let turning;
function turn() {
  clearTimeout(turning);
  if (playing) turning = setTimeout(() => go(1), stay * 1000);
}

function play() {
  playing = !playing;
  if (playing) awake();
  turn();
  bar();
}

// The screen does not go to sleep during a show; hidden and shown again, it has to be asked anew.
function awake() { navigator.wakeLock?.request("screen").catch(() => {}); }
addEventListener("visibilitychange", () => { if (playing || document.fullscreenElement) awake(); });

// On paper every slide is a page.
addEventListener("beforeprint", () => { if (!notesWindow) keepOnly(slides().map((_, index) => index)).forEach(layer); });
