//! The guided tour: a card with one step at a time beside map and strip. All steps are in the markup, where
//! they read as a section of their own.

use super::cite::cite;
use super::icon::icon;
use super::once::use_effect_with;
use super::part::{PartProps, heading};
use super::profile::{go, time};
use super::themes::scenarios;
use crate::locale::date;
use crate::markup::html;
use crate::model::{EventIx, StepIx, Theme, ThemeIx, TourStep, Word};
use crate::state::Action;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// The steps of the tour with what leads through them. Needs no more of the selection than its step.
#[component]
pub fn Tour(props: &PartProps) -> Html {
    let root = use_node_ref();
    let step = props.selection.step;
    let before = use_mut_ref(|| step);
    use_effect_with(step, {
        let root = root.clone();
        move |&step| {
            let before = before.replace(step);
            if let Some(root) =
                root.cast::<Element>().filter(|_| before.is_some() != step.is_some())
            {
                arrive(&root, step.is_some());
            }
        }
    });
    html! {
        <section
            ref={root}
            class="tour"
            id={props.id("view=story")}
            hidden={props.story.tour.is_empty()}
            aria-labelledby={props.id("tour")}
        >
            <div class="tour-card">
                <div class="tour-head">
                    { heading(props.level, "title-2", Some(props.id("tour")), html! { { props.word(Word::GuidedTour) } }) }
                    <b>{ position(props, step) }</b>
                    <button type="button" class="close" onclick={props.on(Action::LeaveTour)}>
                        { icon("close") }{ props.word(Word::LeaveTour) }
                    </button>
                </div>
                { progress(props, step) }
                <div class="tour-steps">
                    for (ix, content) in StepIx::all(&props.story) {
                        <article
                            key={&*content.id}
                            class="tour-step"
                            id={step_id(props, ix)}
                            data-open={(step == Some(ix)).then_some("")}
                        >
                            { tour_step(props, ix, content) }
                        </article>
                    }
                </div>
                { ways(props, step) }
            </div>
            <div class="tour-end" data-open={(step.is_some() && step == last(props)).then_some("")}>
                for (ix, theme) in ThemeIx::all(&props.story).filter(|(_, theme)| !theme.scenarios.is_empty()) {
                    <div key={&*theme.id}>{ outlook(props, ix, theme) }</div>
                }
            </div>
        </section>
    }
}

/// The id of a step, which is also its address.
pub(crate) fn step_id(props: &PartProps, ix: StepIx) -> AttrValue {
    props.id(&["view=story&step=", &number(ix)].concat())
}

/// The number of a step as it is printed.
fn number(ix: StepIx) -> String {
    (ix.position() + 1).to_string()
}

fn last(props: &PartProps) -> Option<StepIx> {
    StepIx::all(&props.story).next_back().map(|(ix, _)| ix)
}

/// "Step 4 of 8".
pub(crate) fn position(props: &PartProps, step: Option<StepIx>) -> String {
    let step = step.map_or(String::from("1"), number);
    props.phrase(Word::StepOf, &[("n", &step), ("total", &props.story.tour.len().to_string())])
}

/// At the start the focus goes to the step, at the end to the head of the explainer.
fn arrive(root: &Element, at_step: bool) {
    let explainer = root.closest(".explainer").ok().flatten();
    let heading = if at_step {
        root.query_selector("[data-open] [tabindex]")
    } else {
        explainer.as_ref().map_or(Ok(None), |explainer| explainer.query_selector(".display"))
    };
    // Where a browser refuses, the reader only has to look for the place.
    if let Some(heading) =
        heading.ok().flatten().and_then(|heading| heading.dyn_into::<HtmlElement>().ok())
    {
        let _ = heading.focus();
    }
    if let Some(explainer) = explainer.filter(|_| at_step) {
        explainer.scroll_into_view();
    }
}

/// One segment a step: done, current, or to come.
fn progress(props: &PartProps, step: Option<StepIx>) -> Html {
    html! {
        <ol class="progress">
            for (ix, content) in StepIx::all(&props.story) {
                <li key={&*content.id}>
                    <a
                        href={format!("#{}", step_id(props, ix))}
                        title={content.title.clone()}
                        aria-label={content.title.clone()}
                        aria-current={(step == Some(ix)).then_some("step")}
                        data-done={step.is_some_and(|step| ix < step).then_some("")}
                        onclick={go(props, Action::Step(ix))}
                    />
                </li>
            }
        </ol>
    }
}

fn tour_step(props: &PartProps, ix: StepIx, step: &TourStep) -> Html {
    let checked_to = date::partial_long(props.locale(), props.story.checked_to);
    html! {
        <>
            <p class="label" hidden={!step.is_after}>
                { props.phrase(Word::SinceSummit, &[("date", &checked_to)]) }
            </p>
            { heading(props.level + 1, "title-1", None, html! { { step.title.clone() } }) }
            <p class="role">{ step.text.clone() }</p>
            <ol class="short-list">
                for (at, event) in step.events.iter().copied().enumerate() {
                    <li key={event.position()}>{ numbered(props, at, event) }</li>
                }
            </ol>
            <p class="links">
                { cite(props, &step.sources, &step.title) }
                <span class="meta" aria-hidden="true">{ position(props, Some(ix)) }</span>
            </p>
        </>
    }
}

fn numbered(props: &PartProps, at: usize, ix: EventIx) -> Html {
    let event = &props.story[ix];
    html! {
        <>
            <span class={classes!("disc", event.category.family().id())}><b>{ at + 1 }</b></span>
            { time(props, event.date, date::short(props.locale(), event.date)) }
            <a href={format!("#{}", props.id(&format!("event={}", event.id)))} onclick={go(props, Action::Show(ix))}>
                { event.title.clone() }
            </a>
        </>
    }
}

/// Back and Next. Next stays the same element, so that it keeps the focus through the tour.
fn ways(props: &PartProps, step: Option<StepIx>) -> Html {
    let story = &props.story;
    let at = step.map_or(0, StepIx::position);
    let near = |to: Option<usize>| {
        to.and_then(|to| StepIx::all(story).nth(to)).map(|(ix, content)| (ix, &content.title))
    };
    let (back, next) = (near(at.checked_sub(1)), near(Some(at + 1)));
    let first = near(Some(0)).map(|(ix, _)| ix);
    let back_to = if next.is_some() { back.map(|(ix, _)| ix) } else { first };
    let next_to = next.map_or(Action::LeaveTour, |(ix, _)| Action::Step(ix));
    html! {
        <p class="steps ways">
            <button
                type="button"
                class="button"
                aria-disabled={back_to.is_none().then_some("true")}
                onclick={back_to.map(|ix| props.on(Action::Step(ix)))}
            >
                { icon("back") }
                { props.word(if next.is_some() { Word::Back } else { Word::StartAgain }) }
            </button>
            <button type="button" class="button primary" onclick={props.on(next_to)}>
                if let Some((_, title)) = next {
                    <span class="brief">{ props.word(Word::NextStep) }</span>
                    <span class="full">{ props.phrase(Word::NextNamed, &[("name", title)]) }</span>
                    { icon("forward") }
                } else {
                    <span>{ props.word(Word::BackToOverview) }</span>
                }
            </button>
        </p>
    }
}

/// The scenarios at the end, one as weighty as the other.
fn outlook(props: &PartProps, ix: ThemeIx, theme: &Theme) -> Html {
    html! {
        <>
            { heading(props.level + 1, "title-2", None, html! { { theme.title.clone() } }) }
            { scenarios(props, ix, theme) }
        </>
    }
}
