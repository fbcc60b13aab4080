// The same story as a desk would build it with TimelineJS and Leaflet: countries select in map, timeline and
// actors. `STORY` is made from the story files by the benchmark.

const $ = (id) => document.getElementById(id);
const colour = (id, selected) => (id === selected ? "#2f3a8c" : "#e8dfcc");

/** `points` of the plane in km, as Leaflet wants them: y up. */
const flip = (ring) => ring.map(([x, y]) => [-y, x]);
const map = L.map("map", { crs: L.CRS.Simple, minZoom: -8, zoomSnap: 0, zoomControl: false, scrollWheelZoom: false, attributionControl: false });
const shapes = STORY.members.map(({ id, rings }) =>
  L.polygon(rings.map(flip), { weight: 1, color: "#5a5344", fillOpacity: 1 })
    .on("click", () => select(id))
    .addTo(map),
);
map.fitBounds(L.featureGroup(shapes).getBounds(), { animate: false });

for (const { id, name } of STORY.members) {
  const button = document.createElement("button");
  button.dataset.countryButton = id;
  button.textContent = name;
  button.onclick = () => select(id);
  $("buttons").append(button, " ");
}
for (const { title, text } of STORY.points) {
  const item = document.createElement("li");
  item.append(Object.assign(document.createElement("b"), { textContent: title }), ` ${text}`);
  $("points").append(item);
}
for (const { name, role, countries } of STORY.actors) {
  const item = document.createElement("li");
  item.append(Object.assign(document.createElement("b"), { textContent: name }), ` ${role}`);
  item.dataset.countries = countries.join(" ");
  $("actors").append(item);
}

const slides = STORY.events.map(({ id, date, title, summary, countries }) => {
  const [year, month, day] = date.split("-");
  return { countries, slide: { unique_id: id, start_date: { year, month, day }, text: { headline: title, text: summary } } };
});

/** TimelineJS has no filter: another selection is another timeline. */
function draw(selected) {
  const events = slides.filter(({ countries }) => !selected || countries.includes(selected)).map(({ slide }) => slide);
  $("timeline").replaceWith(Object.assign(document.createElement("div"), { id: "timeline" }));
  new TL.Timeline("timeline", { events }, { font: null, hash_bookmark: false, script_path: new URL("./", document.baseURI).href });
}

function select(id) {
  const selected = document.body.dataset.country === id ? "" : id;
  document.body.dataset.country = selected;
  shapes.forEach((shape, at) => shape.setStyle({ fillColor: colour(STORY.members[at].id, selected) }));
  for (const item of $("actors").children) {
    item.hidden = Boolean(selected) && !item.dataset.countries.split(" ").includes(selected);
  }
  draw(selected);
}
select("");
