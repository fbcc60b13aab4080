//! The selects that set the dates.

use super::once::use_effect_with;
use super::part::PartProps;
use super::result::year_range;
use super::strip::FIRST_YEAR;
use crate::locale::date;
use crate::markup::html;
use crate::model::{PartialDate, Word};
use crate::state::{Action, Month, Months};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// From and To: years, and months once the range begins or ends within a year.
#[component]
pub fn Dates(props: &PartProps) -> Html {
    let (first, last) = year_range(props);
    let all = Months::between(Month::new(first, 1), Month::new(last, 12));
    let chosen = props.selection.filters.months.unwrap_or(all);
    let steps = steps(all, chosen);
    let selects = [use_node_ref(), use_node_ref()];
    // An option that a reader has chosen no longer follows its attribute, so the field is set itself.
    let values = [value(chosen.from()), value(chosen.to())];
    use_effect_with(values.clone(), {
        let selects = selects.clone();
        move |values| {
            for (select, value) in selects.iter().zip(values) {
                if let Some(select) = select.cast::<HtmlSelectElement>() {
                    select.set_value(value);
                }
            }
        }
    });
    let [from_select, to_select] = selects;
    let choose = |range: fn(Months, Months) -> Months| {
        let onaction = props.onaction.clone();
        let steps = steps.clone();
        Callback::from(move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>();
            let picked =
                select.and_then(|select| steps.get(usize::try_from(select.selected_index()).ok()?));
            if let Some(&picked) = picked {
                let months = range(chosen, picked);
                onaction.emit(Action::Months((months != all).then_some(months)));
            }
        })
    };
    let onfrom =
        choose(|chosen, picked| Months::between(picked.from(), chosen.to().max(picked.to())));
    let onto =
        choose(|chosen, picked| Months::between(chosen.from().min(picked.from()), picked.to()));
    let select =
        |select: NodeRef, label: Word, end: fn(Months) -> Month, onchange: Callback<Event>| {
            html! {
                <label>
                    <span>{ props.word(label) }</span>
                    <select ref={select} {onchange}>
                        for step in steps.iter().copied() {
                            <option
                                key={value(end(step))}
                                value={value(end(step))}
                                selected={end(step) == end(chosen)}
                            >
                                { name(props, step) }
                            </option>
                        }
                    </select>
                </label>
            }
        };
    html! {
        <div class="years-filter">
            { select(from_select, Word::From, Months::from, onfrom) }
            { select(to_select, Word::To, Months::to, onto) }
        </div>
    }
}

/// What can be chosen: whole years, or single months from the first year that the strip draws singly.
fn steps(all: Months, chosen: Months) -> Vec<Months> {
    let year = |year: i16| Months::between(Month::new(year, 1), Month::new(year, 12));
    let years = all.from().year()..=all.to().year();
    if chosen.whole_years().is_some() {
        return years.map(year).collect();
    }
    let (early, late): (Vec<i16>, Vec<i16>) = years.partition(|&year| year < FIRST_YEAR);
    let months =
        late.into_iter().flat_map(|year| (1..=12).map(move |month| Month::new(year, month)));
    let single = |month: Month| Months::between(month, month);
    early.into_iter().map(year).chain(months.map(single)).collect()
}

fn value(month: Month) -> String {
    let mut value = month.year().to_string();
    value.push('-');
    value.push_str(&month.month().to_string());
    value
}

fn name(props: &PartProps, step: Months) -> String {
    match step.whole_years() {
        Some((year, _)) => year.to_string(),
        None => date::partial_short(
            props.locale(),
            PartialDate::Month(step.from().year(), step.from().month()),
        ),
    }
}
