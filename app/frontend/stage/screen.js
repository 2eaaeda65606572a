// The screen a show is on: its size, its fixed places, and whether it is the speaker's own window
// or one file without a server.

export const WIDTH = 1920;
export const HEIGHT = 1080;

export const isAlone = document.documentElement.dataset.alone === "yes"; // one file, no server
export const isSecond = location.hash === "#notes"; // the speaker's own window

/** @type {(id: string) => HTMLElement} */
export const piece = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

export const root = piece("stage");

// By the width of the layout: on a phone `innerWidth` grows with what stands in it, the stage itself.
export function fit() {
  const { clientWidth, clientHeight } = document.documentElement;
  const scale = Math.min(clientWidth / WIDTH, clientHeight / HEIGHT);
  root.style.transform = scale === 1 ? "" : `scale(${scale})`;
  root.style.left = `${(clientWidth - WIDTH * scale) / 2}px`;
  root.style.top = `${(clientHeight - HEIGHT * scale) / 2}px`;
}
