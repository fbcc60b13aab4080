//! Where a statement comes from: the quiet link with its number of sources, and the list behind it.

use super::part::id;
use crate::locale::{date, phrase};
use crate::model::{Confidence, Count, Source, SourceIx, Text, TitleBasis, Word};
use crate::story::Story;
use yew::prelude::*;

/// Props of [`Cite`].
#[derive(Debug, PartialEq, Properties)]
pub struct CiteProps {
    /// The story.
    pub story: Story,
    /// The sources of the statement; never empty.
    pub sources: Vec<SourceIx>,
    /// What the sources are for, to tell the links of a page apart.
    pub of: Text,
    /// The prefix of the explainer's ids.
    pub ids: AttrValue,
}

/// The link "4 sources" of one statement. It opens the list in place; without script it leads to the
/// first of them in the list of all sources.
#[component]
pub fn Cite(props: &CiteProps) -> Html {
    let open = use_state_eq(|| false);
    let button = use_node_ref();
    let close = use_node_ref();
    let Some(first) = props.sources.first() else {
        return html! { <span class="cite"></span> };
    };
    let story = &props.story;
    use_effect_with(*open, {
        let close = close.clone();
        move |&open| {
            if let Some(close) = close.cast::<web_sys::HtmlElement>().filter(|_| open) {
                // A browser without focus on buttons keeps the reader where they are.
                let _ = close.focus();
            }
        }
    });
    let toggle = {
        let open = open.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            open.set(!*open);
        })
    };
    let dismiss = {
        let (open, button) = (open.clone(), button.clone());
        Callback::from(move |()| {
            open.set(false);
            if let Some(button) = button.cast::<web_sys::HtmlElement>() {
                let _ = button.focus();
            }
        })
    };
    let onkeydown = {
        let (open, dismiss) = (open.clone(), dismiss.clone());
        Callback::from(move |event: KeyboardEvent| {
            if *open && event.key() == "Escape" {
                event.stop_propagation();
                dismiss.emit(());
            }
        })
    };
    let counted =
        phrase::count(&story.words, story.locale, Count::Sources, props.sources.len() as u64);
    let label = phrase::fill(
        story.words.text(Word::SourcesFor),
        &[("sources", &counted), ("of", &props.of)],
    );
    html! {
        <span class="cite" {onkeydown}>
            <a
                ref={button}
                class="quiet"
                href={format!("#{}", id(&props.ids, &format!("source={}", story[*first].id)))}
                aria-expanded={if *open { "true" } else { "false" }}
                aria-label={label.clone()}
                onclick={toggle}
            >
                { counted }
            </a>
            if *open {
                <span class="popover" role="group" aria-label={label}>
                    <button
                        ref={close}
                        type="button"
                        class="tool"
                        aria-label={story.words.text(Word::Close).clone()}
                        onclick={dismiss.reform(|_: MouseEvent| ())}
                    >
                        { super::icon::icon("close") }
                    </button>
                    { source_list(story, &props.sources) }
                </span>
            }
        </span>
    }
}

/// A numbered list of sources with all that is known of each.
pub(crate) fn source_list(story: &Story, sources: &[SourceIx]) -> Html {
    // Spans with roles, since the list also stands inside paragraphs.
    html! {
        <span class="citations" role="list">
            for ix in sources.iter().copied() {
                <span key={ix.position()} class="citation" role="listitem">
                    <span class="numeral">{ ix.position() + 1 }</span>
                    <span>{ source(story, &story[ix]) }</span>
                </span>
            }
        </span>
    }
}

/// Title, publisher, date and language of a source.
pub(crate) fn source(story: &Story, source: &Source) -> Html {
    html! {
        <>
            { source_title(source) }
            <span class="meta">{ source_meta(story, source) }</span>
        </>
    }
}

/// The linked title. A description of our own stands in brackets and in the story's language.
pub(crate) fn source_title(source: &Source) -> Html {
    let described = source.title_basis == TitleBasis::Description;
    html! {
        <a
            class="title"
            href={source.url.clone()}
            lang={if described { None } else { Some(source.lang.clone()) }}
            dir="auto"
            rel="noopener noreferrer"
        >
            { if described { Text::from(["[", &*source.title, "]"].concat()) } else { source.title.clone() } }
        </a>
    }
}

/// Who published it: the original publisher first, then where it was read.
pub(crate) fn publisher(story: &Story, source: &Source) -> String {
    match &source.original {
        Some(original) => phrase::fill(
            story.words.text(Word::PublisherVia),
            &[("original", original), ("publisher", &source.publisher)],
        ),
        None => source.publisher.to_string(),
    }
}

/// When it was published, or that no date was given.
pub(crate) fn source_date(story: &Story, source: &Source) -> String {
    source.date.map_or_else(
        || story.words.text(Word::NoDate).to_string(),
        |published| date::partial_short(story.locale, published),
    )
}

fn source_meta(story: &Story, source: &Source) -> String {
    let mut meta = publisher(story, source);
    meta.push_str(" · ");
    meta.push_str(&source_date(story, source));
    meta.push_str(" · ");
    meta.push_str(&source.lang.to_ascii_uppercase());
    meta
}

/// How far a statement is confirmed, in words.
pub(crate) fn confidence(story: &Story, confidence: &Confidence) -> Html {
    let (name, text) = match confidence {
        Confidence::Confirmed => {
            ("confirmed", story.words.text(Word::ConfirmedBySeveral).to_string())
        }
        Confidence::SingleSource => ("single-source", story.labels.confidence[1].to_string()),
        Confidence::Attributed(party) => {
            ("attributed", phrase::fill(story.words.text(Word::AttributedTo), &[("party", party)]))
        }
    };
    html! { <p class="confidence">{ super::icon::icon(name) }{ text }</p> }
}

/// The short mark of a statement that is not independently confirmed.
pub(crate) fn mark(story: &Story, confidence: &Confidence) -> Html {
    let label = match confidence {
        Confidence::Confirmed => return Html::default(),
        Confidence::SingleSource => &story.labels.confidence[1],
        Confidence::Attributed(_) => &story.labels.confidence[2],
    };
    html! { <span class="mark">{ label.clone() }</span> }
}
