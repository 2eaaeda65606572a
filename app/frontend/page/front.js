// The front page: has the dashboard's own address and its name.

import { page } from "./current.js";
import { registerPage } from "./registry.js";

registerPage("front", { path: "", title: () => page.brand });
