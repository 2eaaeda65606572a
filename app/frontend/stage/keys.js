// What keys and fingers do. Decides which deed a key stands for; does none itself.

const SWIPE = 60; // px a finger moves at least
const SCROLL = 200;
const KEYS = {
  ArrowRight: () => go(1), ArrowLeft: () => go(-1), " ": (event) => go(event.shiftKey ? -1 : 1),
  PageDown: () => go(1), PageUp: () => go(-1), Enter: () => go(1), Backspace: () => go(-1),
  Home: () => show(0), End: () => show(slides().length - 1), ArrowDown: () => scrollTable(SCROLL), ArrowUp: () => scrollTable(-SCROLL),
  f: full, l: () => speak(nextLanguage()), t: flipTable, d: switchTheme, b: () => black(), ".": () => black(), Escape: leave, "?": () => help(), s: openSecond, p: play,
};
// The same keys on a Cyrillic keyboard: the letter is told by its place.
const PLACES = { KeyF: "f", KeyL: "l", KeyT: "t", KeyD: "d", KeyB: "b", KeyS: "s", KeyP: "p", Slash: "?" };

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const field = event.target.closest?.("input, select, textarea, [contenteditable]");
  if (field) { if (event.key === "Escape") field.blur(); return; }
  if (event.target.closest?.("button, a") && [" ", "Enter"].includes(event.key)) return;
  const act = KEYS[event.key] ?? KEYS[event.key.toLowerCase()] ?? (event.code === "Slash" && !event.shiftKey ? null : KEYS[PLACES[event.code]]);
  if (!act) return;
  event.preventDefault();
  if (notesWindow && window.opener) steerFirst(event);
  else obey(act, event);
});

// The second window steers the first, which tells it where the show stands.
function steerFirst({ key, code, shiftKey }) {
  window.opener.postMessage({ union: "key", key: key.length === 1 && PLACES[code] ? PLACES[code] : key, shiftKey }, "*");
}

// Any key lights a black screen; those that only end something then end nothing else.
function obey(act, event) {
  const dark = isBlack();
  if (dark) black(false);
  if (!dark || ![KEYS.b, KEYS["."], leave].includes(act)) act(event);
}

// A finger's swipe is a step.
let touched = null;
addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch" ? event.clientX : null; });
addEventListener("pointerup", (event) => {
  if (touched !== null && Math.abs(event.clientX - touched) > SWIPE) go(event.clientX < touched ? 1 : -1);
  touched = null;
});
