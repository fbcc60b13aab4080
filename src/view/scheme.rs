//! Light or dark.

/// The colours that an explainer is shown in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColorScheme {
    /// As the reader's system or browser wants it.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl ColorScheme {
    /// All schemes, in the order of options.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The name in options and attributes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// What the root says to the stylesheet: nothing where the system decides.
    pub(crate) fn forced(self) -> Option<&'static str> {
        (self != Self::Auto).then(|| self.name())
    }
}
