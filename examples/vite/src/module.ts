// `mount` and its handle, by the name of the package.

import { type ExplainerHandle, mount, type Selection } from "sahel-explainer";
import "sahel-explainer/explainer.css";

const app = document.querySelector("#app");
if (!app) throw new Error("the page has no #app");

const handle: ExplainerHandle = await mount(app, { lang: "fr", parts: "map countries timeline", "heading-level": 2 });
handle.select({ country: "BF" });

const line = document.createElement("output");
const say = (selection: Selection) => (line.value = selection.country ?? "");
say(handle.selection);
app.addEventListener("explainer-select", () => say(handle.selection));
app.before(line);
