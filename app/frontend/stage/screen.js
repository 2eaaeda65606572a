// The screen a show is on: its size, its fixed places, and whether it is the speaker's own window
// or one file without a server.

export const WIDTH = 1920;
export const HEIGHT = 1080;

export const isAlone = document.documentElement.dataset.alone === "yes"; // one file, no server
export const isSecond = location.hash === "#notes"; // the speaker's own window

/** @type {(id: string) => HTMLElement} */
export const piece = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

export const root = piece("stage");

export function fit() {
  const scale = Math.min(innerWidth / WIDTH, innerHeight / HEIGHT);
  root.style.transform = scale === 1 ? "" : `scale(${scale})`;
  root.style.left = `${(innerWidth - WIDTH * scale) / 2}px`;
  root.style.top = `${(innerHeight - HEIGHT * scale) / 2}px`;
}
