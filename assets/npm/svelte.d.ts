/** `<sahel-explainer>` in Svelte's markup: `import type {} from "sahel-explainer/svelte"`. */

import type { HTMLAttributes } from "svelte/elements";
import type { ElementOptions, ExplainerListeners, SahelExplainerElement } from "./sahel-explainer.js";

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "sahel-explainer": HTMLAttributes<SahelExplainerElement> & ElementOptions & ExplainerListeners;
  }
}
