// The page in a frame: takes options from its address, and tells the page around how tall it is and what is
// selected. Other pages may listen; nothing that is said is secret.

const PAGES = { EMBED_FILES };
/** What hosts put into the address for their own use. */
const OF_HOSTS = /^(childId|initialWidth|parentTitle|parentUrl|xcust|utm_.*|fbclid|gclid)$/;

const query = new URLSearchParams(location.search);
/** Resolves when all of the page is there: this script may come before. */
const whole = document.readyState !== "loading" ? Promise.resolve()
  : new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
const found = () => document.getElementById("explainer");
const target = found() ?? (await whole, found());
const wanted = query.get("lang");

if (wanted !== document.documentElement.lang && Object.hasOwn(PAGES, wanted ?? "")) {
  // There is a page in this language, which can be read at once.
  location.replace(PAGES[wanted] + location.search + location.hash);
} else {
  for (const [name, value] of query) {
    if (/^[a-z][a-z-]*$/.test(name)) target.setAttribute(`data-${name}`, value);
    else if (!OF_HOSTS.test(name)) console.warn(`sahel-explainer: option "${name}" does not exist and is ignored`);
  }
  // A page that grows as it comes would have the article around it move.
  if (parent !== self) whole.then(talk);
  import("./sahel-explainer.js");
}

function talk() {
  const send = (message) => parent.postMessage(message, "*");
  const say = (type, fields) => send({ sentinel: "sahel-explainer", type, ...fields });
  const childId = query.get("childId");
  const secret = /^#\?secret=(\w+)$/.exec(location.hash)?.[1];
  let last;
  const report = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    // The article may have begun to listen only now.
    say("title", { title: document.title });
    send({ sentinel: "amp", type: "embed-size", height });
    if (childId) send(`pymxPYMx${childId}xPYMxheightxPYMx${height}`);
    if (secret) send({ message: "height", value: height, secret });
  };
  new ResizeObserver(report).observe(document.documentElement);
  document.addEventListener("explainer-ready", () => say("ready"));
  document.addEventListener("explainer-change", ({ detail }) => say("state", { state: detail.state }));
  addEventListener("message", async ({ data, source }) => {
    if (source !== parent || data?.sentinel !== "sahel-explainer") return;
    if (data.type === "hello") {
      last = undefined;
      report();
    }
    if (data.type !== "select") return;
    const awake = await target[Symbol.for("sahel-explainer")];
    awake?.handle.select(String(data.state));
  });
  // A source opens beside the article, not in the frame, where many refuse to be shown.
  document.addEventListener("click", ({ target: clicked }) => {
    const link = clicked.closest?.('a[href^="http"]');
    if (link) link.target = "_blank";
  }, true);
}
