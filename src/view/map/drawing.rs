//! The drawing: one image for every width of the map's box.

use super::annotations::annotations;
use super::base::{Land, LandProps};
use super::edge::{beyond, locator, scale_bar};
use super::framing::{Framing, window};
use super::markers::{markers, place_at};
use super::marks::{Mark, marks};
use super::names::{map_names, place_names};
use super::tip::{Pointed, Sheet, Tip, TipProps};
use crate::geo::Frame;
use crate::locale::phrase;
use crate::markup::html;
use crate::model::{Count, PlaceIx, Word};
use crate::view::later::later_one;
use crate::view::once::{component, keyed, use_effect_with, use_memo};
use crate::view::part::PartProps;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// Props of [`MapDrawing`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MapDrawingProps {
    /// Story, selection and where actions go. The land shows the selection that is ahead.
    pub part: PartProps,
    /// The part of the plane that phones show, if not all.
    #[prop_or_default]
    pub closer: Option<Frame>,
    /// What a ring and a tooltip point to.
    #[prop_or_default]
    pub pointed: Option<Pointed>,
    /// Emitted with the place whose marker a pointer that hovers came over, or `None` when it left.
    #[prop_or_default]
    pub onhover: Callback<Option<PlaceIx>>,
    /// Emitted when the reader wants the tooltip gone.
    #[prop_or_default]
    pub ondismiss: Callback<()>,
}

/// Land, names, markers and what stands at the edge.
#[component]
pub fn MapDrawing(props: &MapDrawingProps) -> Html {
    let land = &props.part.pressed().filters;
    let part = &props.part.clone().without_ahead();
    let sheets = {
        let (story, visible) = (part.story.clone(), part.visible.clone());
        use_memo((part.story.clone(), part.visible.clone()), move |_| {
            [Framing::Wide, Framing::Narrow]
                .map(|framing| (framing, Rc::new(marks(&story, &visible, framing))))
        })
    };
    let closer = {
        let (story, visible) = (part.story.clone(), part.visible.clone());
        use_memo((part.story.clone(), part.visible.clone(), props.closer), move |(_, _, closer)| {
            closer
                .map(Framing::Closer)
                .map(|framing| (framing, Rc::new(marks(&story, &visible, framing))))
        })
    };
    let sheets: Rc<[Sheet]> = sheets.iter().chain(closer.iter()).cloned().collect();
    use_dismissal(props.pointed.is_some(), props.ondismiss.clone());
    let onpointermove = use_callback(
        (props.onhover.clone(), part.story.clone()),
        |event: PointerEvent, (onhover, story)| {
            let target = event.target_dyn_into::<Element>();
            let is_on_tip =
                target.is_some_and(|target| matches!(target.closest(".tip"), Ok(Some(_))));
            if event.pointer_type() != "touch" && !is_on_tip {
                onhover.emit(place_at(&event, story));
            }
        },
    );
    let onpointerleave = props.onhover.reform(|_: PointerEvent| None);
    let root = use_node_ref();
    use_effect_with(props.closer, {
        let root = root.clone();
        move |closer| {
            if let (Some(map), Some(frame)) = (root.cast::<HtmlElement>(), *closer) {
                frame_closer(&map, frame);
            }
        }
    });
    let is_step = part.selection.step.is_some();
    html! {
        <div
            ref={root}
            class="map"
            data-closer={props.closer.map(|_| "")}
            data-step={is_step.then_some("")}
            onpointermove={onpointermove.clone()}
            {onpointerleave}
        >
            <div class="map-drawing" role="img" aria-label={description(part, is_step)}>
                <svg class="window">
                    { component::<Land>(LandProps {
                        story: part.story.clone(),
                        ids: if is_step { part.id("step-") } else { part.ids.clone() },
                        selected: land.country.filter(|_| !is_step),
                        active: land.actor.filter(|_| !is_step),
                        onaction: part.onaction.clone(),
                    }) }
                    <g>
                        for (framing, marks) in sheets.iter() {
                            { names(NamesProps {
                                part: part.clone(),
                                framing: *framing,
                                marks: marks.clone(),
                                onpointermove: onpointermove.clone(),
                            }) }
                        }
                    </g>
                </svg>
                <svg class="edges">
                    { if is_step { Html::default() } else { beyond(part) } }
                    { scale_bar(part) }
                    { locator(part) }
                </svg>
                { component::<Tip>(TipProps { part: part.clone(), pointed: props.pointed, sheets }) }
            </div>
        </div>
    }
}

