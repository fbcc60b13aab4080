//! A Yew app that has little to do with the explainer, and shows several.
//!
//! `/` has one that the server renders and the browser takes over, and one that the app's own buttons drive;
//! `/parts/` has a map and a list of actors under one selection, without the rest.

use sahel_explainer::state::address::{of_fragment, to_fragment};
use sahel_explainer::view::{ActorList, Ground, MapView, Part, Parts, use_parts};
use sahel_explainer::{Explainer, Locale, Selection, Story};
use yew::prelude::*;
use yew_router::history::{AnyHistory, History, MemoryHistory};
use yew_router::prelude::*;

/// The pages of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Routable)]
pub enum Route {
    /// Two explainers.
    #[at("/")]
    Article,
    /// Parts of one.
    #[at("/parts/")]
    Parts,
}

impl Route {
    /// All pages.
    pub const ALL: [Self; 2] = [Self::Article, Self::Parts];
}

/// Props of [`App`].
#[derive(Clone, Debug, Default, PartialEq, Properties)]
pub struct AppProps {
    /// The page to render where there is no address bar. Default: what the browser's says.
    #[prop_or_default]
    pub page: Option<Route>,
}

/// The app.
#[component]
pub fn App(props: &AppProps) -> Html {
    // Decoded once, for all pages.
    let story = use_memo((), |()| Story::bundled(Locale::En));
    let content = html! {
        <ContextProvider<Story> context={(*story).clone()}>
            <nav>
                <Link<Route> to={Route::Article}>{ "Article" }</Link<Route>>
                <Link<Route> to={Route::Parts}>{ "Map and actors" }</Link<Route>>
            </nav>
            <main><Switch<Route> render={page} /></main>
        </ContextProvider<Story>>
    };
    match props.page {
        None => html! { <BrowserRouter>{ content }</BrowserRouter> },
        Some(page) => {
            let history = AnyHistory::from(MemoryHistory::new());
            history.push(page.to_path());
            html! { <Router {history}>{ content }</Router> }
        }
    }
}

fn page(route: Route) -> Html {
    match route {
        Route::Article => html! { <Article /> },
        Route::Parts => html! { <MapAndActors /> },
    }
}

/// The story that the app holds.
#[hook]
fn use_story() -> Story {
    use_context().expect("the app gives its pages the story")
}

/// An article with an explainer in it, and below it a desk with another.
#[component]
fn Article() -> Html {
    let story = use_story();
    let parts: Parts =
        [Part::Points, Part::Map, Part::Countries, Part::Timeline].into_iter().collect();
    html! {
        <article>
            <h1>{ "Two days in Bamako" }</h1>
            <p>{ "What follows was in the page before its program came." }</p>
            <Explainer {story} {parts} ids="article-" />
            <Desk />
        </article>
    }
}

/// An explainer that the buttons of the app drive, and that tells the app what its reader selects.
#[component]
fn Desk() -> Html {
    let story = use_story();
    // Effects run in browsers alone: the server leaves this explainer out.
    let is_in_browser = use_state_eq(|| false);
    use_effect_with((), {
        let is_in_browser = is_in_browser.clone();
        move |()| is_in_browser.set(true)
    });
    let selection = use_state_eq(Selection::default);
    let onchange = Callback::from({
        let selection = selection.clone();
        move |now| selection.set(now)
    });
    let button = |name: &'static str, fragment: &'static str| {
        let (story, selection) = (story.clone(), selection.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            selection.set(of_fragment(&story, fragment).unwrap_or_default());
        });
        html! { <button type="button" {onclick}>{ name }</button> }
    };
    let parts: Parts = [Part::Map, Part::Countries, Part::Actors].into_iter().collect();
    html! {
        <section>
            <h2>{ "The desk" }</h2>
            <div class="desk">
                { button("Niger", "country=NE") }
                { button("Attacks in Mali", "country=ML&category=attack") }
                { button("Everything", "") }
                <output>{ to_fragment(&story, &selection) }</output>
            </div>
            if *is_in_browser {
                <Explainer {story} {parts} selection={(*selection).clone()} {onchange} ids="desk-" level={3} />
            }
        </section>
    }
}

/// Parts of an explainer under one selection, with text of the app between them.
#[component]
fn MapAndActors() -> Html {
    let story = use_story();
    let part = use_parts(&story);
    html! {
        <article>
            <h1>{ "Map and actors" }</h1>
            <Ground part={part.clone()}>
                <MapView ..part.clone() />
                <p>{ "Select a country on the map: the list below follows." }</p>
                <ActorList ..part />
            </Ground>
        </article>
    }
}
