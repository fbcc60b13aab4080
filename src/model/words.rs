//! Interface words: everything the explainer says that is not the story.

use super::story::Text;
use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($variant:ident $key:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $(#[doc = concat!("`", $key, "` in the words files.")] $variant,)*
        }

        impl $name {
            /// The keys in the words files, in the order of the variants.
            pub const KEYS: &'static [&'static str] = &[$($key,)*];
        }
    };
}

words! {
    /// A phrase without a number; `{name}` in it stands for a value.
    Word {
        Explainer "explainer",
        KeyPoints "key-points",
        Map "map",
        Countries "countries",
        Actors "actors",
        Timeline "timeline",
        Themes "themes",
        Figures "figures",
        Glossary "glossary",
        Sources "sources",
        UpdatedOn "updated-on",
        CheckedTo "checked-to",
        MapCredit "map-credit",
        SkipMap "skip-map",
        AllThree "all-three",
        AllThreeCountries "all-three-countries",
        MapOf "map-of",
        IsSelected "is-selected",
        PlacesWithEvents "places-with-events",
        ScaleBar "scale-bar",
        LegendCount "legend-count",
        LegendArea "legend-area",
        BorderNote "border-note",
        CountryProfile "country-profile",
        Close "close",
        CloseNamed "close-named",
        Capital "capital",
        HeadOfState "head-of-state",
        Government "government",
        Population "population",
        Area "area",
        Languages "languages",
        Currency "currency",
        LastCoup "last-coup",
        InOffice "in-office",
        EventsEachYear "events-each-year",
        MainActors "main-actors",
        ShowOnly "show-only",
        ProfileOf "profile-of",
        ShowOnMap "show-on-map",
        OfTotal "of-total",
        OverYears "over-years",
        From "from",
        To "to",
        SearchLabel "search-label",
        TagCountry "tag-country",
        TagActor "tag-actor",
        TagPlace "tag-place",
        TagPoint "tag-point",
        TagTheme "tag-theme",
        TagTopic "tag-topic",
        TagSearch "tag-search",
        RemoveFilter "remove-filter",
        ClearSelection "clear-selection",
        Topics "topics",
        NothingFound "nothing-found",
        TopicCoup "topic-coup",
        TopicInstitution "topic-institution",
        TopicAlliance "topic-alliance",
        TopicSummit "topic-summit",
        TopicAttack "topic-attack",
        TopicHumanitarian "topic-humanitarian",
        TopicWithdrawal "topic-withdrawal",
        TopicDiplomacy "topic-diplomacy",
        TopicEconomy "topic-economy",
        StripByQuarter "strip-by-quarter",
        StripByHalf "strip-by-half",
        StripDescription "strip-description",
        SummitFlag "summit-flag",
        OrderOfEvents "order-of-events",
        NewestFirst "newest-first",
        OldestFirst "oldest-first",
        OfWhichKey "of-which-key",
        SinceSummit "since-summit",
        ShowOthers "show-others",
        OpenEvent "open-event",
        NotAmong "not-among",
        Where "where",
        Who "who",
        Earlier "earlier",
        Later "later",
        ConfirmedBySeveral "confirmed-by-several",
        AttributedTo "attributed-to",
        SourcesFor "sources-for",
        EventsOf "events-of",
        PublisherVia "publisher-via",
        NoDate "no-date",
        GroupStates "group-states",
        GroupLeaders "group-leaders",
        GroupAlliance "group-alliance",
        GroupArmedGroups "group-armed-groups",
        GroupPartners "group-partners",
        GroupNeighbours "group-neighbours",
        GroupBodies "group-bodies",
        GroupSociety "group-society",
        Role "role",
        WhatItSays "what-it-says",
        WhatItDoes "what-it-does",
        OpenCountryProfile "open-country-profile",
        SideWith "side-with",
        SideAgainst "side-against",
        SideApart "side-apart",
        FightsBothWays "fights-both-ways",
        HasAsMember "has-as-member",
        LedBy "led-by",
        SupportedBy "supported-by",
        FoughtBy "fought-by",
        SanctionedBy "sanctioned-by",
        LeftBy "left-by",
        Since "since",
        ScenarioMark "scenario-mark",
        FiguresIntro "figures-intro",
        InFigures "in-figures",
        PercentOf "percent-of",
        RankOf "rank-of",
        Number "number",
        Date "date",
        Title "title",
        Publisher "publisher",
        Kind "kind",
        KindUnitedNations "kind-united-nations",
        KindOfficial "kind-official",
        KindRegionalBody "kind-regional-body",
        KindAgency "kind-agency",
        KindBroadcaster "kind-broadcaster",
        KindPress "kind-press",
        KindResearch "kind-research",
        KindNgo "kind-ngo",
        KindReference "kind-reference",
        KindStateMedia "kind-state-media",
        Parts "parts",
        SaidCountry "said-country",
        SaidAllCountries "said-all-countries",
        SaidActor "said-actor",
        SaidPlace "said-place",
        SaidNothing "said-nothing",
        Sentence "sentence",
        SaidNewest "said-newest",
        SaidOldest "said-oldest",
    }
}

words! {
    /// A phrase with a number, in the plural forms of the language; `{n}` stands for the number.
    Count {
        Events "events",
        OtherEvents "other-events",
        Actors "actors",
        Sources "sources",
        MoreSources "more-sources",
        Places "places",
        ListOfPlaces "list-of-places",
        MorePoints "more-points",
        Relations "relations",
        NotLinked "not-linked",
        ShowInTimeline "show-in-timeline",
        Filters "filters",
    }
}

/// The interface words of one language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Words {
    /// One text a [`Word`], in order.
    pub texts: Vec<Text>,
    /// Six forms a [`Count`], in order: zero, one, two, few, many, other. A form that the language
    /// does not use repeats `other`.
    pub counts: Vec<[Text; 6]>,
}

impl Words {
    /// The text of a word.
    pub fn text(&self, word: Word) -> &Text {
        &self.texts[word as usize]
    }
}
