// A slide's chart: the card's figure, grown as far as it fits. Computes no number and changes no word.

const LEAST_LABEL = 24;
const STEP = 0.05; // from one size tried to the next
const LARGEST = 2.35; // labels of 13 and 14 become 30 and 33
const COLUMN = 400; // what a column of a long list needs, in the pixels of a card
const NAMED_COLUMNS = 6; // of a matrix in two parts: with more, its rows have codes for names
const TIGHT = { ranking: 0.76, pairs: 0.72, composition: 0.6, flow: 0.6, gap: 0.84, target: 0.6, matrix: 0.84, timeline: 0.7, network: 0.66 }; // of a card's height
const TIGHT_ELSE = 0.8;
const STRETCHED = new Set(["trend", "change", "map"]); // kinds that take all the height there is
const MOST_STRETCH = 1.5; // of a card's height, for the other kinds: rows further apart would no longer be one list

function drawInto(plot, slide) {
  const list = namedPlaces(slide);
  plot.replaceChildren(...(list ? [list] : []));
  const figures = fitted(slide, plot.clientWidth - (list?.offsetWidth ?? 0), plot.clientHeight);
  const boxes = figures.map(({ layout }) => {
    const box = h("div", {});
    box.style.width = `${layout.width}px`;
    box.style.height = `${layout.height}px`;
    return box;
  });
  plot.prepend(...boxes);
  figures.forEach(({ data, layout }, index) => Plotly.newPlot(boxes[index], data, layout, { displayModeBar: false, responsive: false, doubleClick: false, showTips: false }));
}

// The largest scale at which a card's figure fits; long lists stand in two or three columns before their labels would become too small.
function fitted(slide, width, height) {
  const steps = Math.max(1, Math.floor((LARGEST - LEAST_LABEL / smallestType(slide.figure)) / STEP + 1e-9) + 1);
  let found;
  for (let columns = 1; columns <= mostColumns(slide.figure) && !found?.fits; columns++) {
    const parts = inColumns(slide.figure, columns);
    found = firstFitting(steps, (step) => drawnAt(slide, parts, width / columns, height, LARGEST - step * STEP));
  }
  const { drawn, parts, room, scale } = found;
  const natural = Math.max(...drawn.map((figure) => figure.layout.height));
  const high = Math.min(height / scale, STRETCHED.has(slide.kind) ? Infinity : natural * MOST_STRETCH);
  return drawn.map((figure, index) => scaled(settled(figure, room, high * parts[index].share), scale));
}

// The larger the scale, the less fits: the first step that does is found by halving; if none does, the last.
function firstFitting(steps, tried) {
  let [low, high, found] = [0, steps - 1, null];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = tried(middle);
    if (one.fits) [high, found] = [middle, one];
    else low = middle + 1;
  }
  return found ?? tried(low);
}

function drawnAt(slide, parts, width, height, scale) {
  const room = width / scale;
  const narrow = parts.length > 1 && slide.figure.layout.meta?.narrow_columns?.length > NAMED_COLUMNS ? Infinity : COLUMN;
  const drawn = parts.map((figure) => figureFor({ ...slide, figure }, room, "map", { grow: false, narrow }));
  const broken = ({ layout }) => parts.length > 1 && layout.yaxis.ticktext?.some((text) => text.includes("<br>"));
  const needed = (figure) => (figure.layout.meta?.map ? 1 : figure.layout.height * (broken(figure) ? 1 : TIGHT[slide.kind] ?? TIGHT_ELSE));
  return { drawn, parts, room, scale, fits: Math.max(...drawn.map(needed)) <= height / scale };
}

// The smallest type of a figure as a card has it, in pixels.
function smallestType(figure) {
  let least = Infinity;
  const look = (value) => {
    if (Array.isArray(value)) value.forEach(look);
    else if (value && typeof value === "object") for (const [name, item] of Object.entries(value)) {
      if (/font$/.test(name) && typeof item?.size === "number") least = Math.min(least, item.size);
      else look(item);
    }
  };
  look(figure.data.filter((trace) => trace.name !== "only:tiles" && trace.name !== "only:narrow"));
  const { hoverlabel, ...layout } = figure.layout;
  look(layout);
  return least;
}

// Everything that Plotly measures in pixels grows alike: type, lines, marks, margins.
const PIXELS = new Set(["size", "width", "height", "xshift", "yshift", "l", "r", "t", "b", "pad", "zerolinewidth"]);
function scaled(value, by, name = "") {
  if (typeof value === "number") return PIXELS.has(name) ? value * by : value;
  if (Array.isArray(value)) return value.map((item) => scaled(item, by, name));
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, scaled(item, by, key)]));
  return value;
}
