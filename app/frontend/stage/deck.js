// The slides in each language and the link they came by: loads, changes filters and language. Draws nothing.

const decks = new Map(Object.entries(JSON.parse(document.getElementById("decks").textContent))); // language -> deck
let lang = document.documentElement.lang;

const deck = () => decks.get(lang);
const slides = () => deck().slides;
const word = (key, slots = {}) => Object.entries(slots).reduce((text, [name, value]) => text.replace(`{${name}}`, value), deck().words[key]);
const nextLanguage = () => { const codes = deck().langs.map(({ code }) => code); return codes[(codes.indexOf(lang) + 1) % codes.length]; };

// What the link asks for, with changes; an empty value takes its name out.
function asked(changes = {}) {
  const parameters = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) value ? parameters.set(name, value) : parameters.delete(name);
  return parameters;
}

function rewriteLink(changes) {
  if (!alone) history.replaceState(null, "", `${location.pathname}?${asked(changes)}${location.hash}`);
}

async function load(code, changes = {}) {
  if (alone) return false;
  try {
    const answer = await fetch(`./api/deck?${asked({ ...changes, lang: code })}`, { cache: "no-store", signal: AbortSignal.timeout(20000) });
    if (!answer.ok) return false;
    decks.set(code, await answer.json());
    return true;
  } catch { return false; }
}

// The other languages come while nobody waits for them, so that L answers at once, also without a connection.
async function loadOthers() {
  for (const { code } of deck().langs) if (!decks.has(code)) await load(code);
}

function useLanguage(code) {
  lang = code;
  document.documentElement.lang = code;
}

async function speak(code) {
  if (!decks.has(code) && !(await load(code))) return tellMessage(word("no_connection_filter"));
  useLanguage(code);
  rewriteLink({ lang: code });
  show(at);
  if (!piece("help").hidden) help(true);
  loadOthers();
}

async function choose(changes) {
  if (!(await load(lang, changes))) return tellMessage(word("no_connection_filter"));
  rewriteLink(changes);
  renewed();
}

// Other numbers: what was drawn and what was loaded in other languages no longer holds.
function renewed() {
  for (const code of [...decks.keys()]) if (code !== lang) decks.delete(code);
  forgetDrawn();
  show(at);
  loadOthers();
}
