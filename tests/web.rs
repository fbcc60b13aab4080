//! Mounting and leaving, inside a browser.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Error, Object, Promise, Reflect, Uint8Array};
use sahel_explainer::host::{self, ExplainerHandle};
use sahel_explainer::state::{Action, Filters};
use sahel_explainer::view::{self, ActorList, PartProps, Timeline};
use sahel_explainer::{Locale, Story};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsError, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CustomEvent, Element, HtmlElement};
use yew::{BaseComponent, Callback, Renderer};

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

/// Lets everything happen that waits, and what effects change after it.
async fn settle() {
    let window = web_sys::window().expect("a page");
    // Some of it waits for a paint.
    let frame = Promise::new(&mut |resolve, _| {
        window.request_animation_frame(&resolve).expect("a frame");
    });
    JsFuture::from(frame).await.expect("a promise that is kept");
    for _ in 0..2 {
        let later = Promise::new(&mut |resolve, _| {
            window.set_timeout_with_callback(&resolve).expect("a time-out");
        });
        JsFuture::from(later).await.expect("a promise that is kept");
    }
}

/// Mounts the English story, rendered anew.
fn mount(target: JsValue, options: &JsValue) -> Result<ExplainerHandle, JsError> {
    host::mount(target, options, Uint8Array::from(Story::EN).into(), None, true)
}

/// An object with these fields.
fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value).expect("a field");
    }
    object.into()
}

/// The root of the explainer in an element.
fn root(target: &Target) -> Element {
    target.0.query_selector(".explainer").expect("a selector").expect("an explainer")
}

/// Mounts with options and waits until the explainer answers.
async fn mounted(target: &Target, options: &JsValue, is_strict: bool) -> ExplainerHandle {
    let ready = target.next("explainer-ready");
    let story = Uint8Array::from(Story::EN).into();
    let handle = host::mount(target.0.clone().into(), options, story, None, is_strict);
    ready.await.expect("an event");
    handle.expect("a handle")
}

fn message(error: JsError) -> String {
    JsValue::from(error).unchecked_into::<Error>().message().into()
}

#[wasm_bindgen_test]
async fn the_page_hears_when_the_explainer_is_there_and_in_which_language() {
    let target = Target::new();
    let ready = target.next("explainer-ready");
    let handle = mount(target.0.clone().into(), &JsValue::UNDEFINED).expect("a handle");
    let event: CustomEvent = ready.await.expect("an event").unchecked_into();
    let lang = Reflect::get(&event.detail(), &"lang".into()).expect("a field");
    assert_eq!(lang.as_string().as_deref(), Some("en"));
    assert!(event.bubbles() && event.composed());
    assert!(target.0.query_selector("section h2.display").expect("a selector").is_some());
    handle.destroy();
}

#[wasm_bindgen_test]
async fn a_destroyed_explainer_leaves_nothing_and_can_be_destroyed_again() {
    let target = Target::new();
    target.0.set_inner_html("<p>before</p>");
    let first = mount(target.0.clone().into(), &JsValue::UNDEFINED).expect("a handle");
    let second = mount(target.0.clone().into(), &JsValue::NULL).expect("a handle");
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
    for (options, expected) in [
        (5.into(), "options: expected an object, found number"),
        (
            object(&[("lang", 5.into())]),
            "options.lang: expected \"en\", the story's language, found 5",
        ),
        (
            object(&[("lang", "fr".into())]),
            "options.lang: expected \"en\", the story's language, found \"fr\"",
        ),
        (
            object(&[("theme", "blue".into())]),
            "options.theme: expected \"auto\", \"light\" or \"dark\", found \"blue\"",
        ),
        (
            object(&[("order", true.into())]),
            "options.order: expected \"newest\" or \"oldest\", found true",
        ),
        (
            object(&[("parts", "map maps".into())]),
            "options.parts: expected some of \"points\", \"map\", \"countries\", \"timeline\", \"actors\", \
             \"themes\", \"figures\", \"glossary\", \"sources\" or \"tour\" with spaces between, found \"map maps\"",
        ),
        (
            object(&[("heading-level", 9.into())]),
            "options.heading-level: expected a number from 1 to 5, found 9",
        ),
        (
            object(&[("headingLevel", "2.5".into())]),
            "options.headingLevel: expected a number from 1 to 5, found \"2.5\"",
        ),
        (
            object(&[("country", "DZ".into())]),
            "options.country: expected \"ML\", \"NE\" or \"BF\", found \"DZ\"",
        ),
        (
            object(&[("event", Array::new().into())]),
            "options.event: expected the id of an event, found object",
        ),
        (
            object(&[("theme-id", "no".into())]),
            "options.theme-id: expected the id of a theme, found \"no\"",
        ),
        (
            object(&[("permalink", "maybe".into())]),
            "options.permalink: expected \"off\" or \"on\", found \"maybe\"",
        ),
    ] {
        let target = Target::new();
        let error = mount(target.0.clone().into(), &options).expect_err(expected);
        assert_eq!(message(error), format!("mount: {expected}"));
        assert_eq!(target.0.child_element_count(), 0);
    }
}

