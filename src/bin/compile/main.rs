//! Checks a story that a page brings, in the browser, and encodes it for the explainer.
//!
//! A program of its own, so that readers of the bundled story do not load the checks.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::Uint8Array;
    use sahel_explainer::compile::compile as compile_story;
    use wasm_bindgen::prelude::*;

    /// The encoded story in a language, from the content of a story file, the interface words in that
    /// language, and the bundled base map.
    ///
    /// # Errors
    /// What is wrong with the story first, and how much more there is.
    #[wasm_bindgen]
    pub fn compile(
        file: &JsValue,
        words: &JsValue,
        base_map: &JsValue,
        lang: &str,
    ) -> Result<Uint8Array, JsError> {
        let bytes = compile_story(file, words, base_map, lang);
        bytes.map(|bytes| Uint8Array::from(&*bytes)).map_err(|message| JsError::new(&message))
    }
}
