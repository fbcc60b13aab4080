// What a reader does in a prerendered article before the program answers. Pages hold it behind the header, so that
// it works as soon as there is a country to press; frames bring it beside the loader, which brings it for others.

/** What answers to clicks only when the program is there. Links and disclosures need none. */
const CONTROLS = "button, [data-feature], .marker, .beyond, .half";
/** Attributes by which a control is found again in other markup of the same story. */
const HOOKS = ["data-country-button", "data-feature", "data-event", "data-actor", "data-place"];

/**
 * Remembers what a reader does before the explainer answers, and shows a country that is chosen. The function
 * that it returns is for the moment in which the program comes; it returns another, which does all again when
 * the program answers.
 */
export function remember(target, root) {
  // Kept where the loader finds it, and another copy of this script.
  return (root.leave ??= begin(target, root));
}

function begin(target, root) {
  let clicked;
  const begun = new AbortController();
  // The style that goes by the address costs browsers much with all that comes: it is off while none leads anywhere.
  const still = root.getRootNode().querySelector("[data-still]")?.sheet ?? {};
  const follow = () => { still.disabled = !location.hash; };
  follow();
  addEventListener("hashchange", follow, begun);
  root.addEventListener("click", ({ target: at }) => {
    // Before the browser scrolls to where a link leads, what is there has to be unfolded.
    if (at.closest("a")) still.disabled = false;
    const control = at.closest(CONTROLS);
    if (!control) return;
    clicked = show(root, control.dataset) ? null : at;
  }, begun);
  // The rest of an article that is still coming shows what was chosen meanwhile.
  document.addEventListener("DOMContentLoaded", () => clicked !== undefined && spread(root), { once: true });
  // Where the program fails, the article is as without one: all of it can be read.
  target.addEventListener("explainer-error", () => show(root, {}));
  return (same) => {
    // An article that is replaced stays until the program answers; one that is taken over answers at once.
    if (same) begun.abort();
    const typed = [...target.querySelectorAll("input, select")].filter(isChanged).map((field) => [field, field.value]);
    return () => {
      begun.abort();
      // From here on the program says what is chosen.
      delete root.querySelector(".explainer").dataset.chosen;
      for (const [field, value] of typed) {
        if (!same || field.value === value) continue;
        field.value = value;
        for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
      }
      again(target, clicked)?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    };
  };
}

/**
 * Shows the country of a control as chosen, with the attributes that the program will give. Another control has
 * whatever was chosen shown no more. Returns whether the control is that of the country that was, so that nothing
 * is left to do.
 */
function show(root, { countryButton, feature = countryButton }) {
  // A country that the address leads to is chosen already.
  if (root.querySelector(".profile:target")) return false;
  const { dataset } = root.querySelector(".explainer");
  const button = root.querySelector(`[data-country-button="${CSS.escape(feature)}"]`);
  const isBack = button && dataset.country === feature;
  const chosen = isBack ? null : button;
  mark(dataset, "country", chosen && feature);
  // What a page of some parts lists; a page of all parts says nothing.
  mark(dataset, "panel", chosen && (root.dataset.parts ?? "countries").includes("countries") ? "country" : null);
  mark(dataset, "chosen", chosen?.dataset.member);
  spread(root);
  return isBack;
}

/** Has what there is of the article follow the country that is chosen. */
function spread(root) {
  const { country, chosen } = root.querySelector(".explainer").dataset;
  for (const one of root.querySelectorAll(".profile")) mark(one.dataset, "open", one.dataset.member === chosen ? "" : null);
  for (const one of root.querySelectorAll(".member")) {
    const isChosen = one.dataset.member === chosen;
    mark(one.dataset, "selected", chosen && isChosen ? "" : null);
    mark(one.dataset, "faded", chosen && !isChosen ? "" : null);
  }
  for (const one of root.querySelectorAll(".country-buttons button")) one.ariaPressed = one.dataset.countryButton === country;
  for (const one of root.querySelectorAll(".event")) {
    const isShown = !chosen || one.matches(`[data-of~="${chosen}"]`);
    mark(one.dataset, "event", isShown ? one.id.split("=")[1] : null);
  }
}

function mark(dataset, name, value) {
  if (value != null) dataset[name] = value;
  else delete dataset[name];
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

for (const root of document.querySelectorAll("[data-explainer] > [data-build]")) remember(root.parentElement, root);
