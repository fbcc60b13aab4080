//! Sources: titles, publishers and addresses that can be printed and followed.

use super::super::problem::quoted;
use super::super::story::Source;
use super::Checker;

impl Checker<'_> {
    pub(super) fn sources(&mut self) -> Vec<Source> {
        let story = self.story;
        let in_story = self.in_story;
        let in_story = in_story.key("sources");
        let mut sources = Vec::with_capacity(story.sources.len());
        for (index, source) in story.sources.iter().enumerate() {
            let at = in_story.index(index);
            let title = self.plain(&source.title, &at.key("title"));
            if title.starts_with('[') {
                let expected = "a title without brackets, which `title_basis` brings";
                self.problems.push(&at.key("title"), expected, &quoted(&title));
            }
            let url = self.plain(&source.url, &at.key("url"));
            let is_web = ["https://", "http://"].into_iter().any(|scheme| {
                url.strip_prefix(scheme).is_some_and(|rest| {
                    rest.split('/').next().is_some_and(|host| host.contains('.'))
                        && !rest.contains(|c: char| c.is_whitespace() || "\"<>\\^`{|}".contains(c))
                })
            });
            if !is_web {
                self.problems.push(&at.key("url"), "an http or https address", &quoted(&url));
            }
            if story.sources[..index].iter().any(|other| other.url.0 == url) {
                self.problems.push(&at.key("url"), "an address of its own", &quoted(&url));
            }
            if source.date.is_some_and(|date| date.first_day() > story.updated.last_day()) {
                self.problems.push(&at.key("date"), "a date before `updated`", "a later one");
            }
            let is_tag = (2..=3).contains(&source.lang.len())
                && source.lang.bytes().all(|byte| byte.is_ascii_lowercase());
            if !is_tag {
                self.problems.push(
                    &at.key("lang"),
                    "a language tag like `fr`",
                    &quoted(&source.lang),
                );
            }
            let original = source.original.as_ref();
            sources.push(Source {
                id: source.id.clone(),
                title,
                title_basis: source.title_basis,
                publisher: self.plain(&source.publisher, &at.key("publisher")),
                original: original.map(|text| self.plain(text, &at.key("original"))),
                url,
                date: source.date,
                lang: source.lang.clone(),
                kind: source.kind,
            });
        }
        sources
    }
}
