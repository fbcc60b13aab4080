//! Mounting into an element, what can be done with an explainer then, and leaving it.

use super::event::HostEvent;
use super::failure;
use super::options::{self, Strictness};
use super::share;
use super::value::type_of;
use crate::model::Locale;
use crate::state::address::{of_fragment, to_fragment};
use crate::state::{Action, Selected, Selection};
use crate::story::Story;
use crate::view::{
    Application, Content, Edition, Explainer, ExplainerProps, Parts, Share, StepReached, content,
    prepare,
};
use js_sys::Uint8Array;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AttrValue, Callback};

/// An explainer on the page.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ExplainerHandle(Rc<RefCell<Option<Mounted>>>);

/// What is mounted, and where.
#[derive(Debug)]
struct Mounted {
    /// Once it is there.
    app: Option<Application>,
    /// What is to be taken over, until it is: with the props that its markup was made from.
    waiting: Option<Content>,
    /// The element that the explainer was put into.
    target: Element,
    /// The element in it that is the explainer's own.
    root: Element,
    /// With which props it should be shown; its markup may not be so far yet.
    props: ExplainerProps,
    /// What is selected now.
    now: Selection,
    /// Takes actions, once the explainer answers.
    act: Option<Callback<Action>>,
}

type Shared = Rc<RefCell<Option<Mounted>>>;

#[wasm_bindgen]
impl ExplainerHandle {
    /// Takes over what is prerendered, if [`mount`] was given that; else it does nothing. It is apart from
    /// `mount` so that each can be a task of its own: on a slow phone both are long.
    pub fn begin(&self) {
        if let Some(mounted) = &mut *self.0.borrow_mut()
            && let Some(first) = mounted.waiting.take()
        {
            prepare(&mounted.root);
            mounted.app = Some(first.take_over(mounted.root.clone()));
        }
    }

    /// Changes some options; what is selected stays, as far as no option says otherwise.
    ///
    /// `story` is another story, or the same in another language, as for [`mount`].
    ///
    /// # Errors
    /// As for [`mount`], and if the explainer was destroyed. Nothing has changed then.
    pub fn update(
        &self,
        options: &JsValue,
        story: Option<Uint8Array>,
        is_strict: bool,
    ) -> Result<(), JsError> {
        let failed = |message: &str| JsError::new(&["update: ", message].concat());
        let mut slot = self.0.borrow_mut();
        let mounted = slot.as_mut().ok_or_else(|| failed("the explainer was destroyed before"))?;
        let mut props = mounted.props.clone();
        let mut now = mounted.now.clone();
        if let Some(story) = story {
            props.story = decoded(&story).map_err(|message| failed(&message))?;
            if let Some(same) = of_fragment(&props.story, &to_fragment(&mounted.props.story, &now))
            {
                now = same;
            }
        }
        // Options that select are read into what is selected now.
        props.selection = now.clone();
        options::read(options, strictness(is_strict), &mut props)
            .map_err(|message| failed(&message))?;
        let wanted = std::mem::replace(&mut props.selection, mounted.props.selection.clone());
        if has_same_items(&props.story, &mounted.props.story) {
            mounted.props = props;
            mounted.show();
            if wanted != mounted.now {
                mounted.select(wanted);
            }
            return Ok(());
        }
        // What is selected is known by its position in the story, so another story starts anew.
        props.selection = wanted;
        let target = mounted.target.clone();
        if let Some(old) = slot.take() {
            old.leave();
        }
        drop(slot);
        start(&self.0, target, None, props).map_err(failed)
    }

    /// Selects what a fragment of an address stands for, such as `country=ML&event=`, and nothing else.
    pub fn select(&self, fragment: &str) {
        if let Some(mounted) = &mut *self.0.borrow_mut()
            && let Some(selection) = of_fragment(&mounted.props.story, fragment)
        {
            mounted.select(selection);
        }
    }

    /// Clears everything that is selected.
    pub fn clear(&self) {
        if let Some(mounted) = &mut *self.0.borrow_mut() {
            let cleared = mounted.now.after(Action::ClearAll).after(Action::CloseEvent);
            mounted.select(cleared);
        }
    }

    /// What is selected, as the fragment of an address without `#`; empty if nothing is.
    #[wasm_bindgen(getter)]
    pub fn selection(&self) -> String {
        let slot = self.0.borrow();
        slot.as_ref()
            .map(|mounted| to_fragment(&mounted.props.story, &mounted.now))
            .unwrap_or_default()
    }

