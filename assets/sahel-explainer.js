// The loader: the one script that a page includes. It starts an explainer in every element that has
// the attribute `data-explainer`, and exports `mount` for pages that want to start one themselves.

// The build puts the hashed names here.
const GLUE = new URL("GLUE_FILE", import.meta.url);
const WASM = new URL("WASM_FILE", import.meta.url);

/** The compiled module, fetched once for all explainers of the page. */
let compiled;

function load() {
  compiled ??= import(GLUE.href).then(async (glue) => {
    await glue.default({ module_or_path: WASM });
    return glue;
  });
  // A line that was down for a moment must not end all later attempts.
  compiled.catch(() => (compiled = undefined));
  return compiled;
}

/**
 * Starts an explainer at the end of an element.
 *
 * @param {Element} target
 * @param {{ lang?: "en" }} [options]
 * @returns {Promise<{ destroy(): void }>} rejects with a readable `Error` if the explainer cannot start
 */
export async function mount(target, options) {
  const glue = await load();
  return glue.mount(target, options);
}

/** Starts an explainer in place of the readable text in an element, which stays if that fails. */
async function enhance(target) {
  const fallback = [...target.childNodes];
  const replace = () => fallback.forEach((node) => node.remove());
  target.addEventListener("explainer-ready", replace, { once: true });
  try {
    await mount(target);
  } catch (error) {
    target.removeEventListener("explainer-ready", replace);
    console.error(error);
    const detail = { code: "load", message: String(error?.message ?? error) };
    target.dispatchEvent(new CustomEvent("explainer-error", { detail, bubbles: true, composed: true }));
  }
}

document.querySelectorAll("[data-explainer]").forEach(enhance);
