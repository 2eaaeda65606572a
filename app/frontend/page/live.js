// The live connection: a new release, a server that is gone and comes back.

const POLL = 4000;
let offline = 0;

let watching;
function watch() {
  watching ??= setInterval(async () => {
    try {
      const answer = await fetch("./api/release", { cache: "no-store", signal: AbortSignal.timeout(3000) });
      const { number } = await answer.json();
      offline = 0;
      if (number !== null && number !== (page.release?.number ?? null) && number !== ui.asked) {
        ui.asked = number;
        ask({});
      }
    } catch { offline += 1; }
    const mark = document.getElementById("offline");
    if (mark) mark.hidden = offline < 2;
  }, POLL);
}

function tellNewRelease() {
  const number = page.release?.number;
  if (number && ui.shown && number > ui.shown) setTimeout(() => { const said = document.getElementById("said"); if (said) said.textContent = word("new_release", { number }); }, 50);
  if (number) ui.shown = number;
}
