//! Yew's hooks and components, compiled once for all types.
//!
//! Yew compiles its machinery anew for each component, and for the types of each use of a hook: some 400 bytes of program a
//! time, after compression. What is here keeps what differs behind a pointer. The hooks have the names, arguments and meaning
//! of Yew's.

use crate::markup::html;
use std::any::Any;
use std::rc::Rc;
use yew::functional::{FunctionProvider, Hook, HookContext, TearDown};
use yew::html::HtmlResult;
use yew::prelude::*;
use yew::virtual_dom::Key;
#[cfg(all(target_arch = "wasm32", feature = "hydrate"))]
use {
    web_sys::Element,
    yew::{AppHandle, Renderer},
};

/// What an effect, a value or a component depends on.
#[derive(Clone)]
struct Deps(Rc<dyn Compared>);

trait Compared: Any {
    fn equals(&self, other: &dyn Any) -> bool;
}

impl<D: PartialEq + 'static> Compared for D {
    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<D>() == Some(self)
    }
}

impl PartialEq for Deps {
    fn eq(&self, other: &Self) -> bool {
        self.0.equals(&*other.0)
    }
}

type Effect = Box<dyn FnOnce(&Deps) -> Box<dyn FnOnce()>>;
type Value<'a> = Box<dyn FnOnce(&Deps) -> Rc<dyn Any> + 'a>;
type Run = fn(&mut HookContext, &Deps) -> HtmlResult;

/// A component with its props.
pub(crate) fn component<C>(props: C::Properties) -> Html
where
    C: FunctionProvider<Properties: 'static>,
{
    keyed::<C>(key::<C>(), props)
}

/// Tells a component from others in the same place.
pub(crate) fn key<C>() -> Key
where
    C: FunctionProvider<Properties: 'static>,
{
    Key::from((run::<C> as Run as usize).to_string())
}

/// A component with its props in a list of the same components.
pub(crate) fn keyed<C>(key: impl Into<Key>, props: C::Properties) -> Html
where
    C: FunctionProvider<Properties: 'static>,
{
    let SharedProps { run, props } = content::<C>(props).0;
    html! { <Shared key={key.into()} {run} {props}/> }
}

/// A component with its props, to be shown as an application.
#[derive(Clone, PartialEq)]
pub(crate) struct Content(SharedProps);

/// An application that shows some content.
#[cfg(all(target_arch = "wasm32", feature = "hydrate"))]
pub(crate) type Application = AppHandle<Shared>;

/// A component with its props, to be shown as an application.
pub(crate) fn content<C>(props: C::Properties) -> Content
where
    C: FunctionProvider<Properties: 'static>,
{
    Content(SharedProps { run: run::<C>, props: Deps(Rc::new(props)) })
}

impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Content")
    }
}

impl Content {
    /// As a part of another application.
    pub(crate) fn html(self) -> Html {
        html! { <Shared ..self.0/> }
    }

    /// Draws it in an element.
    #[cfg(all(target_arch = "wasm32", feature = "hydrate"))]
    pub(crate) fn draw(self, root: Element) -> Application {
        Renderer::<Shared>::with_root_and_props(root, self.0).render()
    }

    /// Takes its markup in an element over.
    #[cfg(all(target_arch = "wasm32", feature = "hydrate"))]
    pub(crate) fn take_over(self, root: Element) -> Application {
        Renderer::<Shared>::with_root_and_props(root, self.0).hydrate()
    }

    /// Shows it in an application of the same component.
    #[cfg(all(target_arch = "wasm32", feature = "hydrate"))]
    pub(crate) fn update(self, app: &mut Application) {
        app.update(self.0);
    }
}

fn run<C>(context: &mut HookContext, props: &Deps) -> HtmlResult
where
    C: FunctionProvider<Properties: 'static>,
{
    let props: &dyn Any = &*props.0;
    match props.downcast_ref() {
        Some(props) => C::run(context, props),
        None => unreachable!("a component has one type of props"),
    }
}

#[derive(Clone, Properties)]
pub(crate) struct SharedProps {
    run: Run,
    props: Deps,
}

/// The key has told other components from this one before.
impl PartialEq for SharedProps {
    fn eq(&self, other: &Self) -> bool {
        self.props == other.props
    }
}

#[component]
pub(crate) fn Shared(props: &SharedProps) -> HtmlResult {
    use_component(props)
}

fn use_component(props: &SharedProps) -> impl Hook<Output = HtmlResult> + '_ {
    struct Component<'a>(&'a SharedProps);
    impl Hook for Component<'_> {
        type Output = HtmlResult;

        fn run(self, context: &mut HookContext) -> HtmlResult {
            (self.0.run)(context, &self.0.props)
        }
    }
    Component(props)
}

/// Runs an effect after the renders in which what it depends on has changed.
#[hook]
pub(crate) fn use_effect_with<D, T>(deps: D, effect: impl FnOnce(&D) -> T + 'static)
where
    D: PartialEq + 'static,
    T: TearDown,
{
    let deps = Rc::new(deps);
    let effect: Effect = {
        let deps = Rc::clone(&deps);
        Box::new(move |_| {
            let left = effect(&deps);
            Box::new(move || left.tear_down())
        })
    };
    yew::functional::use_effect_with(Deps(deps), effect);
}

/// A value that is made anew when what it depends on has changed.
#[hook]
pub(crate) fn use_memo<D, T>(deps: D, value: impl FnOnce(&D) -> T) -> Rc<T>
where
    D: PartialEq + 'static,
    T: 'static,
{
    let deps = Rc::new(deps);
    let value: Value<'_> = {
        let deps = Rc::clone(&deps);
        Box::new(move |_| Rc::new(value(&deps)))
    };
    let value = yew::functional::use_memo(Deps(deps), value);
    match Rc::clone(&*value).downcast() {
        Ok(value) => value,
        Err(_) => unreachable!("a hook has one type"),
    }
}

/// Whether something is open, shown or chosen; at first it is not.
#[hook]
pub(crate) fn use_flag() -> UseStateHandle<bool> {
    use_state_eq(|| false)
}
