/** `<sahel-explainer>` in JSX: `import type {} from "sahel-explainer/react"`. */

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ElementOptions, ExplainerListeners, SahelExplainerElement } from "./sahel-explainer.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "sahel-explainer":
        & DetailedHTMLProps<HTMLAttributes<SahelExplainerElement>, SahelExplainerElement>
        & ElementOptions
        & ExplainerListeners;
    }
  }
}
