// Where a line of a slide may not break. Changes no word.

/**
 * Keeps on one line what belongs together: "4,5 → 2,6 млрд ₸", "— 26", "82,0 (2022)", "26%-ға",
 * "2-е"; none begins with an arrow, a dash or a ₸.
 * @param {string} text
 */
export function kept(text) {
  return text
    .replace(/ (?=[→—–₸])/g, "\u00a0")
    .replace(/([→—–]) (?=[\d−+])/g, "$1\u00a0")
    .replace(/(\d) (?=\p{L})/gu, "$1\u00a0")
    .replace(/(\d%?) (?=\(\d)/g, "$1\u00a0")
    .replace(/([\d%])-(?=\p{L})/gu, "$1\u2011");
}
