//! The languages that a reader can change to.

use crate::model::Locale;
use std::rc::Rc;
use yew::AttrValue;

/// The explainer in one language, and where to find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The language.
    pub locale: Locale,
    /// The address of its page.
    pub href: AttrValue,
}

impl Edition {
    /// The editions of a page, such as `index` with its files `index.html` and `index.fr.html`.
    pub fn of_page(name: &str) -> Rc<[Self]> {
        let edition = |locale| Self { locale, href: AttrValue::from(Self::file(name, locale)) };
        Rc::new(Locale::ALL.map(edition))
    }

    /// The file of a page in a language. English, the first, has none in its name.
    pub fn file(page: &str, locale: Locale) -> String {
        match locale {
            Locale::En => [page, ".html"].concat(),
            other => [page, ".", other.tag(), ".html"].concat(),
        }
    }

    /// What its speakers call the language.
    pub fn name(locale: Locale) -> &'static str {
        match locale {
            Locale::En => "English",
            Locale::Fr => "Français",
            Locale::Ar => "العربية",
        }
    }

    /// The same on a small button.
    pub(crate) fn short_name(locale: Locale) -> &'static str {
        match locale {
            Locale::En => "EN",
            Locale::Fr => "FR",
            Locale::Ar => "ع",
        }
    }
}
