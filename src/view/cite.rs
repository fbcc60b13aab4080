//! Where a statement comes from: the quiet link with its number of sources, and the list behind it.

use super::part::PartProps;
use super::parts::Part;
use crate::locale::{date, phrase};
use crate::markup::html;
use crate::model::{Confidence, Count, Source, SourceIx, SourceKind, Text, TitleBasis, Word};
use crate::story::Story;
use yew::prelude::*;

/// The link "4 sources" of one statement. With a program it opens the popover; without, it leads to the
/// first of them in the list of all sources, or itself where that list is left out.
pub(crate) fn cite(props: &PartProps, sources: &[SourceIx], of: &str) -> Html {
    let Some(first) = sources.first().map(|ix| &props.story[*ix]) else {
        return Html::default();
    };
    let href = if props.parts.contains(Part::Sources) {
        AttrValue::from(["#", &*props.id(&["source=", &*first.id].concat())].concat())
    } else {
        AttrValue::Rc(first.url.clone())
    };
    let counted = props.count(Count::Sources, sources.len());
    let label = props.phrase(Word::SourcesFor, &[("sources", &counted), ("of", of)]);
    html! {
        <a
            class="quiet cite"
            {href}
            data-sources={numbers(sources)}
            aria-label={label}
            aria-expanded="false"
        >
            { counted }
        </a>
    }
}

/// The numbers of some sources as the popover reads them: `3 17 40`.
fn numbers(sources: &[SourceIx]) -> String {
    let mut list = String::new();
    for ix in sources {
        if !list.is_empty() {
            list.push(' ');
        }
        list.push_str(&(ix.position() + 1).to_string());
    }
    list
}

/// Some sources as a numbered list, with all that is known of each.
pub(crate) fn source_list(story: &Story, sources: &[SourceIx]) -> Html {
    html! {
        <ol class="source-list">
            for (at, ix) in sources.iter().copied().enumerate() {
                <li key={ix.position()}>
                    <span class="numeral" aria-hidden="true">{ at + 1 }</span>
                    <span>{ source(story, &story[ix]) }</span>
                </li>
            }
        </ol>
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
            rel="noreferrer"
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

/// Between two parts of a line about a source; it ends a line, rather than beginning one.
const SEPARATOR: &str = "\u{a0}· ";

/// Who published it and when.
pub(crate) fn published(story: &Story, source: &Source) -> String {
    let mut text = publisher(story, source);
    if story.locale.dir() == "rtl" {
        // Digits after a name in Latin letters would be set as a part of it, away from their month.
        text.push('\u{200f}');
    }
    text.push_str(SEPARATOR);
    text.push_str(&source_date(story, source));
    text
}

fn source_meta(story: &Story, source: &Source) -> String {
    let mut meta = published(story, source);
    meta.push_str(SEPARATOR);
    meta.push_str(&language(story, source));
    if source.kind == SourceKind::StateMedia {
        meta.push_str(SEPARATOR);
        meta.push_str(story.words.text(Word::KindStateMedia));
    }
    meta
}

/// The name of a source's language, or its tag where the words have no name for it.
pub(crate) fn language(story: &Story, source: &Source) -> Text {
    story
        .words
        .text(match &*source.lang {
            "en" => Word::LanguageEn,
            "fr" => Word::LanguageFr,
            "ar" => Word::LanguageAr,
            "sco" => Word::LanguageSco,
            _ => return source.lang.clone(),
        })
        .clone()
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
