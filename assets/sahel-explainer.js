// The loader: the one script that a page includes. It wakes the explainer in every element that has the
// attribute `data-explainer`, and exports `mount` for pages that want to start one themselves.

// The build puts names here: of the program, and by language of the story and the stamp of the pages that
// were made from both.
const GLUE = new URL("GLUE_FILE", import.meta.url);
const WASM = new URL("WASM_FILE", import.meta.url);
const STORIES = { STORY_FILES };

/** What is being fetched or was, once for all explainers of the page. */
const fetched = new Map();

/** Starts something once. A line that was down for a moment must not end all later attempts. */
function once(key, start) {
  if (!fetched.has(key)) {
    const promise = start();
    fetched.set(key, promise);
    promise.catch(() => fetched.delete(key));
  }
  return fetched.get(key);
}

async function get(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return response;
}

async function start() {
  const [glue, wasm] = await Promise.all([import(GLUE.href), get(WASM)]);
  await glue.default({ module_or_path: wasm });
  return glue;
}

async function story(lang) {
  const response = await get(new URL(STORIES[lang][0], import.meta.url));
  return new Uint8Array(await response.arrayBuffer());
}

/** The program, and the story in a language: everything that has to be there before an explainer can start. */
const load = (lang) => Promise.all([once(WASM, start), once(lang, () => story(lang))]);

/** The language for an element: the nearest of the page, else the reader's, if the story is told in it. */
function language(element) {
  const wanted = [element?.closest?.("[lang]")?.lang ?? "", ...navigator.languages];
  const known = wanted.map((tag) => tag.split("-")[0].toLowerCase()).find((tag) => Object.hasOwn(STORIES, tag));
  return known ?? "en";
}

/**
 * Starts an explainer at the end of an element.
 *
 * @param {Element} target
 * @param {{ lang?: "en" | "fr" | "ar" }} [options]
 * @returns {Promise<{ destroy(): void }>} rejects with a readable `Error` if the explainer cannot start
 */
export async function mount(target, options) {
  const lang = options?.lang ?? language(target);
  if (!Object.hasOwn(STORIES, lang)) {
    const allowed = Object.keys(STORIES).join('", "');
    throw new Error(`mount: options.lang: expected "${allowed}", found ${JSON.stringify(lang)}`);
  }
  const [glue, bytes] = await load(lang);
  return glue.mount(target, options, bytes);
}

/** What starts an explainer. Whatever the way, the first touch or key in it does too. */
const WAYS = {
  eager: (_, wake) => wake(),
  idle: (_, wake) => (self.requestIdleCallback ?? setTimeout)(wake),
  interaction: () => {},
  visible(target, wake) {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      // In a task of its own, so that the article is painted first.
      setTimeout(wake);
    }, { rootMargin: "200px" });
    observer.observe(target);
  },
};

function wakeUp(target) {
  let way = target.dataset.load ?? "visible";
  if (!Object.hasOwn(WAYS, way)) {
    const allowed = Object.keys(WAYS).join('", "');
    console.warn(`sahel-explainer: data-load: expected "${allowed}", found "${way}"`);
    way = "visible";
  }
  const early = remember(target);
  let awake = false;
  const wake = () => {
    if (!awake) enhance(target, early);
    awake = true;
  };
  for (const type of ["pointerdown", "keydown", "focusin"]) target.addEventListener(type, wake, { once: true });
  WAYS[way](target, wake);
}

/** Takes over the article in an element, or takes its place. If neither works, the article stays. */
async function enhance(target, early) {
  const lang = language(target);
  let article = [...target.childNodes];
  target.addEventListener("explainer-error", () => {
    for (const node of [...target.childNodes]) if (article && !article.includes(node)) node.remove();
    const explainer = target.querySelector(".explainer");
    explainer?.removeAttribute("data-live");
    explainer?.setAttribute("data-reading", "");
  });
  try {
    const [glue, bytes] = await load(lang);
    const root = target.firstElementChild;
    // Some proxies take the comments out that say where the parts begin.
    const same = root?.dataset.build === STORIES[lang][1] && root.firstChild?.nodeType === Node.COMMENT_NODE;
    const replay = early(same);
    target.addEventListener("explainer-ready", () => {
      if (!same) article.forEach((node) => node.remove());
      article = null;
      replay();
    }, { once: true });
    glue.mount(target, { lang }, bytes, same ? root : undefined);
  } catch (error) {
    console.warn(error);
    const detail = { code: "load", message: String(error?.message ?? error) };
    target.dispatchEvent(new CustomEvent("explainer-error", { detail, bubbles: true, composed: true }));
  }
}

/** What answers to clicks only when the program is there. Links and disclosures need none. */
const CONTROLS = "button, [data-feature], .marker, .beyond, .half";
/** Attributes by which a control is found again in other markup of the same story. */
const HOOKS = ["data-country-button", "data-feature", "data-event", "data-actor", "data-place"];

/**
 * Remembers what a reader does before the explainer answers. The function that it returns is for the moment
 * in which the program comes; it returns another, which does all again when the program answers.
 */
function remember(target) {
  let clicked;
  const root = target.firstElementChild;
  const onclick = (event) => (clicked = event.target.closest(CONTROLS) ? event.target : clicked);
  root?.addEventListener("click", onclick);
  return (same) => {
    // An article that is replaced stays until the program answers; one that is taken over answers at once.
    if (same) root.removeEventListener("click", onclick);
    const typed = [...target.querySelectorAll("input, select")].filter(isChanged).map((field) => [field, field.value]);
    const { anchorNode, anchorOffset, focusNode, focusOffset, isCollapsed } = getSelection();
    return () => {
      for (const [field, value] of typed) {
        if (!same || field.value === value) continue;
        field.value = value;
        for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
      }
      // Taking over a text puts the selection in it back to its start.
      const within = (node, offset) => [node, Math.min(offset, (node.length ?? node.childNodes.length))];
      if (same && !isCollapsed && target.contains(anchorNode) && target.contains(focusNode)) {
        getSelection().setBaseAndExtent(...within(anchorNode, anchorOffset), ...within(focusNode, focusOffset));
      }
      again(target, clicked)?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    };
  };
}

/** Whether a field has another value than the article gave it. */
function isChanged({ value, defaultValue, options }) {
  const given = options ? [...options].find((option) => option.defaultSelected) ?? options[0] : { value: defaultValue };
  return value !== given?.value;
}

/** What was clicked, or the control in its place. */
function again(target, clicked) {
  if (!clicked || clicked.isConnected) return clicked;
  const control = clicked.closest(CONTROLS);
  for (const hook of HOOKS) {
    for (const [holder, inner] of [[control, ""], [control.parentElement, " > button"]]) {
      const id = holder?.getAttribute(hook);
      if (id) return target.querySelector(`[${hook}="${CSS.escape(id)}"]${inner}`);
    }
  }
  return null;
}

document.querySelectorAll("[data-explainer]").forEach(wakeUp);
