// Charts of the cards in sight, drawn as they come near, and what a click on them picks. Their figures come from charts.js.

const PAPER = 832; // the width of a chart on a sheet of A4, in CSS pixels at the size at which app.css prints
const drawn = new Map(); // exhibit id -> { plot, hash, theme, width, mode }
const mapMode = new Map(); // exhibit id -> "map" | "tiles"

function needsGeo() {
  return [...drawn.values()].some((item) => item.one.figure.layout.meta?.map && item.plot.isConnected);
}

async function loaded() {
  await ui.ready;
  if (needsGeo()) await geometryLoaded(ui.geo);
}

// Charts are drawn when they come near the screen: first those in sight, then, one by one, those a screen away.
let round = 0;
async function draw() {
  const mine = ++round;
  await loaded();
  if (mine !== round) return;
  const near = [];
  for (const [id, item] of drawn) {
    if (!item.plot.isConnected || !stale(item)) continue;
    const { top, bottom } = item.plot.getBoundingClientRect();
    if (bottom > -60 && top < innerHeight + 60) near.unshift([id, true]);
    else if (ui.eager || (bottom > -innerHeight && top < 2 * innerHeight)) near.push([id, false]);
  }
  for (const [id, inSight] of near.sort((one, other) => other[1] - one[1])) {
    if (!inSight) await new Promise((go) => setTimeout(go));
    if (mine !== round) return;
    drawOne(id);
  }
}

let scrolling;
addEventListener("resize", () => component && draw());
addEventListener("scroll", () => { clearTimeout(scrolling); scrolling = setTimeout(() => component && draw(), 40); }, { passive: true, capture: true });

function stale(item) {
  return item.hash !== item.one.hash || item.theme !== theme() || item.width !== widthOf(item.plot) || item.mode !== (mapMode.get(item.one.id) ?? "map");
}

const widthOf = (plot) => (ui.paper && plot.clientWidth ? PAPER : plot.clientWidth);

function drawOne(id) {
  const item = drawn.get(id);
  const mode = mapMode.get(id) ?? "map";
  const width = widthOf(item.plot);
  if (!width) return;
  const figure = figureFor(item.one, width, mode, ui.paper ? { grow: false } : {});
  if (!figure) return;
  item.plot.style.height = `${figure.layout.height}px`;
  item.plot.previousElementSibling?.classList.toggle("shown", figure.abbreviated);
  Plotly.react(item.plot, figure.data, figure.layout, { displayModeBar: false, responsive: false, doubleClick: false, showTips: false });
  Object.assign(item, { hash: item.one.hash, theme: theme(), width, mode });
  if (!item.wired) wire(item);
}

function wire(item) {
  item.wired = true;
  item.plot.on("plotly_click", (event) => {
    const code = event.points[0]?.customdata;
    if (item.one.pick && typeof code === "string" && !item.one.figure.layout.meta?.map) pickIfKnown(item.one.pick, code, item.one.id);
  });
  item.plot.addEventListener("click", (event) => {
    if (!item.one.figure.layout.meta?.map) return;
    const place = regionAt(item, event);
    if (place) pickIfKnown("region", place, item.one.id);
  });
}

function pickIfKnown(filter, code, id) {
  const options = page.filters.find((one) => one.name === filter)?.options ?? [];
  if (options.some(([known]) => known && known === code)) pick(filter, code, id);
}

// Plotly tells of clicks on points, not inside shapes: which region lies under the pointer is looked up here.
function regionAt(item, event) {
  const { xaxis, yaxis } = item.plot._fullLayout;
  const box = item.plot.querySelector(".svg-container").getBoundingClientRect();
  const x = xaxis.p2l(event.clientX - box.left - xaxis._offset);
  const y = yaxis.p2l(event.clientY - box.top - yaxis._offset);
  const mode = mapMode.get(item.one.id) ?? "map";
  const shapes = geometry(mode);
  if (mode === "map") {
    for (const place of ["KZ-71", "KZ-75", "KZ-79"]) {
      const at = shapes[place].label;
      if (Math.hypot(at.x - x, at.y - y) < (11 * 1012) / xaxis._length) return place;
    }
  }
  return Object.keys(shapes).find((place) => inside(shapes[place].shape, x, y));
}

function inside({ x, y }, px, py) {
  let odd = false;
  for (let i = 0, j = -1; i < x.length; j = i++) {
    if (x[i] === null || j < 0 || x[j] === null) continue;
    if (y[i] > py !== y[j] > py && px < ((x[j] - x[i]) * (py - y[i])) / (y[j] - y[i]) + x[i]) odd = !odd;
  }
  return odd;
}
