//! Mounting and leaving, inside a browser.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Error, Object, Promise, Reflect, Uint8Array};
use sahel_explainer::host::{self, ExplainerHandle};
use sahel_explainer::{Locale, Story};
use wasm_bindgen::{JsCast, JsError, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CustomEvent, Element};

wasm_bindgen_test_configure!(run_in_browser);

/// An element on the page that is gone at the end of the test.
struct Target(Element);

impl Target {
    fn new() -> Self {
        let document = web_sys::window().and_then(|window| window.document()).expect("a page");
        let element = document.create_element("div").expect("an element");
        document.body().expect("a body").append_child(&element).expect("a child");
        Self(element)
    }

    /// The next event of this name on the element. Has to be asked for before it can happen.
    fn next(&self, name: &str) -> JsFuture {
        JsFuture::from(Promise::new(&mut |resolve, _| {
            self.0.add_event_listener_with_callback(name, &resolve).expect("a listener");
        }))
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Lets everything that is waiting in microtasks happen.
async fn settle() {
    for _ in 0..10 {
        JsFuture::from(Promise::resolve(&JsValue::NULL)).await.expect("a resolved promise");
    }
}

/// Mounts the English story, rendered anew.
fn mount(target: JsValue, options: &JsValue) -> Result<ExplainerHandle, JsError> {
    host::mount(target, options, Uint8Array::from(Story::EN).into(), None)
}

fn message(error: JsError) -> String {
    JsValue::from(error).unchecked_into::<Error>().message().into()
}

#[wasm_bindgen_test]
async fn the_page_hears_when_the_explainer_is_there_and_in_which_language() {
    let target = Target::new();
    let ready = target.next("explainer-ready");
    let mut handle = mount(target.0.clone().into(), &JsValue::UNDEFINED).expect("a handle");
    let event: CustomEvent = ready.await.expect("an event").unchecked_into();
    let lang = Reflect::get(&event.detail(), &"lang".into()).expect("a field");
    assert_eq!(lang.as_string().as_deref(), Some("en"));
    assert!(event.bubbles() && event.composed());
    assert!(target.0.query_selector("section h1").expect("a selector").is_some());
    handle.destroy();
}

#[wasm_bindgen_test]
async fn a_destroyed_explainer_leaves_nothing_and_can_be_destroyed_again() {
    let target = Target::new();
    target.0.set_inner_html("<p>before</p>");
    let mut first = mount(target.0.clone().into(), &JsValue::UNDEFINED).expect("a handle");
    let mut second = mount(target.0.clone().into(), &JsValue::NULL).expect("a handle");
    settle().await;
    assert_eq!(target.0.child_element_count(), 3, "each mount has an element of its own");
    first.destroy();
    first.destroy();
    settle().await;
    assert_eq!(target.0.query_selector_all("section.explainer").expect("a selector").length(), 1);
    second.destroy();
    settle().await;
    assert_eq!(target.0.inner_html(), "<p>before</p>");
}

#[wasm_bindgen_test]
fn what_is_no_element_is_refused_in_words() {
    for (target, found) in [
        (JsValue::NULL, "null"),
        (JsValue::UNDEFINED, "undefined"),
        ("#explainer".into(), "string"),
        (Object::new().into(), "object"),
    ] {
        let error = mount(target, &JsValue::UNDEFINED).expect_err(found);
        assert_eq!(message(error), format!("mount: target: expected an Element, found {found}"));
    }
}

#[wasm_bindgen_test]
fn options_that_make_no_sense_are_refused_in_words_and_mount_nothing() {
    let lang = |value: JsValue| -> JsValue {
        let options = Object::new();
        Reflect::set(&options, &"lang".into(), &value).expect("a field");
        options.into()
    };
    for (options, expected) in [
        (5.into(), "mount: options: expected an object, found number"),
        (
            lang(5.into()),
            "mount: options.lang: expected \"en\", the story's language, found number",
        ),
        (
            lang("fr".into()),
            "mount: options.lang: expected \"en\", the story's language, found \"fr\"",
        ),
    ] {
        let target = Target::new();
        let error = mount(target.0.clone().into(), &options).expect_err(expected);
        assert_eq!(message(error), expected);
        assert_eq!(target.0.child_element_count(), 0);
    }
}

#[wasm_bindgen_test]
fn options_that_are_not_set_or_not_known_do_no_harm() {
    let options = Object::new();
    for (name, value) in [("lang", JsValue::UNDEFINED), ("colour", Array::new().into())] {
        Reflect::set(&options, &name.into(), &value).expect("a field");
    }
    let target = Target::new();
    mount(target.0.clone().into(), &options).expect("a handle").destroy();
}

#[wasm_bindgen_test]
fn bytes_that_are_no_story_of_this_build_are_refused_in_words_and_mount_nothing() {
    let mut changed = Story::FR.to_vec();
    changed[200] ^= 1;
    for (story, expected) in [
        ("en".into(), "mount: story: expected a Uint8Array, found string"),
        (Uint8Array::from(&changed[..]).into(), "mount: story: the story's bytes are damaged"),
        (
            Uint8Array::from(&[0; 64][..]).into(),
            "mount: story: the story was built for another version of the explainer",
        ),
    ] {
        let target = Target::new();
        let refused = host::mount(target.0.clone().into(), &JsValue::UNDEFINED, story, None);
        assert_eq!(message(refused.expect_err(expected)), expected);
        assert_eq!(target.0.child_element_count(), 0);
    }
}

#[wasm_bindgen_test]
async fn the_story_decides_the_language() {
    let target = Target::new();
    let ready = target.next("explainer-ready");
    let story = Uint8Array::from(Story::AR).into();
    let mut handle =
        host::mount(target.0.clone().into(), &JsValue::NULL, story, None).expect("a handle");
    ready.await.expect("an event");
    let explainer = target.0.query_selector("section").expect("a selector").expect("a section");
    assert_eq!(explainer.get_attribute("lang").as_deref(), Some(Locale::Ar.tag()));
    assert_eq!(explainer.get_attribute("dir").as_deref(), Some("rtl"));
    handle.destroy();
}
