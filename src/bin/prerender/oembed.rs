//! What a page says of itself to content systems, so that its address alone can be put into an article.

use crate::page::{self, Form};
use crate::preview;
use html_escape::encode_double_quoted_attribute;
use sahel_explainer::{Locale, Story};

/// The width and height in px that the frame is given before it tells its own.
const SIZE: (u32, u32) = (1100, 2600);
/// The file of a language.
pub fn file(locale: Locale) -> String {
    page::in_language("oembed", locale, "json")
}

/// The description, as oEmbed 1.0 has it. Addresses start with `site`, where the pages will be.
pub fn write(story: &Story, site: &str, has_picture: bool) -> String {
    let locale = story.locale;
    let frame = format!("{site}{}", page::file(Form::Frame, locale));
    let title = &story.intro.headline;
    let (width, height) = SIZE;
    let html = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
         data-explainer-frame></iframe>",
        encode_double_quoted_attribute(&frame),
        encode_double_quoted_attribute(title),
    );
    let mut fields = vec![
        ("version", quoted("1.0")),
        ("type", quoted("rich")),
        ("provider_name", quoted("Sahel Explainer")),
        ("title", quoted(title)),
        ("html", quoted(&html)),
        ("width", width.to_string()),
        ("height", height.to_string()),
    ];
    if has_picture {
        fields.extend([
            ("thumbnail_url", quoted(&format!("{site}{}", preview::file(locale)))),
            ("thumbnail_width", preview::SIZE.0.to_string()),
            ("thumbnail_height", preview::SIZE.1.to_string()),
        ]);
    }
    let fields: Vec<String> =
        fields.into_iter().map(|(key, value)| format!("  \"{key}\": {value}")).collect();
    format!("{{\n{}\n}}\n", fields.join(",\n"))
}

/// A text as JSON has it; ours have no control characters.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_description_names_frame_and_picture_of_its_language() {
        let story = Story::bundled(Locale::Fr);
        let text = write(&story, "https://news.example/sahel/", true);
        let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(json["thumbnail_url"], "https://news.example/sahel/preview.fr.png");
        let html = json["html"].as_str().expect("markup");
        assert!(
            html.starts_with("<iframe src=\"https://news.example/sahel/embed.fr.html\" title=\"")
        );
        assert!(!write(&story, "", false).contains("thumbnail"));
    }
}
