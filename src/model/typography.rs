//! The typographic rules of each language: spaces that must not break, apostrophes, dashes, digits.

use super::story::Locale;

const NO_BREAK_SPACE: char = '\u{a0}';
const NARROW_NO_BREAK_SPACE: char = '\u{202f}';

/// What a text lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What belongs there.
    pub expected: &'static str,
    /// What is there.
    pub found: &'static str,
}

/// The text as the rules of its language want it, and what was first amiss.
///
/// English and French take curved apostrophes, and dashes between numbers. French has a no-break space before
/// `:`, `;`, `!`, `?`, `%` and inside `«…»`, a narrow one in numbers. Arabic has its own comma,
/// semicolon and question mark, and Western digits, as the press of the region prints them.
pub fn mend(locale: Locale, text: &str) -> (String, Option<Fault>) {
    let chars: Vec<char> = text.chars().collect();
    let mut mended = Mended { text: String::with_capacity(text.len()), fault: None };
    let mut skip = false;
    for (at, &c) in chars.iter().enumerate() {
        if std::mem::take(&mut skip) {
            continue;
        }
        let before = at.checked_sub(1).map(|before| chars[before]);
        let after = chars.get(at + 1).copied();
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        if locale == Locale::Ar {
            mended.arabic(before, c);
            continue;
        }
        match c {
            '\'' if before.is_some_and(char::is_alphanumeric) => {
                mended.put('’', "a curved apostrophe `’`", "a straight one");
            }
            '-' if is_digit(before) && is_digit(after) => {
                mended.put('–', "a dash `–` between numbers", "a hyphen");
            }
            _ if locale == Locale::En => mended.text.push(c),
            ' ' | NO_BREAK_SPACE if is_in_number(&chars, at) => {
                let found = if c == ' ' { BREAKING } else { WIDE };
                mended.put(NARROW_NO_BREAK_SPACE, "a narrow no-break space in the number", found);
            }
            '«' => {
                mended.text.push(c);
                let is_space = after.is_some_and(is_space);
                if after.is_some() && after != Some(NO_BREAK_SPACE) {
                    mended
                        .note("a no-break space after `«`", if is_space { BREAKING } else { NONE });
                    mended.text.push(NO_BREAK_SPACE);
                    skip = is_space;
                }
            }
            _ => match space_before(c) {
                Some((space, expected)) if !is_no_punctuation(before, c, after) => {
                    mended.space(before, space, expected);
                    mended.text.push(c);
                }
                _ => mended.text.push(c),
            },
        }
    }
    (mended.text, mended.fault)
}

const NONE: &str = "none";
const BREAKING: &str = "another space";
const WIDE: &str = "a wide one";

struct Mended {
    text: String,
    fault: Option<Fault>,
}

impl Mended {
    fn note(&mut self, expected: &'static str, found: &'static str) {
        self.fault.get_or_insert(Fault { expected, found });
    }

    fn put(&mut self, c: char, expected: &'static str, found: &'static str) {
        self.note(expected, found);
        self.text.push(c);
    }

    /// Ends the text so far with a space of this kind.
    fn space(&mut self, before: Option<char>, space: char, expected: &'static str) {
        if before == Some(space) {
            return;
        }
        if before.is_some_and(is_space) {
            self.note(expected, BREAKING);
            self.text.pop();
        } else {
            self.note(expected, NONE);
        }
        self.text.push(space);
    }

    fn arabic(&mut self, before: Option<char>, c: char) {
        let follows_arabic = before.is_some_and(|before| ('\u{620}'..='\u{64A}').contains(&before));
        let (own, expected, found) = match c {
            ',' if follows_arabic => ('،', "an Arabic comma `،`", "a Latin one"),
            ';' if follows_arabic => ('؛', "an Arabic semicolon `؛`", "a Latin one"),
            '?' if follows_arabic => ('؟', "an Arabic question mark `؟`", "a Latin one"),
            '\u{660}'..='\u{669}' => {
                let digit = u32::from(c) - 0x660 + u32::from('0');
                (char::from_u32(digit).unwrap_or(c), "Western digits", "Arabic-Indic ones")
            }
            _ => {
                self.text.push(c);
                return;
            }
        };
        self.put(own, expected, found);
    }
}

