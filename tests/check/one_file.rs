// Shared by the tests and the fuzz target: a story of which one file is any bytes.

/// Checks a story, prints what is wrong, and reads what is right. Panics only if the checker is wrong.
///
/// Returns how far it came.
pub fn check_story(files: &Files) -> Reached {
    let folder = match open(files) {
        Ok(folder) => folder,
        Err(error) => {
            assert!(error.contains(": "), "{error}");
            return Reached::Nothing;
        }
    };
    match folder.check() {
        Ok(stories) => {
            assert!(!stories.is_empty());
            for story in &stories {
                read(story);
            }
            Reached::Story
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            let mut before: Option<&Located> = None;
            for problem in &problems {
                let text = folder.text(&problem.problem.file);
                assert!(problem.range.start <= problem.range.end && problem.range.end <= text.len());
                let line = text.split('\n').nth(problem.line - 1).expect("a line of the file");
                assert!(problem.column <= line.chars().count() + 1);
                assert!(!problem.to_string().contains('\n'), "{problem}");
                let place = |it: &Located| (it.problem.file.clone(), it.range.start);
                assert!(before.is_none_or(|before| place(before) <= place(problem)));
                before = Some(problem);
            }
            let is_syntax = |problem: &Located| &*problem.problem.expected == "JSON";
            if problems.iter().any(is_syntax) { Reached::Syntax } else { Reached::Checks }
        }
    }
}

/// How far a story came in the checker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reached {
    /// A file could not be read.
    Nothing,
    /// A file is not JSON.
    Syntax,
    /// The checks found problems.
    Checks,
    /// There is no problem.
    Story,
}

/// Follows every reference of a checked story.
fn read(story: &Dataset) {
    let mut length = story[story.focus].title.len();
    for (_, country, profile) in story.members() {
        length += country.name.len() + story[profile.capital_place].name.len();
        length += story[profile.leader_actor].name.len();
        length += story[profile.last_coup_event].title.len();
        length += story[profile.population_figure].label.len();
    }
    for place in &story.places {
        let mark = &place.mark;
        length += story[place.country].name.len();
        length += mark.merged.map_or(0, |into| story[into].name.len());
        length += mark.merged_narrow.map_or(0, |into| story[into].name.len());
        length += sources(story, &place.sources);
    }
    for event in &story.events {
        length += event.countries.iter().map(|&ix| story[ix].name.len()).sum::<usize>();
        length += event.places.iter().map(|&ix| story[ix].name.len()).sum::<usize>();
        length += event.actors.iter().map(|&ix| story[ix].name.len()).sum::<usize>();
        length += sources(story, &event.sources);
    }
    for relation in &story.relations {
        assert!(relation.from != relation.to);
        length += story[relation.from].name.len() + story[relation.to].name.len();
        length += sources(story, &relation.sources);
    }
    for theme in &story.themes {
        length += theme.events.iter().map(|&ix| story[ix].title.len()).sum::<usize>();
        length += theme.actors.iter().map(|&ix| story[ix].name.len()).sum::<usize>();
        length += theme.scenarios.iter().map(|it| sources(story, &it.sources)).sum::<usize>();
    }
    for point in &story.key_points {
        assert!(point.lead.chars().count() <= 40);
        length += point.events.iter().map(|&ix| story[ix].title.len()).sum::<usize>();
    }
    for step in &story.tour {
        length += step.places.iter().map(|&ix| story[ix].name.len()).sum::<usize>();
    }
    assert!(length > 0);
    assert!(story.events.is_sorted_by_key(|event| event.date.start().first_day()));
}

fn sources(story: &Dataset, list: &[SourceIx]) -> usize {
    assert!(!list.is_empty());
    list.iter().map(|&ix| story[ix].title.len()).sum()
}
