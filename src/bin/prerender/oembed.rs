//! What a page says of itself to content systems, so that its address alone can be put into an article.

use crate::page::{self, Form};
use html_escape::encode_double_quoted_attribute;
use sahel_explainer::{Locale, Story};

/// The width and height in px that the frame is given before it tells its own.
const SIZE: (u32, u32) = (1100, 2600);
/// The size of the pictures in px.
pub const PICTURE: (u32, u32) = (1200, 630);

/// The file of a language.
pub fn file(locale: Locale) -> String {
    page::in_language("oembed", locale, "json")
}

/// The picture of a language; it is made when the pages are.
pub fn picture(locale: Locale) -> String {
    page::in_language("preview", locale, "png")
}

/// The description, as oEmbed 1.0 has it. Addresses start with `site`, where the pages will be.
pub fn write(story: &Story, site: &str) -> String {
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
    let picture_address = format!("{site}{}", picture(locale));
    let fields = [
        ("version", quoted("1.0")),
        ("type", quoted("rich")),
        ("provider_name", quoted("Sahel Explainer")),
        ("title", quoted(title)),
        ("html", quoted(&html)),
        ("width", width.to_string()),
        ("height", height.to_string()),
        ("thumbnail_url", quoted(&picture_address)),
        ("thumbnail_width", PICTURE.0.to_string()),
        ("thumbnail_height", PICTURE.1.to_string()),
    ];
    let fields = fields.map(|(key, value)| format!("  \"{key}\": {value}"));
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
        let text = write(&Story::bundled(Locale::Fr), "https://news.example/sahel/");
        let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(json["thumbnail_url"], "https://news.example/sahel/preview.fr.png");
        let html = json["html"].as_str().expect("markup");
        assert!(
            html.starts_with("<iframe src=\"https://news.example/sahel/embed.fr.html\" title=\"")
        );
    }
}
