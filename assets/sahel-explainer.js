// The loader: the one script that a page includes. It wakes the explainer in every element that has the
// attribute `data-explainer`, and brings what other hosts use, the element `<sahel-explainer>` and `mount`,
// from `host.js`. `sahel-explainer.d.ts` says what it exports.

// The build puts names here: of the program with the hash that it must have, and by language of the story
// and the stamp of the pages that were made from both.
const WASM = new URL("WASM_FILE", import.meta.url);
const INTEGRITY = "WASM_INTEGRITY";
const STYLE = new URL("explainer.css", import.meta.url);
const STORIES = { STORY_FILES };
const VERSION = "PACKAGE_VERSION";

/** Marks elements that have an explainer, for other copies of this script too. */
const MARK = Symbol.for("sahel-explainer");

/** What is being fetched or was, once for all explainers of the page. */
const fetched = new Map();

/** What follows is a task of its own, so that what a reader does meanwhile is answered between. */
const task = () => new Promise((next) => setTimeout(next));

/** Resolves when all of the page is there. This script may come before, and some of an article with it. */
const whole = document.readyState !== "loading" ? Promise.resolve()
  : new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));

/** Starts something once. A line that was down for a moment must not end all later attempts. */
function once(key, start) {
  if (!fetched.has(key)) {
    const promise = start();
    fetched.set(key, promise);
    promise.catch(() => fetched.delete(key));
  }
  return fetched.get(key);
}

async function get(url, init) {
  const response = await fetch(url, init).catch(() => {
    throw new Error(`${url}: not there, or not as it was built`);
  });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

const program = () => once(WASM, async () => {
  const [glue, wasm] = await Promise.all([import("./GLUE_FILE"), get(WASM, { integrity: INTEGRITY })]);
  await glue.default({ module_or_path: wasm });
  await task();
  return glue;
});

/** The bytes of the story in a language, or of another one that options ask for. */
const story = (lang, { src, story }) =>
  src || story
    ? import("./CUSTOM_FILE").then((custom) => custom.compile(lang, src, story))
    : once(lang, async () => new Uint8Array(await (await get(STORIES[lang][0])).arrayBuffer()));

const isTold = (lang) => Object.hasOwn(STORIES, lang);

/** The language for an element: the nearest of the page, else the reader's, if the story is told in it. */
function language(element) {
  let near = element;
  // What is in a shadow root is in the language of what is around it.
  while (near && !near.closest?.("[lang]")) near = near.getRootNode?.().host;
  const wanted = [near?.closest("[lang]").lang ?? "", ...navigator.languages];
  return wanted.map((tag) => tag.split("-")[0].toLowerCase()).find(isTold) ?? "en";
}

const warn = (message) => console.warn(`sahel-explainer: ${message}`);
/** What is wrong with the value of an option, as the program says it of others. */
const wrong = (option, allowed, found) =>
  `${option}: expected "${allowed.join('", "').replace(/, (?=[^,]*$)/, " or ")}", found ${JSON.stringify(found)}`;
const wrongLanguage = (option, lang) => wrong(option, Object.keys(STORIES), lang);

/** Resolves when an explainer answers, and rejects if it never will. */
const answer = (target) =>
  new Promise((resolve, reject) => {
    target.addEventListener("explainer-ready", resolve, { once: true });
    target.addEventListener("explainer-error", ({ detail }) => reject(new Error(detail.message)), { once: true });
  });

function fail(target, error) {
  console.warn(error);
  const detail = { code: error?.code ?? "load", message: String(error?.message ?? error) };
  target.dispatchEvent(new CustomEvent("explainer-error", { detail, bubbles: true, composed: true }));
}

/** What starts an explainer. Whatever the way, the first touch or key in it does too. */
const WAYS = {
  visible(wake, target) {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      // In a task of its own, so that the article is painted first.
      setTimeout(wake);
    }, { rootMargin: "200px" });
    observer.observe(target);
  },
  idle: (wake) => (self.requestIdleCallback ?? setTimeout)(wake),
  interaction: () => {},
  eager: (wake) => wake(),
};

/**
 * Wakes the explainer in an element when it is time, with the options that there are by then. Resolves with
 * its handle and the options when it answers; rejects if it cannot start. `signal` ends it.
 */
function wakeUp(target, read, signal) {
  const { load, theme } = read();
  const isWay = Object.hasOwn(WAYS, load ?? "visible");
  if (!isWay) warn(`${wrong("load", Object.keys(WAYS), load)}; the default is used`);
  if (/^(light|dark)$/.test(theme)) target.querySelector(".explainer")?.setAttribute("data-theme", theme);
  const root = target.querySelector(":scope > [data-build]");
  // Without it, what a reader does by then is lost; the explainer is not.
  const early = root && (root.leave ?? import("./EARLY_FILE").then(({ remember }) => remember(target, root)).catch(warn));
  return new Promise((resolve) => {
    const begun = new AbortController();
    const wake = () => {
      if (begun.signal.aborted || signal?.aborted) return;
      begun.abort();
      resolve(enhance(target, read, early, signal));
    };
    for (const type of ["pointerdown", "keydown", "focusin"]) target.addEventListener(type, wake, begun);
    WAYS[isWay && load ? load : "visible"](wake, target);
  });
}

