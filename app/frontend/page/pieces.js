// Puts a page together from what has just come and what came before: an exhibit that the server
// knows to be here comes without what it holds itself. Asks for nothing and draws nothing.

const MOST = 4000; // pieces kept: more than the server counts on (app/screen/pieces.py)

/** What pieces hold themselves, by digest, the last ones used last. */
const kept = /** @type {Map<string, object>} */ (new Map());

/** A page needs a piece that is not here. */
export class Lost extends Error {}

/**
 * A page as it is whole; what it brings is kept. Throws Lost if a piece is missing. `page` is what
 * has been sent: in it an object with a `piece` is one, its `own` what it holds itself.
 * @type {(page: any, pieces?: Map<string, object>, most?: number) => any}
 */
export function together(page, pieces = kept, most = MOST) {
  const whole = joined(page, pieces);
  for (const digest of pieces.keys()) {
    if (pieces.size <= most) break;
    pieces.delete(digest);
  }
  return whole;
}

/** @type {(sent: any, pieces: Map<string, object>) => any} */
function joined(sent, pieces) {
  if (Array.isArray(sent)) return sent.map((part) => joined(part, pieces));
  if (!sent || typeof sent !== "object") return sent;
  if (!("piece" in sent))
    return Object.fromEntries(
      Object.entries(sent).map(([name, part]) => [name, joined(part, pieces)]),
    );
  const { piece, own = pieces.get(piece), ...here } = sent;
  if (!own) throw new Lost(piece);
  pieces.delete(piece);
  pieces.set(piece, own);
  return { ...own, ...here };
}
