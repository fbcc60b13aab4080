// A story that a page brings itself: fetched, or given as an object. A program of its own checks it as the
// build checks the bundled one, and turns it into the bytes that the explainer takes.

const WASM = new URL("COMPILER_WASM", import.meta.url);
const WORDS = { WORDS_FILES };
const LAND = new URL("LAND_FILE", import.meta.url);
/** How long a story may take to come, in ms. */
const PATIENCE = 20_000;
/** How large a story may be, in bytes. */
const LARGEST = 16_000_000;

/** An error of the page's story, in words. */
const wrong = (message) => Object.assign(new Error(message), { code: "story" });

async function get(url, init) {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

let started;
/** The program that checks stories. One that failed is not asked again. */
const program = () => (started ??= (async () => {
  const [glue, wasm] = await Promise.all([import("./COMPILER_GLUE"), get(WASM, { integrity: "COMPILER_INTEGRITY" })]);
  await glue.default({ module_or_path: wasm });
  return glue;
})().catch((error) => {
  started = undefined;
  throw error;
}));

async function text(src) {
  let url;
  try {
    url = new URL(src, document.baseURI);
  } catch {
    throw wrong(`src: expected an address, found ${JSON.stringify(String(src))}`);
  }
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    const response = await get(url, { signal });
    const parts = [];
    let size = 0;
    for (const reader = response.body.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      size += value.length;
      if (size > LARGEST) {
        reader.cancel();
        throw new Error(`${url}: expected at most ${LARGEST / 1e6} MB, found more`);
      }
    }
    return [url, await new Blob(parts).text()];
  } catch (error) {
    const late = /^(Timeout|Abort)Error$/.test(error.name) && `${url}: no answer within ${PATIENCE / 1000} s`;
    const lost = error instanceof TypeError && `${url}: cannot be reached, or this page may not read it`;
    throw wrong(`src: ${late || lost || error.message}`);
  }
}

async function fetched(src) {
  const [url, json] = await text(src);
  try {
    return JSON.parse(json);
  } catch {
    throw wrong(`src: ${url}: expected JSON, found a text that starts with ${JSON.stringify(json.trim().slice(0, 20))}`);
  }
}

/** The bytes of a story in a language: the one that is given, else the one at an address. */
export async function compile(lang, src, story) {
  const given = story ?? fetched(src);
  const json = async (url) => (await get(url)).json();
  const [{ compile }, file, words, land] = await Promise.all([program(), given, json(WORDS[lang]), json(LAND)]);
  try {
    return compile(file, words, land, lang);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) started = undefined;
    throw wrong(error.message);
  }
}
