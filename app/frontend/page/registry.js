// Who draws a block, and what is particular about a page. Blocks and pages register themselves
// here; nothing else knows them by name.

/** @import { Block, Blocks, BlockType } from "../shared/payload.js" */

/**
 * What is particular about a page; most have nothing of their own.
 * @typedef {object} PageKind
 * @property {string} [path] its address, where that is not its name
 * @property {() => string} [title] what the browser's tab says, where that is not the page's title
 * @property {() => Record<string, string>} [beside] what stands in the address beside the view
 * @property {() => void} [forget] lets go of what stands beside the view: the address has another
 * @property {() => void} [left] lets go of what only this page needs: another one is on the screen
 * @property {() => Node} [mark] what stands behind its name in the menu
 */

/** @type {Map<string, (one: any) => Node>} */
const blocks = new Map();
/** @type {Map<string, PageKind>} */
const kinds = new Map();

/**
 * @template {BlockType} Type
 * @param {Type} type
 * @param {(one: Blocks[Type]) => Node} draw
 */
export function registerBlock(type, draw) {
  blocks.set(type, draw);
}

/** @type {(one: Block) => Node} */
export function blockNode(one) {
  const draw = blocks.get(one.type);
  if (!draw) throw new Error(`no block is called ${one.type}`);
  return draw(one);
}

/** @type {(name: string, kind: PageKind) => void} */
export function registerPage(name, kind) {
  kinds.set(name, kind);
}

/** @type {(name: string) => PageKind} */
export const kindOf = (name) => kinds.get(name) ?? {};

export function forgetAll() {
  for (const kind of kinds.values()) kind.forget?.();
}

/** @type {(name: string) => void} */
export function leaveOthers(name) {
  for (const [other, kind] of kinds) if (other !== name) kind.left?.();
}
