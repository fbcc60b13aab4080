//! A page of a language: the template with the explainer and what the head says of it.

use crate::inline::Inline;
use crate::{oembed, preview};
use anyhow::{Result, bail};
use futures::executor::block_on;
use html_escape::{encode_double_quoted_attribute, encode_text};
use sahel_explainer::{Edition, Explainer, ExplainerProps, Locale, Part, Parts, Story};
use yew::LocalServerRenderer;

/// What a page is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// To be read as it is.
    Article,
    /// To be shown in a frame of another page.
    Frame,
}

impl Form {
    /// The name that its pages share.
    fn name(self) -> &'static str {
        match self {
            Self::Article => "index",
            Self::Frame => "embed",
        }
    }
}

/// The file of a form in a language.
pub fn file(form: Form, locale: Locale) -> String {
    Edition::file(form.name(), locale)
}

/// The name of another file in a language. English, which is what readers get who did not choose, is not named.
pub fn in_language(name: &str, locale: Locale, ending: &str) -> String {
    match locale {
        Locale::En => format!("{name}.{ending}"),
        other => format!("{name}.{}.{ending}", other.tag()),
    }
}

/// The page as trunk leaves it, without the instructions to trunk.
pub fn template(page: &str) -> Result<String> {
    let mut kept = String::with_capacity(page.len());
    let mut found = false;
    for line in page.split_inclusive('\n') {
        if line.trim_start().starts_with("<link") && line.contains("rel=\"rust\"") {
            found = true;
        } else {
            kept.push_str(line);
        }
    }
    if !found {
        bail!("index.html: expected a line with <link rel=\"rust\">, found none");
    }
    Ok(kept)
}

/// What a page says of itself to sites that make cards of links.
#[derive(Clone, Copy)]
pub struct Card<'a> {
    /// Where the pages will be, or nothing if that is not known.
    pub site: &'a str,
    /// Whether there is a picture of the page.
    pub has_picture: bool,
}

impl Card<'_> {
    fn picture(self, locale: Locale) -> String {
        if !self.has_picture {
            return String::new();
        }
        let address = format!("{}{}", self.site, preview::file(locale));
        let address = encode_double_quoted_attribute(&address);
        format!(
            "<meta property=\"og:image\" content=\"{address}\"><meta name=\"twitter:card\" content=\"summary_large_image\">"
        )
    }
}

/// The page of an article with a story.
pub fn article(
    template: &str,
    inline: &Inline,
    story: &Story,
    markup: &str,
    card: Card,
) -> Result<String> {
    let locale = story.locale;
    let site = card.site;
    let attribute = |text: &str| encode_double_quoted_attribute(text).into_owned();
    let values = [
        ("PAGE_LANG", locale.tag().to_owned()),
        ("PAGE_DIR", locale.dir().to_owned()),
        ("PAGE_TITLE", encode_text(&*story.intro.headline).into_owned()),
        ("PAGE_DESCRIPTION", attribute(&story.intro.standfirst)),
        ("PAGE_OEMBED", attribute(&format!("{site}{}", oembed::file(locale)))),
        ("<!-- PAGE_STYLE -->", inline.head()),
        ("<!-- PAGE_PICTURE -->", card.picture(locale)),
        ("<!-- PAGE_ALTERNATES -->", alternates()),
        (
            "<!-- PAGE_EXPLAINER -->",
            fill("the explainer", &with_pauses(markup), &[(BEHIND_HEADER, behind_header(inline))])?,
        ),
    ];
    fill("index.html", template, &values)
}

/// The page for frames with a story. It loads its style and `early`, the script for the time before the program: a
/// script inside of it would wait for the style.
pub fn frame(early: &str, story: &Story, markup: &str) -> Result<String> {
    const TEMPLATE: &str = include_str!("../../../assets/embed.html");
    let locale = story.locale;
    let values = [
        ("PAGE_LANG", locale.tag().to_owned()),
        ("PAGE_DIR", locale.dir().to_owned()),
        ("PAGE_TITLE", encode_text(&*story.intro.headline).into_owned()),
        ("PAGE_FILE", file(Form::Article, locale)),
        ("EARLY_FILE", early.to_owned()),
        ("<!-- PAGE_EXPLAINER -->", with_pauses(markup)),
    ];
    fill("embed.html", TEMPLATE, &values)
}

