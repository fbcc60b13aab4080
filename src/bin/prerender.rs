//! probe
use sahel_explainer::{
    Explainer, ExplainerProps, Locale, Selection, Story, model::ActorIx, model::CountryIx,
    state::Action, state::Tab,
};
fn main() {
    let tag = std::env::args().nth(1).unwrap();
    let locale = Locale::from_tag(&tag).unwrap();
    let story = Story::bundled(locale);
    let mut selection = Selection::default();
    for arg in std::env::args().skip(2) {
        let action = if let Some(ix) = CountryIx::find(&story, &arg) {
            Action::Country(ix)
        } else if let Some(ix) = ActorIx::find(&story, &arg) {
            Action::Actor(ix)
        } else {
            Action::Tab(Tab::ALL.into_iter().find(|t| t.1 == arg).unwrap().0)
        };
        selection = selection.after(action);
    }
    let html = futures::executor::block_on(
        yew::LocalServerRenderer::<Explainer>::with_props(ExplainerProps {
            story,
            selection,
            onchange: yew::Callback::default(),
            onselect: yew::Callback::default(),
            level: 1,
            ids: yew::AttrValue::default(),
        })
        .hydratable(false)
        .render(),
    );
    println!("{html}");
}
