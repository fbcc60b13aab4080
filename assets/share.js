// The menu for sharing: link, embed code, pictures, data, print, appearance, and what the explainer is. The
// loader brings it when a reader first opens it; the program says what is shown, and answers to `ask`.

const WORDS = SHARE_WORDS;
/** Where the files and pages of the explainer are; `null` in a package, which has no pages. */
const FILES = new URL(".", import.meta.url).href;
/** How long a notice stays, in ms. */
const NOTICE_MS = 6000;
/** Keys of addresses that are options of the element too, with their names there. */
const OPTIONS = {
  country: "country", actor: "actor", event: "event", place: "place", theme: "theme-id", order: "order", view: "view",
};

/** Glyphs that the explainer does not have, on the grid of its own and stroked as they are. */
const GLYPHS = {
  embed: "M5.5 4L1.8 8l3.7 4M10.5 4l3.7 4-3.7 4",
  image: "M2 3h12v10H2zM2 11l3.5-3.5L8.5 10.5l2-2L14 12M11 6.2v.1",
  data: "M8 2v8M5 7.2L8 10l3-2.8M2.5 11v2.5h11V11",
  print: "M4.5 6V2.2h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4.3h-7z",
  about: "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 7.4v3.8M8 4.9v.1",
};

function glyph(name) {
  const own = GLYPHS[name];
  const [svg, drawn] = ["svg", own ? "path" : "use"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
  for (const [key, value] of [["class", "icon"], ["viewBox", "0 0 16 16"], ["aria-hidden", "true"]]) svg.setAttribute(key, value);
  drawn.setAttribute(...(own ? ["d", own] : ["href", `#explainer-${name}`]));
  svg.append(drawn);
  return svg;
}

/** The menu that is open, if any: one a page. */
let open = null;

/** Opens the menu at a button, or closes it; with nothing but the target of a click, copies the link of its button. */
export function share(facts) {
  if (facts.target) {
    copyLink(facts.target.closest("[data-share]"));
    return;
  }
  const again = open?.button === facts.button;
  open?.close(!again);
  if (!again) open = menu(facts);
}

/** An element with attributes and content; functions become listeners. */
function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value != null) element.setAttribute(name, value);
  }
  element.append(...content.filter((part) => part != null));
  return element;
}

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/** A page of the build in a language, with what is shown. */
const page = (name, { lang, fragment }) =>
  `${FILES}${name}${lang === "en" ? "" : `.${lang}`}.html${fragment && `#${fragment}`}`;

/** Whether the build has pages that tell the story of the explainer with this button. */
const hasPages = (button) => FILES && !button.closest("[data-host=story]");

/** A link that restores what is shown: this page if its address does or no other tells the story, else the explainer's own. */
const link = (facts) =>
  !hasPages(facts.button) || (self === top && location.hash.slice(1) === facts.fragment) ? location.href : page("index", facts);

/** What hosts paste, for what is shown now; with the hashes of files, browsers take no others. */
export function snippets({ lang, fragment, title }, hashes = {}) {
  const state = Object.fromEntries(new URLSearchParams(fragment));
  const options = Object.entries(OPTIONS).filter(([key]) => state[key]).map(([key, name]) => ` ${name}="${escaped(state[key])}"`);
  const address = (name) => escaped(page(name, { lang, fragment }));
  const file = (name, attribute) =>
    `${attribute}="${FILES}${name}"${hashes[name] ? ` integrity="${hashes[name]}" crossorigin` : ""}`;
  const readable = `<a href="${address("index")}">${escaped(title)}</a>`;
  const all = {
    element: [
      `<script type="module" ${file("sahel-explainer.js", "src")}></script>`,
      `<sahel-explainer lang="${lang}"${options.join("")}>${readable}</sahel-explainer>`,
    ],
    frame: [
      `<iframe src="${address("embed")}" title="${escaped(title)}" width="100%" height="900" loading="lazy" data-explainer-frame></iframe>`,
      `<script type="module" ${file("frame.js", "src")}></script>`,
    ],
    script: [
      `<link rel="stylesheet" ${file("explainer.css", "href")}>`,
      hashes["sahel-explainer.js"] && `<link rel="modulepreload" ${file("sahel-explainer.js", "href")}>`,
      `<div id="sahel-explainer">${readable}</div>`,
      '<script type="module">',
      `  import { mount } from "${FILES}sahel-explainer.js";`,
      '  const place = document.getElementById("sahel-explainer");',
      `  const handle = await mount(place, { lang: "${lang}" });`,
      "  place.firstElementChild.remove();",
      fragment && `  handle.select(${JSON.stringify(state)});`,
      "</script>",
    ],
  };
  return Object.fromEntries(Object.entries(all).map(([name, lines]) => [name, lines.filter(Boolean).join("\n")]));
}