/** Switches off or on what style makes of the address before the program answers. */
function follow(target, disabled) {
  Object.assign(target.getRootNode().querySelector("[data-still]")?.sheet ?? {}, { disabled });
}

/** Takes over the article in an element, or takes its place. If neither works, the article stays. */
async function enhance(target, read, early, signal) {
  let article;
  target.addEventListener("explainer-error", () => {
    for (const node of [...target.childNodes]) if (article && !article.includes(node)) node.remove();
    const explainer = target.querySelector(".explainer");
    explainer?.removeAttribute("data-live");
    explainer?.setAttribute("data-reading", "");
    follow(target, false);
  }, { signal });
  try {
    const options = read();
    const { lang, src, story: own } = options;
    if (lang && !isTold(lang)) warn(`${wrongLanguage("lang", lang)}; the default is used`);
    options.lang = isTold(lang) ? lang : language(target);
    const [glue, bytes, leave] = await Promise.all([program(), story(options.lang, options), early,
      whole.then(() => { article = [...target.childNodes]; })]);
    signal?.throwIfAborted();
    const root = target.querySelector(":scope > [data-build]");
    // Some proxies take the comments out that say where the parts begin.
    const same = !src && !own && root?.dataset.build === STORIES[options.lang][1]
      && root.firstChild?.nodeType === Node.COMMENT_NODE;
    let replay = same ? null : leave?.(same);
    const ready = answer(target).then(() => {
      if (!same) {
        // A page has style in its article, which is for whatever takes its place too.
        document.head.append(...target.querySelectorAll("style"));
        article.forEach((node) => node.remove());
      }
      article = null;
      follow(target, true);
      replay?.();
    });
    // Where it never answers, that is told below, or as the event that it waits for.
    ready.catch(() => {});
    const handle = glue.mount(target, options, bytes, same ? root : undefined, false);
    signal?.addEventListener("abort", () => handle.destroy());
    attend(target, handle, options, signal);
    if (same) {
      await task();
      replay = leave?.(same);
      handle.begin();
    }
    // A failure from here on has been told.
    return ready.then(() => ({ handle, options }));
  } catch (error) {
    if (!signal?.aborted) fail(target, error);
    throw error;
  }
}

/** Opens the menu for sharing, or copies the link of the button that was pressed. */
const share = (facts) => import("./SHARE_FILE").then(({ share }) => share(facts)).catch(warn);

/**
 * Does what an explainer leaves to the page: changes the language in place when the reader wants another, so
 * that nothing of the state is lost, and copies links. The options are those that the host has set last.
 */
function attend(target, handle, options, signal) {
  // The pages of the build do not tell a story that the host brings, now or later: neither links nor code lead there.
  const tell = () => { target.dataset.host = options.src || options.story ? "story" : ""; };
  tell();
  target.addEventListener("explainer-share", tell, { signal, capture: true });
  target.addEventListener("explainer-language", ({ detail: { lang } }) => {
    const { href } = target.querySelector(`.languages [lang=${lang}]`);
    story(lang, options).then((bytes) => {
      handle.update({}, bytes, false);
      options.lang = lang;
      // Only a page that is nothing but the explainer is in its language.
      if (!document.body.matches("[data-sahel-page], [data-frame]")) return;
      history.replaceState(null, "", href);
      setTimeout(() => {
        Object.assign(document.documentElement, { lang, dir: target.querySelector(".explainer").dir });
        document.title = target.querySelector("h1").textContent;
      });
    }).catch(() => location.assign(href));
  }, { signal });
  target.addEventListener("click", ({ target }) => {
    if (!target.closest("[data-share]")) return;
    tell();
    share({ target });
  }, { signal });
}

const host = () => import("./HOST_FILE").then((host) =>
  host.of({ VERSION, STYLE, once, get, program, story, isTold, wrongLanguage, language, warn, answer, fail, attend, wakeUp }));

/** Starts an explainer at the end of an element. */
export const mount = async (target, options) => (await host()).mount(target, options);

/** Defines the element. It happens by itself, unless the page has explainers of another form only. */
export const define = async () => (await host()).define();

// The first copy of this script that hears of it brings the menu.
addEventListener("explainer-share", ({ detail }) => {
  if (!detail.taken) share(detail);
  detail.taken = true;
});

/** Wakes the explainers in elements. */
function start(targets) {
  for (const target of targets) {
    // Kept, so that it lives as long as the element.
    target[MARK] ??= wakeUp(target, () => ({ permalink: "on", ...target.dataset, explainer: undefined })).catch(() => {});
  }
}

// An article that is still coming can be read, and answers.
const articles = document.querySelectorAll("[data-explainer] > [data-build] > .explainer");
start([...articles].map((article) => article.closest("[data-explainer]")));
whole.then(() => {
  const targets = document.querySelectorAll("[data-explainer]");
  start(targets);
  if (!targets.length || document.querySelector("sahel-explainer")) define();
});
