// Shows a story slide by slide: from the server (/present) or out of one file, with the parts in stage/, which stand before it in the asset. Computes no number.

const WIDTH = 1920;
const HEIGHT = 1080;
const ui = window.unionIndicators;
const here = document.documentElement.dataset;
const alone = here.alone === "yes"; // one file, no server
const piece = (id) => document.getElementById(id);
const root = piece("stage");
const theme = () => here.theme;

function fit() {
  const scale = Math.min(innerWidth / WIDTH, innerHeight / HEIGHT);
  root.style.transform = scale === 1 ? "" : `scale(${scale})`;
  root.style.left = `${(innerWidth - WIDTH * scale) / 2}px`;
  root.style.top = `${(innerHeight - HEIGHT * scale) / 2}px`;
}

// Type and outlines are here before the first slide is measured.
async function ready() {
  await ui.ready;
  if (document.fonts?.load) await Promise.all(["400 20px", "700 20px"].map((font) => document.fonts.load(`${font} "Source Sans"`))).catch(() => {});
  if (ui.geometry) geo = ui.geometry;
  else if ([...decks.values()].some((one) => one.slides.some((slide) => slide.kind === "map"))) await geometryLoaded(ui.geo);
}

async function begin() {
  await ready();
  if (notesWindow) return beginSecond();
  offerNewRelease();
  addEventListener("resize", fit);
  fit();
  show((Number(location.hash.slice(1)) || 1) - 1);
  if (deck().messages.length) tellMessage(deck().messages.join(" "));
  if (playing) awake();
  if (alone) return;
  loadOthers();
  setInterval(watch, POLL);
}

begin();
