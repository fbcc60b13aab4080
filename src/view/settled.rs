//! Answers first: what takes long to draw waits until the browser has painted what the reader asked for.

use super::after_paint::AfterPaint;
use super::once::use_effect_with;
use super::part::PartProps;
use crate::state::{Filters, Selection, Visible};
use std::rc::Rc;
use yew::prelude::*;

/// The props with the last result that is settled. A result that only other filters bring settles after the
/// next paint, and until then the part is as it was; everything else, such as an event that was opened, is
/// there at once.
#[hook]
pub(crate) fn use_settled(props: &PartProps) -> PartProps {
    let settled = use_mut_ref(|| props.clone());
    let is_due = {
        let settled = settled.borrow();
        settled.story != props.story
            || settled.visible == props.visible
            || !is_only_narrowed(&settled.selection, &props.selection)
    };
    if is_due {
        settled.replace(props.clone());
    }
    let update = use_force_update();
    use_effect_with((!is_due).then(|| props.visible.clone()), {
        let (settled, props) = (settled.clone(), props.clone());
        move |waiting: &Option<Rc<Visible>>| {
            let waiting = waiting.as_ref().map(|_| {
                AfterPaint::run(move || {
                    settled.replace(props);
                    update.force_update();
                })
            });
            move || drop(waiting)
        }
    });
    let PartProps { selection, visible, .. } = settled.borrow().clone();
    PartProps { selection, visible, ..props.clone() }
}

/// The props in two stages, a paint apart: for what opens, then for the result.
#[hook]
pub(crate) fn use_stages(props: &PartProps) -> [PartProps; 2] {
    let opened = use_settled(props);
    let settled = use_settled(&opened);
    [opened, settled]
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