/// What an article pastes to be readable before any script: the element with its whole content in a
/// declarative shadow root, which the program of the same build takes over.
pub fn element(locale: Locale, site: &str, markup: &str, hashes: [&str; 2]) -> String {
    let [loader, style] = hashes;
    let lang = locale.tag();
    format!(
        "<script type=\"module\" src=\"{site}sahel-explainer.js\" integrity=\"{loader}\" crossorigin></script>\n\
         <sahel-explainer lang=\"{lang}\"><template shadowrootmode=\"open\">\
         <link rel=\"stylesheet\" href=\"{site}explainer.css\" integrity=\"{style}\" crossorigin>\
         <div data-explainer>{markup}</div></template></sahel-explainer>\n"
    )
}

/// Puts values in the place of their names, each of which has to be there once.
pub fn fill(file: &str, template: &str, values: &[(&str, String)]) -> Result<String> {
    let mut filled = template.to_owned();
    for (name, value) in values {
        match template.matches(name).count() {
            1 => filled = filled.replacen(name, value, 1),
            n => bail!("{file}: expected {name} once, found it {n} times"),
        }
    }
    Ok(filled)
}

/// What stands before and behind raw markup, which a program that takes over leaves as it is.
const RAW: [&str; 2] = ["<!--<#>-->", "<!--</#>-->"];

/// Where raw markup begins behind the header. Pages have style and script there; the glyphs, which never change, come
/// after it.
const BEHIND_HEADER: &str = "</header><!--<#>-->";
/// Where the glyphs end; the mark of the component that draws them follows.
const GLYPHS_END: &str = "</symbol></svg>";

/// The style and script in that place.
fn behind_header(inline: &Inline) -> String {
    [BEHIND_HEADER, &inline.behind_header()].concat()
}

/// How a part begins that is taken over later, on a page and in a drawing: its place, and what holds its content.
const LATER: [[&str; 2]; 2] = [["<div class=\"later\">", "<div>"], ["<g class=\"later\">", "<g>"]];

/// A block of no data. Browsers that read a page in pieces, so that they can show it and answer meanwhile, end one
/// soon behind anything that could be a script; without, Chromium reads all but the start of a page in one go.
const PAUSE: &str = "<script type=\"text/plain\"></script>";

/// The explainer with a pause before every part that is taken over later, which leaves it as it is.
fn with_pauses(markup: &str) -> String {
    let [[place, _], _] = LATER;
    let begin = [place, &RAW.concat()].concat();
    markup.replace(&begin, &[&*begin, PAUSE].concat())
}

/// The explainer in an element of its own. A program of the same build takes it over.
pub fn explainer(form: Form, story: Story, parts: Parts, stamp: &str) -> String {
    let page = form.name();
    let languages = Edition::of_page(page);
    let props = ExplainerProps { languages, parts, ..ExplainerProps::of_page(story) };
    let markup = block_on(LocalServerRenderer::<Explainer>::with_props(props).render());
    let [raw, raw_end] = RAW;
    let mut marked = markup.replacen("</header>", BEHIND_HEADER, 1);
    if let Some((before, after)) = marked.split_once(GLYPHS_END)
        && let Some((mark, after)) = after.split_once("-->")
    {
        marked = [before, GLYPHS_END, mark, "-->", raw_end, after].concat();
    }
    // What is taken over later is raw markup for a program that takes over the rest: it puts the second of
    // these marks behind it.
    for [place, content] in LATER {
        let begin = [place, content].concat();
        marked = marked.replace(&begin, &[place, raw, raw_end, content].concat());
    }
    let parts = if parts == Parts::default() {
        String::new()
    } else {
        let shown = Part::ALL.iter().filter(|(part, _)| parts.contains(*part));
        let names: Vec<&str> = shown.map(|(_, name)| *name).collect();
        format!(" data-parts=\"{}\"", names.join(" "))
    };
    format!("<div data-build=\"{stamp}\" data-page=\"{page}\"{parts}>{marked}</div>")
}

