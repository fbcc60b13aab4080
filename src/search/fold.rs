//! Text with the differences removed that a reader does not type.

/// Base letters of U+00C0 to U+017F; capitals stand for two letters, see [`pair`].
const LATIN: &[u8; 192] = b"aaaaaaAceeeeiiiidnooooo ouuuuyTSaaaaaaAceeeeiiiidnooooo ouuuuyTy\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkklllllll\
lllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// The two letters that a capital in [`LATIN`] stands for.
fn pair(capital: u8) -> [char; 2] {
    match capital {
        b'A' => ['a', 'e'],
        b'O' => ['o', 'e'],
        b'I' => ['i', 'j'],
        b'S' => ['s', 's'],
        _ => ['t', 'h'],
    }
}

/// The text in lower case, without accents and Arabic vowel signs, with letter forms, apostrophes,
/// dashes, spaces and digits made one. Letters outside Arabic and the Latin letters up to U+017F stay as
/// they are.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        out.extend(fold_letter(letter).into_iter().flatten());
    }
    out
}

/// Folded text that knows where in the original each of its bytes comes from.
pub(super) struct Traced {
    /// What [`fold`] gives.
    pub folded: String,
    /// For each byte of `folded`, where the original letter begins.
    origins: Vec<usize>,
    original_len: usize,
}

impl Traced {
    pub fn new(text: &str) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut origins = Vec::with_capacity(text.len());
        for (origin, letter) in text.char_indices() {
            folded.extend(fold_letter(letter).into_iter().flatten());
            origins.resize(folded.len(), origin);
        }
        Self { folded, origins, original_len: text.len() }
    }

    /// Where the original of the folded byte at `at` begins.
    pub fn start(&self, at: usize) -> usize {
        self.origins.get(at).copied().unwrap_or(self.original_len)
    }

    /// Where the original of the folded text before `end` ends, signs that folding dropped included.
    pub fn end(&self, end: usize) -> usize {
        let Some(last) = end.checked_sub(1).map(|last| self.start(last)) else {
            return 0;
        };
        let later = self.origins.get(end..).unwrap_or_default();
        later.iter().copied().find(|&origin| origin > last).unwrap_or(self.original_len)
    }
}

/// What a letter folds to: nothing, one letter or two.
fn fold_letter(letter: char) -> [Option<char>; 2] {
    let folded = match letter {
        '\0'..='\x7f' => letter.to_ascii_lowercase(),
        '\u{c0}'..='\u{17f}' => {
            let base = LATIN[letter as usize - 0xc0];
            if base.is_ascii_uppercase() {
                return pair(base).map(Some);
            }
            char::from(base)
        }
        // Soft hyphen, accents as characters of their own, Arabic signs and the tatweel that stretches
        // a word, and characters that only steer joining and direction.
        '\u{ad}'
        | '\u{300}'..='\u{36f}'
        | '\u{610}'..='\u{61a}'
        | '\u{61c}'
        | '\u{640}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e8}'
        | '\u{6ea}'..='\u{6ed}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => return [None, None],
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ة' => 'ه',
        'ى' | 'ئ' | 'ی' => 'ي',
        'ؤ' => 'و',
        'ک' | 'گ' | 'ڭ' => 'ك',
        'ڤ' | 'ڥ' => 'ف',
        'پ' => 'ب',
        '٠'..='٩' => digit(letter, '٠'),
        '۰'..='۹' => digit(letter, '۰'),
        '‘' | '’' | 'ʻ' | 'ʼ' | 'ʾ' | 'ʿ' | '′' | '´' => '\'',
        '‐'..='―' | '−' => '-',
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => ' ',
        _ => letter,
    };
    [Some(folded), None]
}

/// The Western digit for one of ten digits in a row that starts with `zero`.
fn digit(letter: char, zero: char) -> char {
    char::from(b'0' + (letter as u32 - zero as u32) as u8)
}

/// Whether a folded character is part of a word. Kept to ranges: the tables of Unicode would cost
/// readers several kilobytes.
pub(super) fn is_word(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}'
        | '،'
        | '؛'
        | '؟'
        | '٪'..='٭'
        | '۔'
        | '\u{2000}'..='\u{206f}'
        | '\u{3000}'..='\u{303f}' => false,
        _ => true,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_that_a_reader_takes_for_the_same_fold_to_the_same() {
        let table = [
            ("Goïta", "goita"),
            ("Goi\u{308}ta", "goita"),
            ("CÉDÉAO", "cedeao"),
            ("Léré", "lere"),
            ("façade à être", "facade a etre"),
            ("Œuvre, cœur", "oeuvre, coeur"),
            ("Æther straße", "aether strasse"),
            ("Türkiye", "turkiye"),
            ("l’État", "l'etat"),
            ("Jama‘at", "jama'at"),
            ("22–23", "22-23"),
            ("1\u{202f}400\u{a0}km", "1 400 km"),
            ("mo\u{ad}bile", "mobile"),
            ("أغسطس إيكواس آب", "اغسطس ايكواس اب"),
            ("عدّة قُوّة", "عده قوه"),
            ("مـــالي", "مالي"),
            ("موسى رئيس مؤتمر", "موسي رييس موتمر"),
            ("٢٠٢٥", "2025"),
            ("\u{200f}مالي\u{200e}", "مالي"),
            ("Москва", "Москва"),
            ("", ""),
        ];
        for (text, expected) in table {
            assert_eq!(fold(text), expected, "{text}");
        }
    }

    #[test]
    fn words_end_at_punctuation_of_all_three_languages() {
        for letter in ['a', '7', 'é', 'م', 'я', '中'] {
            assert!(is_word(letter), "{letter}");
        }
        for letter in [' ', '\'', '-', '«', '“', '،', '؟', '…', '\u{a0}', '.'] {
            assert!(!is_word(letter), "{letter}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn traced_folding_gives_the_same_text_and_letter_boundaries(text in any::<String>()) {
            let traced = Traced::new(&text);
            prop_assert_eq!(&traced.folded, &fold(&text));
            for at in 0..=traced.folded.len() + 1 {
                prop_assert!(text.is_char_boundary(traced.start(at)));
                prop_assert!(text.is_char_boundary(traced.end(at)));
                prop_assert!(at == 0 || traced.start(at - 1) <= traced.end(at));
            }
        }
    }
}
