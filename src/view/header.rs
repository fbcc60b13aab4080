//! Label, headline, summary and dates.

use super::part::{PartProps, heading};
use crate::locale::date;
use crate::model::{Count, PartialDate, Word};
use yew::prelude::*;

/// The head of the explainer; its heading names the whole.
pub(crate) fn header(props: &PartProps) -> Html {
    let intro = &props.story.intro;
    html! {
        <header class="header">
            <p class="kicker">
                <b>{ props.word(Word::Explainer) }</b>
                <span>{ intro.kicker.clone() }</span>
            </p>
            { heading(props.level - 1, "display", Some(props.id("title")), html! { { intro.headline.clone() } }) }
            <p class="summary">{ intro.standfirst.clone() }</p>
            <p class="dates">
                <span>{ updated(props) }</span>
                <span>{ checked(props) }</span>
                <a
                    class="quiet"
                    href={format!("#{}", props.id("tab=sources"))}
                    onclick={props.on(crate::state::Action::Tab(crate::state::Tab::Sources))}
                >
                    { props.count(Count::Sources, props.story.sources.len()) }
                </a>
            </p>
        </header>
    }
}

/// The foot: dates again, and what the page is made of.
pub(crate) fn footer(props: &PartProps) -> Html {
    html! {
        <footer class="footer">
            <p><span>{ updated(props) }</span><span>{ checked(props) }</span></p>
            <p><span>{ props.word(Word::MapCredit) }</span></p>
        </footer>
    }
}

fn updated(props: &PartProps) -> String {
    let on = date::partial_short(props.locale(), PartialDate::Day(props.story.updated));
    props.phrase(Word::UpdatedOn, &[("date", &on)])
}

fn checked(props: &PartProps) -> String {
    let to = date::partial_long(props.locale(), props.story.checked_to);
    props.phrase(Word::CheckedTo, &[("date", &to)])
}
