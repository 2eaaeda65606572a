// How a view is written in an address. Reads no address and changes none.

/** @typedef {Record<string, string | undefined>} Parameters */

// Written as Python writes it: Streamlit compares the two letter by letter and takes any difference
// for another view to go back to.
/** @type {(parameters: Parameters) => string} */
export function encoded(parameters) {
  const given = /** @type {[string, string][]} */ (
    Object.entries(parameters).filter(([, value]) => value)
  );
  return new URLSearchParams(given).toString().replaceAll("%7E", "~").replaceAll("*", "%2A");
}

// In a link that people see, exhibits stand as they are named: `safety/deaths~KZ-47`, not
// `safety%2Fdeaths~KZ-47`.
/** @type {(parameters: Parameters) => string} */
export const written = (parameters) =>
  encoded(parameters).replaceAll("%2F", "/").replaceAll("%2C", ",");

// The codes of a list in an address.
/** @type {(text: string | null) => string[]} */
export const listed = (text) => (text ?? "").split(",").filter(Boolean);

// How an exhibit is named as a place on its page.
/** @type {(id: string) => string} */
export const anchor = (id) => id.replace("/", "-");