/// The space that French has before a sign, if it has one.
fn space_before(c: char) -> Option<(char, &'static str)> {
    Some(match c {
        ':' => (NO_BREAK_SPACE, "a no-break space before `:`"),
        ';' => (NO_BREAK_SPACE, "a no-break space before `;`"),
        '!' => (NO_BREAK_SPACE, "a no-break space before `!`"),
        '?' => (NO_BREAK_SPACE, "a no-break space before `?`"),
        '»' => (NO_BREAK_SPACE, "a no-break space before `»`"),
        '%' => (NO_BREAK_SPACE, "a no-break space before `%`"),
        _ => return None,
    })
}

/// Whether a sign is no punctuation here: at the start, in a time, an address or a row of signs.
fn is_no_punctuation(before: Option<char>, c: char, after: Option<char>) -> bool {
    let Some(before) = before else { return true };
    let is_inside = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || c == '/');
    matches!(before, '!' | '?' | '…' | '(' | '«') || (c == ':' && is_inside(after))
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | NO_BREAK_SPACE | NARROW_NO_BREAK_SPACE)
}

/// Whether a space sets thousands apart: after one to three digits and before just three.
fn is_in_number(chars: &[char], at: usize) -> bool {
    let digits =
        |chars: &mut dyn Iterator<Item = &char>| chars.take_while(|c| c.is_ascii_digit()).count();
    let before = digits(&mut chars[..at].iter().rev());
    (1..=3).contains(&before) && digits(&mut chars[at + 1..].iter()) == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `~` stands for a no-break space, `_` for a narrow one.
    fn spelled(text: &str) -> String {
        text.replace('~', "\u{a0}").replace('_', "\u{202f}")
    }

    #[test]
    fn texts_are_mended_as_their_language_wants() {
        let table = [
            (Locale::Fr, "Moura : l'ONU met en cause", "Moura~: l’ONU met en cause"),
            (Locale::Fr, "un port; deux lacs!", "un port~; deux lacs~!"),
            (Locale::Fr, "Et après?!", "Et après~?!"),
            (Locale::Fr, "dit «oui» puis « non »", "dit «~oui~» puis «~non~»"),
            (Locale::Fr, "1 240 192 km², 40 % et 40%", "1_240_192 km², 40~% et 40~%"),
            (Locale::Fr, "en 2024 150 morts", "en 2024 150 morts"),
            (Locale::Fr, "à 12:30, https://example.org/", "à 12:30, https://example.org/"),
            (Locale::Fr, "{name} : {n} %", "{name}~: {n}~%"),
            (Locale::En, "Traoré's chair: 22-23 December", "Traoré’s chair: 22–23 December"),
            (Locale::En, "FU-AES, C-130, the 'word'", "FU-AES, C-130, the 'word’"),
            (Locale::Ar, "قمة, ثم ٢٠٢٥?", "قمة، ثم 2025?"),
            (Locale::Ar, "لماذا؟", "لماذا؟"),
        ];
        for (locale, text, expected) in table {
            let (mended, fault) = mend(locale, text);
            assert_eq!(mended, spelled(expected));
            assert_eq!(fault.is_some(), mended != text, "{text}");
            assert_eq!(mend(locale, &mended), (mended.clone(), None), "{text}");
        }
    }

    #[test]
    fn the_first_fault_is_named() {
        let fault = |text| mend(Locale::Fr, text).1.map(|fault| (fault.expected, fault.found));
        assert_eq!(fault("a: b ?"), Some(("a no-break space before `:`", "none")));
        assert_eq!(fault("a ; b"), Some(("a no-break space before `;`", "another space")));
        assert_eq!(
            fault("1\u{a0}000 : l'eau"),
            Some(("a narrow no-break space in the number", "a wide one"))
        );
        assert_eq!(fault("l'eau"), Some(("a curved apostrophe `’`", "a straight one")));
    }
}
