//! Other forms of names, by which texts and readers find them.

use super::super::limit::Name;
use super::super::problem::{At, quoted};
use super::super::story::Text;
use super::Checker;

impl Checker<'_> {
    /// The other forms of a name. They may be in any script, as readers type foreign names, too.
    ///
    /// `taken` holds the names of all items of the kind, and gets these forms: one that leads to two items
    /// would lead to the wrong one.
    pub(super) fn aliases<'w>(
        &mut self,
        aliases: &'w [Name],
        at: &At<'_>,
        taken: &mut Vec<&'w Text>,
    ) -> Vec<Text> {
        let at = at.key("aliases");
        let mut checked = Vec::with_capacity(aliases.len());
        for (index, alias) in aliases.iter().enumerate() {
            let at = at.index(index);
            checked.push(self.plain(alias, &at));
            if taken.contains(&&alias.0) {
                self.problems.push(&at, "a form that no other name has", &quoted(alias));
            }
            taken.push(&alias.0);
        }
        checked
    }
}
