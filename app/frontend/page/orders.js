// Files that take a while: orders them, shows how far they are, fetches or stops them.

const FILE_POLL = 300;
const FILE_SAID = 6000; // how long a finished file stays on the strip, in ms

function ordered(kinds, what, title) {
  const [id] = Object.values(what);
  return kinds.map((kind) => h("button", { type: "button", class: "file", "data-focus": `file-${kind}-${what.show ? "own" : id}`, "aria-label": `${kind}: ${title}`,
    onclick: (event) => order(kind, what, title, event.currentTarget) }, kind));
}

async function order(kind, what, title, from) {
  const job = jobRow(`${title} · ${kind}`, from);
  ui.strip.append(job.node);
  tellJob(job, { state: "waiting" });
  try {
    const answer = await fetch(`./api/files?${written({ ...page.view, kind: kind.toLowerCase(), ...what })}`, { method: "POST" });
    const told = await answer.json();
    job.id = told.id;
    if (job.ended) stopJob(job);
    else if (answer.ok) followJob(job);
    else tellJob(job, { state: "failed", said: told.said });
  } catch { if (!job.ended) tellJob(job, { state: "failed", said: word("file_failed") }); }
}

async function followJob(job) {
  while (!job.ended) {
    await new Promise((go) => setTimeout(go, FILE_POLL));
    if (job.ended) return;
    try {
      const answer = await fetch(`./api/files/${job.id}?lang=${page.lang}`, { cache: "no-store", signal: AbortSignal.timeout(5000) });
      const told = await answer.json();
      if (!job.ended) tellJob(job, told);
    } catch { if (!job.ended) tellJob(job, { state: "lost" }); }
  }
}

function jobRow(title, from) {
  const job = { title, from, ended: false, bar: h("progress", { "aria-label": title }), said: h("span", { class: "said" }) };
  job.button = h("button", { type: "button", class: "quiet", onclick: () => endJob(job) });
  job.node = h("div", { class: "job" }, h("p", {}, title), job.bar, job.said, job.button);
  return job;
}

function tellJob(job, { state, done = 0, all = 0, file = "", said = "" }) {
  const { bar, button, node } = job;
  const going = state === "waiting" || state === "working" || state === "lost";
  const words = state === "working" ? word("file_done", { done, all }) : { waiting: word("file_waiting"), lost: word("file_offline"), ready: word("file_ready"), failed: said || word("file_failed") }[state];
  if (state === "cancelled") return endJob(job);
  if (state === "working") Object.assign(bar, { max: all, value: done });
  bar.setAttribute("aria-valuetext", words);
  bar.hidden = !going;
  // Each step is on the bar for who asks; only what changes matters is read aloud.
  if (state === "working") job.said.setAttribute("aria-hidden", "true"); else job.said.removeAttribute("aria-hidden");
  if (job.said.textContent !== words) job.said.textContent = words;
  node.className = `job ${state}`;
  button.textContent = word(going ? "cancel" : "dismiss");
  button.setAttribute("aria-label", `${button.textContent}: ${job.title}`);
  if (going) return;
  job.ended = job.finished = true;
  if (state === "ready") {
    h("a", { href: file, download: "" }).click();
    setTimeout(() => endJob(job), FILE_SAID);
  }
}

// The row goes at once; who stood on its button stands again where the file was ordered.
function endJob(job) {
  const stood = job.node.contains(document.activeElement);
  job.node.remove();
  job.ended = true;
  if (!job.finished) stopJob(job);
  if (stood) (job.from.isConnected ? job.from : document.querySelector(`[data-focus="${CSS.escape(job.from.dataset.focus)}"]`))?.focus({ preventScroll: true });
}

function stopJob(job) {
  if (job.id) fetch(`./api/files/${job.id}`, { method: "DELETE" }).catch(() => { /* the server forgets it by itself */ });
}
