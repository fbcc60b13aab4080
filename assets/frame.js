// For the article around frames with the explainer: gives each the height of what is in it, and keeps what
// is selected in the article's own address. A link with the attribute `data-explainer-frame` becomes a frame,
// so that an article can show the link, or a picture in it, where this script does not run.

for (const link of document.querySelectorAll("a[data-explainer-frame]")) {
  const frame = document.createElement("iframe");
  frame.title = link.title || link.textContent.trim() || link.querySelector("img")?.alt;
  frame.loading = "lazy";
  frame.height = 900;
  Object.assign(frame.dataset, link.dataset);
  frame.style.setProperty("inline-size", "100%");
  frame.style.setProperty("border", "0");
  frame.src = link.href;
  link.replaceWith(frame);
}

const frames = () => [...document.querySelectorAll("iframe[data-explainer-frame]")];
/** The frame whose state is in the article's address: the first that may. */
const keeper = () => frames().find((frame) => frame.dataset.permalink !== "off");
const send = (frame, message) => frame?.contentWindow.postMessage({ sentinel: "sahel-explainer", ...message }, "*");
const tell = (frame) => send(frame, { type: "select", state: location.hash.slice(1) });

addEventListener("message", ({ data, source }) => {
  const frame = frames().find((frame) => frame.contentWindow === source);
  if (!frame || typeof data !== "object" || !data) return;
  if (data.sentinel === "amp" && data.type === "embed-size" && data.height > 0) {
    frame.style.setProperty("height", `${Number(data.height)}px`, "important");
  }
  if (data.sentinel !== "sahel-explainer") return;
  if (data.type === "title") frame.title ||= String(data.title);
  if (data.type === "ready" && frame === keeper() && location.hash) tell(frame);
  if (data.type === "state" && frame === keeper()) {
    const { pathname, search } = location;
    history.replaceState(history.state, "", data.state ? `#${data.state}` : pathname + search);
  }
});
// What frames said before this script was there is lost.
for (const frame of frames()) send(frame, { type: "hello" });
addEventListener("hashchange", () => tell(keeper()));
