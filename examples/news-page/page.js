// What the page does with its explainers: buttons that drive one, and counting without anybody else's help.

const main = document.getElementById("main");
for (const button of document.querySelectorAll("[data-selects]")) {
  button.addEventListener("click", () => main.select(Object.fromEntries(new URLSearchParams(button.dataset.selects))));
}

const counts = new Map();
const output = document.querySelector("output");
for (const name of ["explainer-ready", "explainer-select", "explainer-error"]) {
  document.addEventListener(name, () => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    output.value = [...counts].map(([name, count]) => `${name} ${count}`).join(", ");
  });
}