/// Where search engines and browsers find the other languages.
fn alternates() -> String {
    let link = |hreflang: &str, locale| {
        format!(
            "<link rel=\"alternate\" hreflang=\"{hreflang}\" href=\"{}\">",
            file(Form::Article, locale)
        )
    };
    let mut links: Vec<String> =
        Locale::ALL.into_iter().map(|locale| link(locale.tag(), locale)).collect();
    links.push(link("x-default", Locale::En));
    links.join("\n    ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "<html lang=PAGE_LANG dir=PAGE_DIR><title>PAGE_TITLE</title>\
        <meta content=\"PAGE_DESCRIPTION\"><link href=\"PAGE_OEMBED\"><!-- PAGE_STYLE --><!-- PAGE_PICTURE --><!-- PAGE_ALTERNATES --><!-- PAGE_EXPLAINER -->";

    #[test]
    fn a_page_is_in_its_language_and_knows_the_others() {
        for (locale, start, headline) in [
            (Locale::En, "<html lang=en dir=ltr><title>", "Two days in Bamako"),
            (Locale::Fr, "<html lang=fr dir=ltr><title>", "Bamako"),
            (Locale::Ar, "<html lang=ar dir=rtl><title>", "باماكو"),
        ] {
            let story = Story::bundled(locale);
            let markup = explainer(Form::Article, story.clone(), Parts::default(), "abc");
            let [first, rest, still, early] = ["a{}", "b{}", "c{}", "d()"].map(str::to_owned);
            let inline = Inline { first, rest, still, early };
            let card = Card { site: "", has_picture: true };
            let page = article(TEMPLATE, &inline, &story, &markup, card).expect("a page");
            let at = |text: &str| page.find(text).expect(text);
            assert!(at(&inline.head()) < at("<header"));
            assert!(at("</header>") < at(&inline.behind_header()));
            assert!(at(&inline.behind_header()) < at("class=\"stage\""));
            let later = [LATER[0][0], "<!--<#>--><!--</#>-->"].concat();
            let places = page.matches(&later).count();
            assert!(places > 10 && page.matches(&[&later, PAUSE].concat()).count() == places);
            let frame = frame("early.js", &story, &markup).expect("a page");
            assert_eq!(frame.matches(PAUSE).count(), places);
            assert!(page.starts_with(start), "{}", &page[..80]);
            assert!(page[..500].contains(headline));
            for other in Locale::ALL {
                assert!(page.contains(&format!(
                    "hreflang=\"{}\" href=\"{}\"",
                    other.tag(),
                    file(Form::Article, other)
                )));
            }
            assert_eq!(page.matches("aria-current=\"true\"").count(), 1);
        }
    }

    #[test]
    fn the_markup_can_be_taken_over() {
        let markup = explainer(Form::Frame, Story::bundled(Locale::En), Parts::default(), "abc");
        assert!(
            markup.starts_with("<div data-build=\"abc\" data-page=\"embed\"><!--<["),
            "{}",
            &markup[..80]
        );
        // The glyphs alone, and not what takes over before them.
        let (_, behind_header) = markup.split_once(BEHIND_HEADER).expect("a header");
        let (raw, after) = behind_header.split_once("<!--</#>-->").expect("an end of raw markup");
        let (glyphs, mark) = raw.rsplit_once(GLYPHS_END).expect("glyphs");
        assert!(glyphs.matches("<svg").count() == 1 && mark.starts_with("<!--</["), "{mark}");
        assert!(after.starts_with("<div class=\"stage\">"), "{}", &after[..80]);
        for [place, content] in LATER {
            let marked = [place, "<!--<#>--><!--</#>-->", content].concat();
            let places = markup.matches(place).count();
            assert!(places > 1 && markup.matches(&marked).count() == places, "{place}");
        }
        assert!(markup.contains("href=\"embed.fr.html\""));
        assert!(markup.contains("id=\"country=ML\"") && markup.contains("id=\"tab=sources\""));
        assert!(!markup.contains("style="));
    }

    #[test]
    fn a_page_of_some_parts_says_which() {
        let parts = [Part::Timeline, Part::Map].into_iter().collect();
        let markup = explainer(Form::Article, Story::bundled(Locale::En), parts, "abc");
        let start = "<div data-build=\"abc\" data-page=\"index\" data-parts=\"map timeline\">";
        assert!(markup.starts_with(start), "{}", &markup[..80]);
        assert!(markup.contains("id=\"tab=timeline\"") && !markup.contains("id=\"tab=sources\""));
    }

    #[test]
    fn a_template_that_lacks_a_name_is_refused() {
        let error = fill("a.html", "<p>A A B", &[("B", "1".to_owned()), ("A", "2".to_owned())]);
        let error = error.expect_err("A is there twice").to_string();
        assert_eq!(error, "a.html: expected A once, found it 2 times");
        let error = template("<p>").expect_err("no instruction").to_string();
        assert_eq!(error, "index.html: expected a line with <link rel=\"rust\">, found none");
    }
}