    /// Takes the explainer off the page and frees what it used. A second call does nothing.
    pub fn destroy(&self) {
        if let Some(mounted) = self.0.take() {
            mounted.leave();
        }
    }
}

impl Mounted {
    fn show(&mut self) {
        if let Some(app) = &mut self.app {
            content::<Explainer>(self.props.clone()).update(app);
        }
    }

    fn select(&mut self, selection: Selection) {
        self.now = selection.clone();
        if let Some(act) = &self.act {
            act.emit(Action::Replace(Box::new(selection)));
        }
    }

    fn leave(self) {
        failure::unwatch(&self.root);
        if let Some(app) = self.app {
            app.destroy();
        }
        // The framework keeps the element for ever; out of the page, it holds on to nothing else.
        self.root.remove();
    }
}

/// Whether a selection in one story means the same in the other.
fn has_same_items(one: &Story, other: &Story) -> bool {
    macro_rules! same {
        ($($list:ident)*) => {
            $(one.$list.iter().map(|item| &item.id).eq(other.$list.iter().map(|item| &item.id)))&&*
        };
    }
    one == other || same!(countries actors events places key_points themes figures glossary sources)
}

fn decoded(story: &Uint8Array) -> Result<Story, String> {
    Story::decode(&story.to_vec()).map_err(|error| ["story: ", &error.to_string()].concat())
}

fn strictness(is_strict: bool) -> Strictness {
    if is_strict { Strictness::Refuse } else { Strictness::Warn }
}

/// A prefix for ids that nothing else on the page uses. The first explainer has none, so that its sections
/// can be linked to, unless there is a prerendered one.
fn next_prefix(target: &Element) -> AttrValue {
    thread_local! {
        static MOUNTS: Cell<u32> = const { Cell::new(0) };
    }
    let mounts = MOUNTS.get();
    MOUNTS.set(mounts.wrapping_add(1));
    let is_free = || {
        let document = target.owner_document();
        document.is_none_or(|document| document.get_element_by_id("tab=timeline").is_none())
    };
    if mounts == 0 && is_free() {
        AttrValue::Static("")
    } else {
        AttrValue::from(["e", &mounts.to_string(), "-"].concat())
    }
}

/// Mounts an explainer at the end of an element.
///
/// `story` is a `Uint8Array` with an encoded story. `prerendered` is the child of `target` that holds the
/// markup of the same story, rendered by the same build: [`ExplainerHandle::begin`] takes it over in place.
/// `is_strict` says whether wrong options are refused; if not, they are warned of, and the defaults used in
/// their place.
///
/// # Errors
/// A JavaScript `Error` if `target` is not an element of a page, an option has a wrong value, or the bytes
/// are not a story that this build can read.
#[wasm_bindgen]
pub fn mount(
    target: JsValue,
    options: &JsValue,
    story: JsValue,
    prerendered: Option<Element>,
    is_strict: bool,
) -> Result<ExplainerHandle, JsError> {
    let failed = |message: &str| JsError::new(&["mount: ", message].concat());
    let target: Element = target.dyn_into().map_err(|target| {
        failed(&["target: expected an Element, found ", &type_of(&target)].concat())
    })?;
    if !target.is_connected() {
        return Err(failed("target: expected an Element of a page, found one that is in none"));
    }
    let story: Uint8Array = story.dyn_into().map_err(|story| {
        failed(&["story: expected a Uint8Array, found ", &type_of(&story)].concat())
    })?;
    let story = decoded(&story).map_err(|message| failed(&message))?;
    let of_page = ExplainerProps::of_page(story);
    let languages = editions(&target);
    let parts = parts_of_page(&target);
    let mut props = if prerendered.is_some() {
        ExplainerProps { languages, parts, permalink: false, ..of_page }
    } else {
        let level = if languages.is_empty() { options::LEVEL } else { of_page.level };
        let ids = next_prefix(&target);
        ExplainerProps { level, ids, languages, parts, permalink: false, ..of_page }
    };
    options::read(options, strictness(is_strict), &mut props)
        .map_err(|message| failed(&message))?;
    let shared = Shared::default();
    let prerendered = prerendered.map(|root| (root, parts));
    start(&shared, target, prerendered, props).map_err(failed)?;
    Ok(ExplainerHandle(shared))
}

