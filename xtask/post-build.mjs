// Runs at the end of every trunk build, in the folder that becomes dist/: tells the loader the hashed
// names of the glue and the wasm, and takes the build instruction for trunk out of the page.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const folder = process.env.TRUNK_STAGING_DIR;
if (!folder) throw new Error("TRUNK_STAGING_DIR is not set: this script is started by trunk");

const files = await readdir(folder);

/** The one file whose name fits. */
function only(what, pattern) {
  const found = files.filter((file) => pattern.test(file));
  if (found.length !== 1) {
    throw new Error(`expected one ${what} in ${folder}, found ${found.length}: ${found.join(", ")}`);
  }
  return found[0];
}

/** Replaces a text that has to be there. */
async function replace(file, replacements) {
  const path = join(folder, file);
  let text = await readFile(path, "utf8");
  for (const [from, to] of replacements) {
    if (text.search(from) < 0) throw new Error(`${file}: expected ${from}, which is not there`);
    text = text.replace(from, to);
  }
  await writeFile(path, text);
}

await replace("sahel-explainer.js", [
  [/GLUE_FILE/, only("glue module", /^sahel-explainer-[0-9a-f]+\.js$/)],
  [/WASM_FILE/, only("wasm module", /^sahel-explainer-[0-9a-f]+_bg\.wasm$/)],
]);
await replace("index.html", [[/[ \t]*<link\b[^>]*\brel="rust"[^>]*>\n?/, ""]]);
