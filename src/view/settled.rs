//! Answers first: what takes long to draw waits until the browser has painted what the reader asked for.

use super::after_paint::AfterPaint;
use super::once::use_effect_with;
use super::part::PartProps;
use crate::state::{Filters, Selection};
use yew::prelude::*;

/// The props in two stages, a paint apart: with what opens, then with the result. Controls show at once what
/// they were pressed for.
#[hook]
pub(crate) fn use_stages(props: &PartProps) -> [PartProps; 2] {
    let opened = use_settled(props, |_, _| true, AfterPaint::run_with_next);
    let settled = use_settled(&opened, is_only_narrowed, AfterPaint::run);
    let ahead = |stage: PartProps| {
        let is_behind = stage.selection != props.selection;
        PartProps { ahead: is_behind.then(|| props.selection.clone()), ..stage }
    };
    [ahead(opened), ahead(settled)]
}

/// What a part shows, and what it should show.
struct Shown {
    settled: PartProps,
    wanted: PartProps,
    /// Before the first paint there is nothing to be answered first.
    is_painted: bool,
}

/// The props with what was chosen last and can wait no longer: what need not wait is there at once, the rest
/// after the next paint.
#[hook]
fn use_settled(
    props: &PartProps,
    can_wait: fn(&Selection, &Selection) -> bool,
    put_off: fn(Box<dyn FnOnce()>) -> AfterPaint,
) -> PartProps {
    let shown =
        use_mut_ref(|| Shown { settled: props.clone(), wanted: props.clone(), is_painted: false });
    let (PartProps { selection, visible, .. }, is_painted) = {
        let Shown { settled, wanted, is_painted } = &mut *shown.borrow_mut();
        *wanted = props.clone();
        let waits = *is_painted
            && settled.story == props.story
            && can_wait(&settled.selection, &props.selection);
        if !waits {
            *settled = props.clone();
        }
        (settled.clone(), *is_painted)
    };
    let is_behind = selection != props.selection || visible != props.visible;
    let waits = is_behind || !is_painted;
    let update = use_force_update();
    // What is chosen while something waits takes its place, and comes no later for that.
    use_effect_with((is_painted, waits, selection.clone(), visible.clone()), move |_| {
        let waiting = waits.then(|| {
            put_off(Box::new(move || {
                let Shown { settled, wanted, is_painted } = &mut *shown.borrow_mut();
                *is_painted = true;
                if settled != wanted {
                    *settled = wanted.clone();
                    update.force_update();
                }
            }))
        });
        move || drop(waiting)
    });
    PartProps { selection, visible, ..props.clone() }
}

/// Whether two selections differ in filters alone, and not in the actor, who is opened by the filter.
fn is_only_narrowed(before: &Selection, now: &Selection) -> bool {
    let filters = Filters { actor: before.filters.actor, ..now.filters.clone() };
    *before == Selection { filters: before.filters.clone(), notice: before.notice, ..now.clone() }
        && filters == now.filters
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ActorIx, CountryIx, EventIx};
    use crate::state::Opened;

    #[test]
    fn filters_alone_can_wait_but_not_what_they_open() {
        let all = Selection::default();
        let of = |filters: Filters| Selection { filters, ..Selection::default() };
        let country = of(Filters { country: Some(CountryIx(0)), ..Filters::default() });
        let actor = of(Filters { actor: Some(ActorIx(0)), ..Filters::default() });
        assert!(is_only_narrowed(&all, &country));
        assert!(is_only_narrowed(&country, &all));
        assert!(!is_only_narrowed(&all, &actor));
        let event = Selection { event: Opened::Event(EventIx(0)), ..country.clone() };
        assert!(!is_only_narrowed(&country, &event));
    }
}
