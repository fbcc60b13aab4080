//! Where running texts use terms of the glossary.

use super::index::TermIx;
use super::story::{Dataset, Scenario};
use serde::{Deserialize, Serialize};

/// The first use of a term in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermUse {
    /// Where it begins, in bytes of the text.
    pub start: u16,
    /// Where it ends.
    pub end: u16,
    /// The term.
    pub term: TermIx,
}

/// The terms used in each running text, in the order of the lists that the texts belong to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// Summaries of events.
    pub events: Vec<Vec<TermUse>>,
    /// Texts of key points.
    pub points: Vec<Vec<TermUse>>,
    /// Texts of themes.
    pub themes: Vec<Vec<TermUse>>,
    /// Texts of scenarios, by theme.
    pub scenarios: Vec<Vec<Vec<TermUse>>>,
    /// Roles of countries; empty for those without a profile.
    pub countries: Vec<Vec<TermUse>>,
    /// Roles of actors.
    pub roles: Vec<Vec<TermUse>>,
    /// Stances of actors.
    pub stances: Vec<Vec<TermUse>>,
}

impl Terms {
    /// The terms of a story's own glossary in its texts.
    pub(super) fn of(story: &Dataset) -> Self {
        let forms = Forms::of(story.glossary.iter().map(|term| vec![&*term.term]));
        let scenario = |scenario: &Scenario| forms.uses(&scenario.text);
        Self {
            events: story.events.iter().map(|event| forms.uses(&event.summary)).collect(),
            points: story.key_points.iter().map(|point| forms.uses(&point.text)).collect(),
            themes: story.themes.iter().map(|theme| forms.uses(&theme.text)).collect(),
            scenarios: story
                .themes
                .iter()
                .map(|theme| theme.scenarios.iter().map(scenario).collect())
                .collect(),
            countries: story
                .countries
                .iter()
                .map(|country| country.profile.as_ref())
                .map(|profile| profile.map(|of| forms.uses(&of.role)).unwrap_or_default())
                .collect(),
            roles: story.actors.iter().map(|actor| forms.uses(&actor.role)).collect(),
            stances: story.actors.iter().map(|actor| forms.uses(&actor.stance)).collect(),
        }
    }
}

/// All forms of all terms in lower case, the longest first, so that "FU-AES" is not read as "AES".
struct Forms(Vec<(Vec<char>, TermIx)>);

impl Forms {
    fn of<'a>(terms: impl Iterator<Item = Vec<&'a str>>) -> Self {
        let mut forms = Vec::new();
        for (position, of_term) in terms.enumerate() {
            let term = TermIx(position as u16);
            forms.extend(of_term.iter().map(|form| (form.chars().map(lower).collect(), term)));
        }
        forms.sort_by_key(|(form, _): &(Vec<char>, TermIx)| std::cmp::Reverse(form.len()));
        Self(forms)
    }

    /// The first use of each term, as whole words and without regard to case.
    fn uses(&self, text: &str) -> Vec<TermUse> {
        let letters: Vec<(usize, char)> = text.char_indices().collect();
        let mut uses: Vec<TermUse> = Vec::new();
        let mut at = 0;
        while at < letters.len() {
            let starts_word = is_word(letters[at].1) && (at == 0 || !is_word(letters[at - 1].1));
            let Some((len, term)) = starts_word.then(|| self.longest_at(&letters[at..])).flatten()
            else {
                at += 1;
                continue;
            };
            let end = letters.get(at + len).map_or(text.len(), |letter| letter.0);
            if !uses.iter().any(|known| known.term == term) {
                uses.push(TermUse { start: letters[at].0 as u16, end: end as u16, term });
            }
            at += len;
        }
        uses
    }

    /// The longest form at the beginning of a text, with its length in letters. Arabic writes "and", "in",
    /// "to" and "as" joined to the next word.
    fn longest_at(&self, text: &[(usize, char)]) -> Option<(usize, TermIx)> {
        let joined = text.iter().take(2).take_while(|letter| "وفبلك".contains(letter.1)).count();
        (0..=joined).find_map(|skipped| {
            let rest = &text[skipped..];
            let (form, term) = self.0.iter().find(|(form, _)| begins_with(rest, form))?;
            Some((skipped + form.len(), *term))
        })
    }
}

fn begins_with(text: &[(usize, char)], form: &[char]) -> bool {
    text.len() >= form.len()
        && text.iter().zip(form).all(|(letter, other)| lower(letter.1) == *other)
        && text.get(form.len()).is_none_or(|next| !is_word(next.1))
}

/// Lower case of the letters that the three languages use; the tables of Unicode would cost kilobytes
/// wherever stories are checked.
fn lower(letter: char) -> char {
    match letter {
        'A'..='Z' => letter.to_ascii_lowercase(),
        'À'..='Ö' | 'Ø'..='Þ' => char::from(letter as u8 + 32),
        'Œ' => 'œ',
        '’' => '\'',
        _ => letter,
    }
}

fn is_word(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '،' | '؛' | '؟' | '\u{2000}'..='\u{206f}' => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_found_once_a_text_as_whole_words() {
        let terms = [
            vec!["AES", "Alliance of Sahel States"],
            vec!["FU-AES", "unified force"],
            vec!["Blocus", "État de siège"],
            vec!["الأزواد", "أزواد"],
        ];
        let forms = Forms::of(terms.into_iter());
        let table: &[(&str, &[&str])] = &[
            ("The AES and the AES again", &["AES"]),
            ("the alliance of Sahel states, or AES", &["alliance of Sahel states"]),
            ("FU-AES, then AES", &["FU-AES", "AES"]),
            ("A Unified Force.", &["Unified Force"]),
            ("caesar, AESX, unified forces", &[]),
            ("l’AES, un blocus et l'état de siège", &["AES", "blocus"]),
            ("ÉTAT DE SIÈGE", &["ÉTAT DE SIÈGE"]),
            ("في الأزواد، وأزواد", &["الأزواد"]),
            ("مالي وأزواد.", &["وأزواد"]),
            ("ولأزواد", &["ولأزواد"]),
            ("", &[]),
        ];
        for (text, expected) in table {
            let found: Vec<&str> = forms
                .uses(text)
                .iter()
                .map(|found| &text[usize::from(found.start)..usize::from(found.end)])
                .collect();
            assert_eq!(found, *expected, "{text}");
        }
    }
}
