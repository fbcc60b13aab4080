/**
 * The Sahel Explainer for pages: importing this module defines `<sahel-explainer>` and wakes every element
 * with the attribute `data-explainer`.
 */

/** A language that the bundled story is told in. */
export type Language = "en" | "fr" | "ar";

/** A part that can be left out. */
export type Part =
  | "points" | "map" | "countries" | "timeline" | "actors" | "themes" | "figures" | "glossary" | "sources" | "tour";

/** A story of one's own: the content of a story file. `docs/story-format.md` describes it. */
export interface StoryFile {
  /** The form of the file. */
  format: 1;
  /** The structure: what `story.json` holds in a story's folder. */
  story: object;
  /** The words, by language. */
  words: Partial<Record<Language, object>>;
  /** The base map, if it is not the bundled one. */
  land?: object;
}

/** How an explainer is shown. `null` stands for the default, `undefined` for no change. */
export interface Options {
  /** Default: the nearest `lang` of the page, then the browser's language, then English. */
  lang?: Language | null;
  /** Light or dark. Default: `"auto"`, as the system wants it. */
  theme?: "auto" | "light" | "dark" | null;
  /** Id of the country that is selected. */
  country?: string | null;
  /** Id of the actor that is selected. */
  actor?: string | null;
  /** Id of the event that is open. */
  event?: string | null;
  /** Id of the place that is open. */
  place?: string | null;
  /** Id of the theme whose events are shown. */
  "theme-id"?: string | null;
  /** Whether the guided tour is open. Default: `"explore"`. */
  view?: "explore" | "story" | null;
  /** Names of parts, with spaces between. Default: all. */
  parts?: string | null;
  /** Which events come first. Default: `"newest"`. */
  order?: "newest" | "oldest" | null;
  /** Level of the explainer's heading, 1 to 5. Default: 2. */
  "heading-level"?: 1 | 2 | 3 | 4 | 5 | null;
  /** Address of a story file, in place of the bundled story. */
  src?: string | null;
  /** A story, in place of the bundled one. */
  story?: StoryFile | null;
}

/** What is selected, by the keys of addresses. A list has commas between its values. */
export interface Selection {
  country?: string;
  actor?: string;
  /** Id of the place to which the events are narrowed. */
  only?: string;
  /** Id of the theme whose events are shown. */
  theme?: string;
  /** Id of the key point whose events are shown. */
  point?: string;
  /** Topics, such as `"attack,coup"`. */
  category?: string;
  /** The first month shown, such as `"2025-07"`. */
  from?: string;
  /** The last month shown. */
  to?: string;
  /** The search. */
  q?: string;
  event?: string;
  place?: string;
  tab?: "timeline" | "actors" | "themes" | "figures" | "glossary" | "sources";
  order?: "newest" | "oldest";
  /** The guided tour is open. */
  view?: "story";
  /** The step of the tour, from 1. */
  step?: string;
}

/** An explainer that was mounted. */
export interface ExplainerHandle {
  /** Changes some options; the rest, and what is selected, stays. Rejects with an `Error` that names what is wrong. */
  update(options: Options): Promise<void>;
  /** Selects this, and nothing else. */
  select(selection: Selection): void;
  /** Selects nothing. */
  clear(): void;
  /** What is selected. */
  readonly selection: Selection;
  /** Takes the explainer off the page. */
  destroy(): void;
}

/**
 * Starts an explainer at the end of an element. The page links `explainer.css` itself.
 *
 * Rejects with an `Error` that names what is wrong, if the explainer cannot start.
 */
export function mount(target: Element, options?: Options): Promise<ExplainerHandle>;

/** Defines `<sahel-explainer>`. It happens by itself, unless the page has elements with `data-explainer` only. */
export function define(): Promise<void>;

/** The element `<sahel-explainer>`. Its attributes are the options; what is between its tags is shown until it is ready. */
export interface SahelExplainerElement extends HTMLElement {
  theme: string | null;
  country: string | null;
  actor: string | null;
  event: string | null;
  place: string | null;
  themeId: string | null;
  view: string | null;
  parts: string | null;
  order: string | null;
  permalink: string | boolean | null;
  load: string | null;
  headingLevel: string | number | null;
  src: string | null;
  story: StoryFile | undefined;
  /** Resolves when the explainer answers. A new one after each removal from the page. */
  readonly ready: Promise<SahelExplainerElement>;
  select(selection: Selection): void;
  clear(): void;
  readonly selection: Selection;
}

/** What events tell, by their names. They bubble, through shadow roots too. */
export interface ExplainerEvents {
  "explainer-ready": CustomEvent<{ lang: Language }>;
  "explainer-select": CustomEvent<{ kind: "country" | "actor" | "event" | "place"; id: string } | { kind: null }>;
  /** Anything that an address can hold has changed: all of it, as the fragment of an address. */
  "explainer-change": CustomEvent<{ state: string }>;
  "explainer-step": CustomEvent<{ step: number; of: number }>;
  "explainer-error": CustomEvent<{ code: string; message: string }>;
}

/** The options as attributes and properties of the element, for frameworks. */
export type ElementOptions =
  & Partial<Omit<SahelExplainerElement, keyof HTMLElement | "ready" | "select" | "clear" | "selection">>
  & { lang?: Language | null; "theme-id"?: string | null; "heading-level"?: string | number | null; shadow?: "open" | "closed" };

/** Listeners to the events by the names that frameworks give them. */
export type ExplainerListeners = { [Name in keyof ExplainerEvents as `on${Name}`]?: (event: ExplainerEvents[Name]) => void };

declare global {
  interface HTMLElementTagNameMap {
    "sahel-explainer": SahelExplainerElement;
  }
  interface HTMLElementEventMap extends ExplainerEvents {}
}
