// What pages use that embed the explainer: the element, and the handle of a mounted one. The loader imports
// this when it is wanted, and hands in what both need, so that there is one program and one of each story.

/** Attributes of the element, which are its options. */
const ATTRIBUTES = [
  "lang", "theme", "country", "actor", "event", "place", "theme-id", "view", "parts", "order", "permalink", "load",
  "heading-level", "src",
];
/** Attributes that any element may have, with those that frameworks add. */
const COMMON = /^(class|dir|exportparts|hidden|id|inert|is|part|role|shadow|slot|style|tabindex|title|_.*|on.*|.*[:@].*|(aria|data)-.*)$/;

const camel = (name) => name.replace(/-(.)/, (_, letter) => letter.toUpperCase());

/** The fragment of an address for a selection. */
const toFragment = (selection) =>
  Object.entries(selection ?? {}).map(([key, value]) => `${key}=${encodeURIComponent(value ?? "")}`).join("&");

const made = new Map();

/** What loaders of a version export, however many copies of one are on the page. */
export function of(loader) {
  if (!made.has(loader.VERSION)) made.set(loader.VERSION, make(loader));
  return made.get(loader.VERSION);
}

function make(loader) {
  const { VERSION, STYLE, once, get, program, story, isTold, wrongLanguage, language, warn, answer, fail, attend, wakeUp } = loader;

  /** An explainer on the page. */
  class Handle {
    #inner;
    #options;
    #strict;
    #life;
    #last = Promise.resolve();

    constructor(inner, options, strict, life) {
      this.#inner = inner;
      this.#options = options;
      this.#strict = strict;
      this.#life = life;
    }

    /** Changes some options, after all earlier changes. */
    update(options) {
      const change = async () => {
        const all = { ...this.#options, ...options };
        if (!isTold(all.lang)) throw new Error(`update: ${wrongLanguage("options.lang", all.lang)}`);
        const other = ["lang", "src", "story"].some((name) => all[name] !== this.#options[name]);
        this.#inner.update(options, other ? await story(all.lang, all) : undefined, this.#strict);
        // What else goes by them knows the same object.
        Object.assign(this.#options, options);
      };
      return (this.#last = this.#last.catch(() => {}).then(change));
    }

    select(selection) {
      this.#inner.select(toFragment(selection));
      const now = this.selection;
      for (const [key, value] of Object.entries(selection ?? {})) {
        if (value && now[key] !== String(value)) warn(`select: ${key}: expected one of the story, found "${value}"`);
      }
    }

    clear() {
      this.#inner.clear();
    }

    get selection() {
      return Object.fromEntries(new URLSearchParams(this.#inner.selection));
    }

    destroy() {
      this.#life?.abort();
      this.#inner.destroy();
    }
  }

  async function mount(target, options) {
    const lang = options?.lang ?? language(target);
    if (!isTold(lang)) throw new Error(`mount: ${wrongLanguage("options.lang", lang)}`);
    const [glue, bytes] = await Promise.all([program(), story(lang, options ?? {})]);
    const ready = target instanceof EventTarget && answer(target);
    const inner = glue.mount(target, options, bytes, undefined, true);
    const life = new AbortController();
    const all = { ...options, lang };
    attend(target, inner, all, life.signal);
    await ready;
    return new Handle(inner, all, true, life);
  }

  /** The stylesheet, once for each document and all elements in it. */
  const sheets = new WeakMap();
  function sheetOf(document) {
    if (!sheets.has(document)) {
      const sheet = new document.defaultView.CSSStyleSheet();
      sheets.set(document, sheet);
      once(STYLE, async () => (await get(STYLE)).text()).then((text) => sheet.replace(text), console.warn);
    }
    return sheets.get(document);
  }

  class SahelExplainer extends HTMLElement {
    static observedAttributes = ATTRIBUTES;
    static version = VERSION;

    #root = this.attachInternals().shadowRoot;
    #target;
    #story;
    #handle;
    /** Ends with the stay on the page. */
    #life;
    #changed = new Set();
    #warned = new Set();
    #settle;
    /** Resolves with the element when the explainer in it answers. */
    ready = this.#waiting();

    #waiting() {
      const ready = new Promise((...settle) => (this.#settle = settle));
      // Nobody has to listen.
      ready.catch(() => {});
      return ready;
    }

    connectedCallback() {
      for (const name of [...ATTRIBUTES.map(camel), "story"]) {
        if (!Object.hasOwn(this, name)) continue;
        // Set before the element was defined.
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
      queueMicrotask(() => this.isConnected && !this.#life && this.#start());
    }

    disconnectedCallback() {
      // An element that is moved is connected again by then.
      queueMicrotask(() => !this.isConnected && this.#life && this.#stop());
    }

    adoptedCallback() {
      if (this.#root?.adoptedStyleSheets.length) this.#root.adoptedStyleSheets = [sheetOf(this.ownerDocument)];
    }

    attributeChangedCallback(name) {
      this.#change(name);
    }

    #change(name) {
      if (!this.#life) return;
      if (!this.#changed.size) queueMicrotask(() => this.#handle && this.#update());
      this.#changed.add(name);
    }

    #options() {
      const options = { permalink: "off", story: this.#story };
      for (const { name, value } of this.attributes) {
        if (ATTRIBUTES.includes(name)) options[name] = value;
        else if (!COMMON.test(name) && !this.#warned.has(name)) {
          this.#warned.add(name);
          warn(`option "${name}" does not exist and is ignored`);
        }
      }
      return options;
    }

    #update() {
      const all = this.#options();
      const changed = {};
      for (const name of this.#changed) changed[name] = all[name] ?? null;
      this.#changed.clear();
      if ("lang" in changed && !isTold(changed.lang)) {
        if (changed.lang) warn(`${wrongLanguage("lang", changed.lang)}; the default is used`);
        changed.lang = language(this.parentNode);
      }
      if (Object.keys(changed).length) this.#handle.update(changed).catch((error) => fail(this, error));
    }

    #start() {
      const document = this.ownerDocument;
      if (!this.#root) {
        this.#root = this.attachShadow({ mode: this.getAttribute("shadow") === "closed" ? "closed" : "open" });
        this.#root.adoptedStyleSheets = [sheetOf(document)];
      }
      this.#target = this.#root.querySelector("[data-explainer]");
      if (!this.#target) {
        this.#target = document.createElement("div");
        this.#target.dataset.explainer = "";
        this.#root.append(this.#target);
      }
      // Until the explainer is there, and if it never will be, what stands between the tags is shown.
      if (!this.#target.firstElementChild) this.#target.append(document.createElement("slot"));
      const life = (this.#life = new AbortController());
      wakeUp(this.#target, () => this.#options(), life.signal).then(({ handle, options }) => {
        if (life.signal.aborted) return;
        this.#handle = new Handle(handle, options, false);
        this.#settle[0](this);
        this.#update();
      }, (error) => life.signal.aborted || this.#settle[1](error));
    }

    #stop() {
      this.#life.abort();
      this.#life = this.#handle = undefined;
      this.#changed.clear();
      this.#target.replaceChildren();
      this.ready = this.#waiting();
    }

    get story() {
      return this.#story;
    }

    set story(story) {
      this.#story = story ?? undefined;
      this.#change("story");
    }

    select(selection) {
      this.ready.then(() => this.#handle?.select(selection), () => {});
    }

    clear() {
      this.ready.then(() => this.#handle?.clear(), () => {});
    }

    get selection() {
      return this.#handle?.selection ?? {};
    }
  }

  for (const name of ATTRIBUTES) {
    if (name in HTMLElement.prototype) continue;
    Object.defineProperty(SahelExplainer.prototype, camel(name), {
      get() {
        return this.getAttribute(name);
      },
      set(value) {
        const text = { true: "on", false: "off" }[value] ?? value;
        if (text == null) this.removeAttribute(name);
        else this.setAttribute(name, text);
      },
      configurable: true,
      enumerable: true,
    });
  }

  function define() {
    const other = customElements.get("sahel-explainer");
    if (!other) customElements.define("sahel-explainer", SahelExplainer);
    else if (other.version !== VERSION) {
      warn(`version ${other.version} is on this page already; ${VERSION} leaves the element to it`);
    }
  }

  return { mount, define };
}
