// Shows a story slide by slide: from the server (/present) or out of one file. Computes no number.

import "./bar.js";
import "./hands.js";
import { geometryLoaded, giveGeometry } from "../shared/geometry.js";
import { deck, hasMaps, loadOthers } from "./deck.js";
import { offerNewRelease, POLL, watch } from "./live.js";
import { tellMessage } from "./messages.js";
import { beginNotes } from "./notes.js";
import { fit, isAlone, isSecond } from "./screen.js";
import { awake, playing, show } from "./show.js";

// Type and outlines are here before the first slide is measured.
async function ready() {
  const { ready: libraries, geo, geometry } = window.unionIndicators;
  await libraries;
  const fonts = ["400 20px", "700 20px"].map((font) =>
    document.fonts.load(`${font} "Source Sans"`),
  );
  await Promise.all(fonts).catch(() => {
    /* the browser has another sans-serif */
  });
  if (geometry) giveGeometry(geometry);
  else if (hasMaps()) await geometryLoaded(geo);
}

async function begin() {
  await ready();
  if (isSecond) return beginNotes();
  offerNewRelease();
  addEventListener("resize", fit);
  fit();
  show((Number(location.hash.slice(1)) || 1) - 1);
  if (deck().messages.length) tellMessage(deck().messages.join(" "));
  if (playing) awake();
  if (isAlone) return;
  loadOthers();
  setInterval(watch, POLL);
}

begin();