/// Tells style where the window stands that shows this part of the plane; only style knows on which maps
/// it is wanted.
fn frame_closer(map: &HtmlElement, frame: Frame) {
    let names = ["--near-x", "--near-y", "--near-width", "--near-height"];
    for (name, value) in names.into_iter().zip(window(frame)) {
        // A map that cannot be drawn closer shows the whole region.
        let _ = map.style().set_property(name, &value);
    }
}

/// Props of [`Names`].
#[derive(Clone, PartialEq, Properties)]
struct NamesProps {
    part: PartProps,
    framing: Framing,
    marks: Rc<Vec<Mark>>,
    /// What comes to a part that is taken over later does not come to what is around it.
    onpointermove: Callback<PointerEvent>,
}

/// A framing whose markup may have been there before. What is drawn closer never was.
fn names(props: NamesProps) -> Html {
    let key = props.framing.class();
    match props.framing {
        Framing::Wide | Framing::Narrow => later_one::<Names>("g", key, props.part.parts, props),
        Framing::Closer(_) => keyed::<Names>(key, props),
    }
}

/// Names and markers of one framing, or at a step of the tour its annotations in place of markers.
#[component]
fn Names(props: &NamesProps) -> Html {
    let NamesProps { part, framing, marks, onpointermove } = props;
    let step = part.selection.step.map(|ix| &part.story[ix]);
    html! {
        <g class={framing.class()} onpointermove={onpointermove.clone()}>
            { map_names(part, *framing, step) }
            if let Some(step) = step {
                { annotations(part, step, *framing) }
            } else {
                <g>
                    { markers(part, *framing, marks) }
                    { place_names(part, *framing, marks) }
                </g>
            }
        </g>
    }
}

/// Lets Escape hide a tooltip wherever the focus is, as one has to be able to without moving the pointer.
/// It listens only while there is a tooltip.
#[hook]
fn use_dismissal(is_shown: bool, ondismiss: Callback<()>) {
    use_effect_with(is_shown, move |&is_shown| {
        let document = web_sys::window().and_then(|window| window.document()).filter(|_| is_shown);
        let listening = document.map(|document| {
            let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
                if event.key() == "Escape" {
                    // Says that this press is used up; what else Escape closes stays.
                    event.prevent_default();
                    ondismiss.emit(());
                }
            });
            // A listener that is refused leaves the tooltip to the pointer.
            let _ = document.add_event_listener_with_callback_and_bool(
                "keydown",
                listener.as_ref().unchecked_ref(),
                true,
            );
            (document, listener)
        });
        move || {
            if let Some((document, listener)) = listening {
                let _ = document.remove_event_listener_with_callback_and_bool(
                    "keydown",
                    listener.as_ref().unchecked_ref(),
                    true,
                );
            }
        }
    });
}

/// What the drawing shows, in words, from the same data.
fn description(props: &PartProps, is_step: bool) -> String {
    let story = &props.story;
    let names: Vec<&str> = story.members().map(|(_, country, _)| &*country.name).collect();
    let mut text = props.phrase(Word::MapOf, &[("names", &phrase::list(props.locale(), &names))]);
    if is_step {
        return text;
    }
    if let Some(ix) = props.selection.filters.country {
        text.push(' ');
        text.push_str(&props.phrase(Word::IsSelected, &[("name", &story[ix].name)]));
    }
    let counts: Vec<(usize, PlaceIx)> = PlaceIx::all(story)
        .filter(|(_, place)| place.mark.merged.is_none())
        .map(|(ix, _)| (props.visible.events_at(ix), ix))
        .filter(|&(count, _)| count > 0)
        .collect();
    // The first of equals, in the editors' order.
    if let Some(&(most, place)) = counts.iter().rev().max_by_key(|&&(count, _)| count) {
        text.push(' ');
        text.push_str(&props.phrase(
            Word::PlacesWithEvents,
            &[
                ("places", &props.count(Count::Places, counts.len())),
                ("name", &story[place].name),
                ("n", &most.to_string()),
            ],
        ));
    }
    text
}
