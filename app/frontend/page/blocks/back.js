// The way back to the page that leads here.

import { h } from "../../shared/nodes.js";
import { pageLink } from "../links.js";
import { registerBlock } from "../registry.js";

registerBlock("back", (one) =>
  h("p", { class: "ways" }, pageLink(one, { "data-focus": `to-${one.page}` }, `← ${one.text}`)),
);