#[wasm_bindgen_test]
async fn options_decide_how_the_explainer_is_shown() {
    let target = Target::new();
    let options = object(&[
        ("theme", "dark".into()),
        ("parts", "map timeline sources".into()),
        ("heading-level", "4".into()),
        ("country", "NE".into()),
        ("order", "oldest".into()),
        ("load", "eager".into()),
    ]);
    let handle = mounted(&target, &options, true).await;
    let root = root(&target);
    assert_eq!(root.get_attribute("data-theme").as_deref(), Some("dark"));
    assert_eq!(root.get_attribute("data-country").as_deref(), Some("NE"));
    assert_eq!(handle.selection(), "country=NE&order=oldest");
    let count = |selector| root.query_selector_all(selector).expect("a selector").length();
    assert_eq!((count("h4.display"), count("[role=tab]"), count("[role=tabpanel]")), (1, 2, 2));
    assert_eq!((count(".map-column"), count(".points"), count(".profile")), (1, 0, 0));
    handle.destroy();
}

#[wasm_bindgen_test]
async fn wrong_options_of_an_element_give_way_to_the_defaults() {
    let target = Target::new();
    let options = object(&[
        ("theme", "blue".into()),
        ("parts", "".into()),
        ("heading-level", JsValue::from_f64(f64::NAN)),
        ("country", "DZ".into()),
    ]);
    let handle = mounted(&target, &options, false).await;
    let root = root(&target);
    assert_eq!(root.get_attribute("data-theme"), None);
    assert!(root.query_selector("h2.display").expect("a selector").is_some());
    assert_eq!(root.query_selector_all("[role=tab]").expect("a selector").length(), 6);
    assert_eq!(handle.selection(), "");
    handle.destroy();
}

#[wasm_bindgen_test]
async fn an_update_changes_what_it_names_and_keeps_the_rest() {
    let target = Target::new();
    let handle = mounted(&target, &object(&[("theme", "dark".into())]), true).await;
    let root = root(&target);
    handle.select("country=ML&category=coup");
    settle().await;
    handle.update(&object(&[("theme", "light".into())]), None, true).expect("an update");
    settle().await;
    assert_eq!(root.get_attribute("data-theme").as_deref(), Some("light"));
    assert_eq!(handle.selection(), "country=ML&category=coup");
    let options = object(&[("country", "BF".into()), ("theme", JsValue::NULL)]);
    handle.update(&options, None, true).expect("an update");
    settle().await;
    assert_eq!(root.get_attribute("data-theme"), None);
    assert_eq!(root.get_attribute("data-country").as_deref(), Some("BF"));
    assert_eq!(handle.selection(), "country=BF&category=coup");
    handle.destroy();
}

#[wasm_bindgen_test]
async fn another_language_keeps_what_is_selected() {
    let target = Target::new();
    let handle = mounted(&target, &JsValue::NULL, true).await;
    handle.select("country=NE&event=bamako-summit-2025");
    settle().await;
    let arabic = Uint8Array::from(Story::AR);
    handle.update(&object(&[("lang", "ar".into())]), Some(arabic), true).expect("an update");
    settle().await;
    let root = root(&target);
    assert_eq!(root.get_attribute("lang").as_deref(), Some("ar"));
    assert_eq!(root.get_attribute("data-country").as_deref(), Some("NE"));
    assert_eq!(handle.selection(), "country=NE&event=bamako-summit-2025");
    handle.destroy();
}

