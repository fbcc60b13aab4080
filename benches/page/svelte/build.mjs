// node build.mjs STORY FOLDER: writes the page for a story, rendered, and the script that takes it over.

import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { compile } from "svelte/compiler";

const [story, folder] = process.argv.slice(2);

/** Lets esbuild read Svelte's components, for the server or for the browser. */
const svelte = (generate) => ({
  name: "svelte",
  setup: (bundle) => bundle.onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
    const { js } = compile(await readFile(path, "utf8"), { filename: basename(path), generate, css: "external" });
    return { contents: js.code, loader: "js" };
  }),
});
const bundled = (entry, outfile, generate, options) => build({
  entryPoints: [join(import.meta.dirname, entry)],
  outfile: join(folder, outfile),
  bundle: true,
  format: "esm",
  minify: true,
  logLevel: "error",
  plugins: [svelte(generate)],
  ...options,
});

await bundled("server.js", "server.mjs", "server", { platform: "node", conditions: ["production"] });
await bundled("browser.js", "peer.js", "client", { platform: "browser", conditions: ["svelte", "browser", "production"] });
const props = JSON.parse(await readFile(story, "utf8"));
const { rendered } = await import(pathToFileURL(join(folder, "server.mjs")));
const { head, body } = rendered(props);
const source = await readFile(join(import.meta.dirname, "App.svelte"), "utf8");
const { css } = compile(source, { filename: "App.svelte", generate: "client", css: "external" });
await writeFile(join(folder, "index.html"), `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>The peer: Svelte</title>
  <style>${css.code}</style>
  ${head}
  <script type="module" src="peer.js"></script>
  <div id="app">${body}</div>
  <script type="application/json" id="story">${JSON.stringify(props).replaceAll("<", "\\u003c")}</script>
</html>
`);