/** Shows a text beside a button for a while, or as long as a field in it has the focus. */
function note(button, text, field) {
  const place = button.parentNode;
  place.querySelector(".share-note")?.remove();
  const shown = make("div", { class: "share-note" }, text, field);
  place.append(shown);
  if (!field) {
    setTimeout(() => shown.remove(), NOTICE_MS);
    return;
  }
  shown.addEventListener("keydown", ({ key }) => key === "Escape" && button.focus());
  shown.addEventListener("focusout", () => shown.remove());
  field.focus();
  field.select();
}

/** Copies a text; where that is refused, it is shown to be copied by hand. Resolves with what is to be said. */
async function copied(button, lang, text, done, before) {
  const { refused } = WORDS[lang];
  try {
    await navigator.clipboard.writeText(text);
    before?.();
    note(button, done);
    return done;
  } catch {
    before?.(true);
    note(button, refused, make("textarea", { readonly: "", rows: "3", dir: "ltr", "aria-label": refused }, text));
    return refused;
  }
}

/** Copies the link to one thing, which its button names. */
async function copyLink(button) {
  const { lang } = button.closest(".explainer");
  // Screen readers say what comes into a region that was there before.
  const status = make("span", { class: "hidden", role: "status" });
  button.parentNode.append(status);
  status.textContent = await copied(button, lang, link({ button, lang, fragment: button.dataset.share }), WORDS[lang].linkCopied);
  setTimeout(() => status.remove(), NOTICE_MS);
}

