//! The list of all sources.

use super::cite::{publisher, source_date, source_title};
use super::part::PartProps;
use crate::model::{PartialDate, Source, SourceIx, SourceKind, Text, Word};
use yew::prelude::*;

/// Every source with its number, latest first.
#[component]
pub fn Sources(props: &PartProps) -> Html {
    let story = &props.story;
    let mut order: Vec<(SourceIx, &Source)> = SourceIx::all(story).collect();
    order.sort_by_key(|(ix, source)| {
        (std::cmp::Reverse(source.date.map(PartialDate::first_day)), *ix)
    });
    html! {
        <table class="sources">
            <caption class="hidden">{ props.word(Word::Sources) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ props.word(Word::Number) }</th>
                    <th scope="col">{ props.word(Word::Date) }</th>
                    <th scope="col">{ props.word(Word::Title) }</th>
                    <th scope="col">{ props.word(Word::Publisher) }</th>
                    <th scope="col">{ props.word(Word::Kind) }</th>
                </tr>
            </thead>
            <tbody>
                for (ix, source) in order {
                    <tr key={&*source.id} id={props.id(&format!("source={}", source.id))} data-source={source.id.clone()}>
                        <td class="numeral">{ ix.position() + 1 }</td>
                        <td class="meta">{ source_date(story, source) }</td>
                        <td>{ source_title(source) }</td>
                        <td>{ publisher(story, source) }</td>
                        <td class="meta">{ kind(props, source.kind) }</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}

/// What kind of publication it is, in words.
fn kind(props: &PartProps, kind: SourceKind) -> Text {
    props.word(match kind {
        SourceKind::UnitedNations => Word::KindUnitedNations,
        SourceKind::Official => Word::KindOfficial,
        SourceKind::RegionalBody => Word::KindRegionalBody,
        SourceKind::Agency => Word::KindAgency,
        SourceKind::Broadcaster => Word::KindBroadcaster,
        SourceKind::Press => Word::KindPress,
        SourceKind::ThinkTank => Word::KindResearch,
        SourceKind::Ngo => Word::KindNgo,
        SourceKind::Tertiary => Word::KindReference,
        SourceKind::StateMedia => Word::KindStateMedia,
    })
}