#[wasm_bindgen_test]
async fn what_is_refused_changes_nothing() {
    let target = Target::new();
    let handle = mounted(&target, &object(&[("country", "ML".into())]), true).await;
    let options = object(&[("country", "NE".into()), ("theme", "blue".into())]);
    let refused = handle.update(&options, None, true).expect_err("a wrong theme");
    assert_eq!(
        message(refused),
        "update: options.theme: expected \"auto\", \"light\" or \"dark\", found \"blue\""
    );
    settle().await;
    assert_eq!(handle.selection(), "country=ML");
    handle.destroy();
    let refused = handle.update(&JsValue::NULL, None, true).expect_err("nothing is there");
    assert_eq!(message(refused), "update: the explainer was destroyed before");
    assert_eq!(handle.selection(), "");
}

#[wasm_bindgen_test]
async fn what_is_selected_before_the_explainer_answers_is_not_lost() {
    let target = Target::new();
    let ready = target.next("explainer-ready");
    let handle = mount(target.0.clone().into(), &JsValue::NULL).expect("a handle");
    handle.select("country=ML");
    ready.await.expect("an event");
    settle().await;
    assert_eq!(root(&target).get_attribute("data-country").as_deref(), Some("ML"));
    handle.clear();
    settle().await;
    assert_eq!(root(&target).get_attribute("data-country"), None);
    handle.destroy();
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
    // The format follows the head of the module.
    let mut other = Story::FR.to_vec();
    other[20] ^= 1;
    for (story, expected) in [
        ("en".into(), "mount: story: expected a Uint8Array, found string"),
        (Uint8Array::from(&changed[..]).into(), "mount: story: the story's bytes are damaged"),
        (Uint8Array::from(&[0; 64][..]).into(), "mount: story: the story's bytes are damaged"),
        (
            Uint8Array::from(&other[..]).into(),
            "mount: story: the story was built for another version of the explainer",
        ),
    ] {
        let target = Target::new();
        let refused = host::mount(target.0.clone().into(), &JsValue::UNDEFINED, story, None, true);
        assert_eq!(message(refused.expect_err(expected)), expected);
        assert_eq!(target.0.child_element_count(), 0);
    }
}

#[wasm_bindgen_test]
async fn the_story_decides_the_language() {
    let target = Target::new();
    let ready = target.next("explainer-ready");
    let story = Uint8Array::from(Story::AR).into();
    let handle =
        host::mount(target.0.clone().into(), &JsValue::NULL, story, None, true).expect("a handle");
    ready.await.expect("an event");
    let explainer = target.0.query_selector("section").expect("a selector").expect("a section");
    assert_eq!(explainer.get_attribute("lang").as_deref(), Some(Locale::Ar.tag()));
    assert_eq!(explainer.get_attribute("dir").as_deref(), Some("rtl"));
    handle.destroy();
}

/// What an app hears of a press on a control when it has given the part another callback since: by the first
/// one and by the second.
async fn heard<P>(control: &str) -> [Vec<Action>; 2]
where
    P: BaseComponent<Properties = PartProps>,
{
    let story = Story::bundled(Locale::En);
    let visible = Rc::new(view::visible(&story, &Filters::default()));
    let heard = [(); 2].map(|()| Rc::new(RefCell::new(Vec::new())));
    let [first, second] = heard.each_ref().map(|heard| {
        let heard = heard.clone();
        PartProps {
            story: story.clone(),
            selection: Rc::default(),
            visible: visible.clone(),
            ahead: None,
            onaction: Callback::from(move |action| heard.borrow_mut().push(action)),
            ids: "".into(),
            level: 3,
            parts: view::Parts::default(),
        }
    });
    let target = Target::new();
    let mut app = Renderer::<P>::with_root_and_props(target.0.clone(), first).render();
    settle().await;
    app.update(second);
    settle().await;
    let control = target.0.query_selector(control).expect("a selector").expect("a control");
    control.unchecked_into::<HtmlElement>().click();
    app.destroy();
    heard.map(|heard| heard.take())
}

#[wasm_bindgen_test]
async fn controls_report_to_the_callback_that_their_part_has_now() {
    let events = heard::<Timeline>("[data-event] button").await;
    assert!(
        matches!(&events, [first, second] if first.is_empty() && second.len() == 1),
        "{events:?}"
    );
    let actors = heard::<ActorList>("[data-actor] > button").await;
    assert!(
        matches!(&actors, [first, second] if first.is_empty() && second.len() == 1),
        "{actors:?}"
    );
}