/// What a prerendered article says of itself, whether it is taken over or replaced.
fn said_by_page(target: &Element, attribute: &str) -> Option<String> {
    let article = target.query_selector(":scope > [data-page]").ok().flatten();
    article.and_then(|article| article.get_attribute(attribute))
}

/// The languages that a prerendered article leads to, by the name of its page.
fn editions(target: &Element) -> Rc<[Edition]> {
    said_by_page(target, "data-page").map_or_else(Rc::default, |page| Edition::of_page(&page))
}

/// The parts that a prerendered article was made of; all, if there is none.
fn parts_of_page(target: &Element) -> Parts {
    said_by_page(target, "data-parts").and_then(|names| Parts::named(&names)).unwrap_or_default()
}

/// Puts an explainer into a slot and on the page, in place of what is prerendered with its parts.
fn start(
    shared: &Shared,
    target: Element,
    prerendered: Option<(Element, Parts)>,
    mut props: ExplainerProps,
) -> Result<(), &'static str> {
    let (prerendered, made_of) = prerendered.unzip();
    // Each mount has an element of its own: listeners on it stay when the explainer goes.
    let root = prerendered
        .or_else(|| {
            let root = target.owner_document()?.create_element("div").ok()?;
            target.append_child(&root).is_ok().then_some(root)
        })
        .ok_or("target: expected an Element that can hold a <div>")?;
    failure::watch(&root, &target);
    listen(shared, &target, &mut props);
    props.parts = props.parts.taken_over(made_of.is_some());
    // Markup is taken over with the props that it was made from; what options want comes right after.
    let first = if let Some(parts) = made_of {
        ExplainerProps {
            onchange: props.onchange.clone(),
            onselect: props.onselect.clone(),
            onready: props.onready.clone(),
            onstep: props.onstep.clone(),
            onshare: props.onshare.clone(),
            onlang: props.onlang.clone(),
            languages: props.languages.clone(),
            permalink: props.permalink,
            parts: parts.taken_over(true),
            ..ExplainerProps::of_page(props.story.clone())
        }
    } else {
        props.clone()
    };
    let first = content::<Explainer>(first);
    let (app, waiting) = if made_of.is_some() {
        (None, Some(first))
    } else {
        (Some(first.draw(root.clone())), None)
    };
    let now = props.selection.clone();
    *shared.borrow_mut() = Some(Mounted { app, waiting, target, root, props, now, act: None });
    Ok(())
}

/// Lets the page and the slot know what happens in the explainer.
fn listen(shared: &Shared, target: &Element, props: &mut ExplainerProps) {
    // The slot holds what holds these callbacks, so they must not hold the slot.
    let slot = Rc::downgrade(shared);
    let with = move |change: &mut dyn FnMut(&mut Mounted)| {
        if let Some(shared) = slot.upgrade()
            && let Some(mounted) = &mut *shared.borrow_mut()
        {
            change(mounted);
        }
    };
    let with = Rc::new(with);
    props.onchange = Callback::from({
        let (with, target, story) = (with.clone(), target.clone(), props.story.clone());
        move |selection: Selection| {
            with(&mut |mounted| mounted.now = selection.clone());
            HostEvent::Change(&to_fragment(&story, &selection)).dispatch(&target);
        }
    });
    props.onselect = Callback::from({
        let target = target.clone();
        move |selected: Option<Selected>| {
            let selected = selected.as_ref().map(|selected| (selected.kind.name(), &*selected.id));
            HostEvent::Select(selected).dispatch(&target);
        }
    });
    props.onstep = Callback::from({
        let target = target.clone();
        move |reached: StepReached| HostEvent::Step(reached).dispatch(&target)
    });
    props.onshare = Some(Callback::from({
        let target = target.clone();
        move |wanted: Share| share::open(wanted, &target)
    }));
    props.onlang = Some(Callback::from({
        let target = target.clone();
        move |locale: Locale| HostEvent::Language(locale.tag()).dispatch(&target)
    }));
    props.onready = Callback::from({
        let lang = props.story.locale.tag();
        let target = target.clone();
        move |act: Callback<Action>| {
            with(&mut |mounted| {
                mounted.act = Some(act.clone());
                mounted.show();
                // What was selected while nothing answered yet.
                act.emit(Action::Replace(Box::new(mounted.now.clone())));
            });
            HostEvent::Ready { lang }.dispatch(&target);
        }
    });
}