function menu(facts) {
  const { button } = facts;
  const ask = (what, value = "") => facts.ask(what, value);
  const words = WORDS[facts.lang];
  const place = button.parentNode;
  const root = button.closest(".explainer");
  const id = (name) => `${root.querySelector("h1, h2, h3, h4, h5, h6").id}-${name}`;

  const row = (name, title, meta, answer, panel) => {
    const control = make("button", { type: "button", click: answer }, glyph(name), make("span", {}, title, make("small", {}, meta)));
    if (!panel) return make("li", {}, control);
    panel.hidden = true;
    panel.id = id(name);
    control.setAttribute("aria-expanded", "false");
    control.setAttribute("aria-controls", panel.id);
    control.addEventListener("click", () => {
      panel.hidden = !panel.hidden;
      control.setAttribute("aria-expanded", String(!panel.hidden));
    });
    return make("li", {}, control, panel);
  };
  const small = (text, answer, label) => make("button", { type: "button", class: "button", "aria-label": label, click: answer }, text);
  const panel = (...content) => make("div", { class: "share-panel" }, ...content);

  /** Says something, under the button for a while and to screen readers. */
  const say = (text) => {
    note(button, text);
    ask("say", text);
  };
  const copy = async (text, done) => ask("say", await copied(button, facts.lang, text, done, close));

  const save = (content, type, ending) => {
    const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    const name = `sahel-explainer.${facts.lang}.${ending}`;
    make("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), NOTICE_MS);
    close();
    say(words.saved.replace("{name}", name));
  };

  const caption = { title: facts.title, chosen: facts.chosen, source: [facts.checked, words.credit].join(" · ") };
  const picture = async (form) => {
    try {
      const { draw } = await import("./PICTURE_FILE");
      save(await draw(root, caption, form), "", form);
    } catch (error) {
      console.warn(error);
      close();
      say(words.unable);
    }
  };

  const shared = () => navigator.share({ title: facts.title, url: link(facts) }).then(() => close(), () => {});
  const data = () => ({ ...ask("json"), shown: facts.chosen, note: words.licence, map: words.credit });
  // Spreadsheets take a table without this mark for one in an old encoding.
  const table = () => `\uFEFF${ask("csv")}`;

  const code = Object.entries(hasPages(button) ? snippets(facts) : {}).map(([name, text]) => make("div", {},
    make("p", { class: "label" }, words[name]),
    make("textarea", { readonly: "", rows: "3", dir: "ltr", spellcheck: "false", "aria-label": words[name] }, text),
    small(words.copy, ({ target }) => copy(target.previousSibling.value, words.copied), `${words.copy}: ${words[name]}`)));
  const pin = async ({ target }) => {
    try {
      const hashes = target.checked ? await (await fetch(new URL("integrity.json", FILES))).json() : {};
      Object.values(snippets(facts, hashes)).forEach((text, at) => (code[at].querySelector("textarea").value = text));
    } catch (error) {
      console.warn(error);
      target.checked = false;
    }
  };
  const pinned = make("label", {}, make("input", { type: "checkbox", change: pin }), " ", words.pin, make("small", {}, words.pinMeta));
  const schemes = ["auto", "light", "dark"].map((scheme) => make("button", {
    type: "button",
    "aria-pressed": String(scheme === facts.theme),
    click: ({ currentTarget }) => {
      ask("theme", scheme);
      for (const other of currentTarget.parentNode.children) other.setAttribute("aria-pressed", String(other === currentTarget));
    },
  }, words[scheme]));
  const forms = (...pairs) => panel(make("p", {}, ...pairs.map(([name, answer]) => small(name, answer))));

  const box = make("div", { class: "share-menu", role: "group", "aria-label": button.textContent.trim() },
    make("ul", {}, ...[
      row("link", words.link, facts.chosen || words.all, () => copy(link(facts), words.linkCopied)),
      navigator.share && row("share", words.native, "", shared),
      hasPages(button) && row("embed", words.embed, words.embedMeta, null, panel(...code, pinned)),
      row("image", words.image, words.imageMeta, null, forms(["PNG", () => picture("png")], ["SVG", () => picture("svg")])),
      row("data", words.data, words.dataMeta.replace("{counted}", facts.counted), null, forms(
        ["CSV", () => save(table(), "text/csv;charset=utf-8", "csv")],
        ["JSON", () => save(JSON.stringify(data(), null, 1), "application/json", "json")])),
      row("print", words.print, words.printMeta, () => { close(); print(); }),
    ].filter(Boolean)),
    make("p", { class: "label", id: id("appearance") }, words.appearance),
    make("div", { class: "segments", role: "group", "aria-labelledby": id("appearance") }, ...schemes),
    make("ul", {}, row("about", words.about, "", null,
      panel(...[words.method, words.keys, words.licence, facts.checked].map((text) => make("p", {}, text))))));

  const keys = (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close();
      return;
    }
    const stops = [...box.querySelectorAll("button")].filter((stop) => stop.checkVisibility());
    const at = stops.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + stops.length, Home: 0, End: stops.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    stops[to % stops.length].focus();
  };
  const outside = (event) => event.composedPath().includes(place) || close(true);
  const heard = new AbortController();
  /** `stay` leaves the focus where it is. */
  const close = (stay) => {
    box.remove();
    heard.abort();
    button.setAttribute("aria-expanded", "false");
    open = null;
    if (!stay) button.focus();
  };

  place.querySelector(".share-note")?.remove();
  box.addEventListener("keydown", keys);
  place.append(box);
  button.setAttribute("aria-expanded", "true");
  for (const type of ["pointerdown", "focusin"]) document.addEventListener(type, outside, { capture: true, signal: heard.signal });
  box.querySelector("button").focus();
  return { button, close };
}
