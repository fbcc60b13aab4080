// The map as a picture: what the browser has drawn is read off the page, shape by shape, and written as SVG
// or drawn on a canvas. Nothing is fetched and no style is inlined, so that strict policies do not mind.

/** Space around, and heights of lines, in px. */
const MARGIN = 16;
const TITLE = 26;
const LINE = 18;
/** Pixels of a PNG for each px. */
const SCALE = 2;

const isNone = (paint) => !paint || paint === "none" || /^(rgba\(.*, 0\)|transparent)$|^url/.test(paint);

/** The outline of a shape as path data. */
function outline(shape) {
  const at = (name) => shape[name].baseVal.value;
  const round = (x, y, rx, ry) => `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;
  switch (shape.localName) {
    case "rect": return `M${at("x")} ${at("y")}h${at("width")}v${at("height")}h${-at("width")}z`;
    case "circle": return round(at("cx"), at("cy"), at("r"), at("r"));
    case "ellipse": return round(at("cx"), at("cy"), at("rx"), at("ry"));
    case "line": return `M${at("x1")} ${at("y1")}L${at("x2")} ${at("y2")}`;
    default: return shape.getAttribute("d");
  }
}

/** Everything that is drawn of the map, in order, in px from its corner. */
function read(map) {
  const { x, y, width, height } = map.getBoundingClientRect();
  const scope = map.getRootNode();
  const drawn = [];
  const matrix = (element) => new DOMMatrix().translate(-x, -y).multiply(element.getScreenCTM());
  const paints = (style, at) => ({
    fill: isNone(style.fill) ? null : style.fill,
    fillOpacity: Number(style.fillOpacity),
    stroke: isNone(style.stroke) || parseFloat(style.strokeWidth) === 0 ? null : style.stroke,
    strokeOpacity: Number(style.strokeOpacity),
    // A line that does not scale is as wide as it says, any other as the shape is scaled.
    width: parseFloat(style.strokeWidth) * (style.vectorEffect === "non-scaling-stroke" ? 1 : Math.sqrt(Math.abs(at.a * at.d - at.b * at.c))),
    dashes: style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[ ,]+/).map(parseFloat),
    cap: style.strokeLinecap,
    join: style.strokeLinejoin,
  });
  const shape = (element, d, style) => {
    const at = matrix(element);
    const clip = /#([^")]+)/.exec(style.clipPath)?.[1];
    const clipped = clip && scope.getElementById(clip)?.querySelector("path")?.getAttribute("d");
    drawn.push({ d, at, clip: clipped, ...paints(style, at) });
  };
  for (const element of map.querySelectorAll("path, rect, circle, ellipse, line, use, text")) {
    if (element.closest("defs, clipPath, symbol, pattern, .tips") || !element.getClientRects().length) continue;
    const style = getComputedStyle(element);
    if (element.localName === "text") {
      words(element, matrix(element));
    } else if (element.localName === "use") {
      glyph(element, style);
    } else {
      shape(element, outline(element), style);
    }
  }
  return { width, height, drawn };

  /** A symbol's paths, from its own grid into the box that refers to it. */
  function glyph(use, style) {
    const symbol = scope.querySelector(use.getAttribute("href"));
    const grid = symbol.viewBox.baseVal;
    const at = matrix(use)
      .translate(use.x.baseVal.value, use.y.baseVal.value)
      .scale(use.width.baseVal.value / grid.width, use.height.baseVal.value / grid.height);
    for (const path of symbol.querySelectorAll("path")) drawn.push({ d: path.getAttribute("d"), at, ...paints(style, at) });
  }

  /** The lines of a text, each with its own place and style. */
  function words(text, at) {
    let start = 0;
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentNode } = walker.currentNode;
      const length = data.length;
      if (data.trim() && start + length <= text.getNumberOfChars()) {
        const style = getComputedStyle(parentNode);
        const boxes = Array.from({ length }, (_, index) => text.getExtentOfChar(start + index)).filter((box) => box.width > 0);
        drawn.push({
          text: data, at,
          left: Math.min(...boxes.map((box) => box.x)),
          right: Math.max(...boxes.map((box) => box.x + box.width)),
          y: text.getStartPositionOfChar(start).y,
          font: [style.fontStyle, style.fontWeight, style.fontSize, style.fontFamily],
          spacing: style.letterSpacing,
          isRtl: getComputedStyle(text.closest(".explainer")).direction === "rtl",
          ...paints(style, new DOMMatrix()),
        });
      }
      start += length;
    }
  }
}

/** Breaks a text into lines that fit, on a canvas with the right font. */
function lines(context, text, width) {
  const all = [""];
  for (const word of text.split(" ")) {
    const longer = all.at(-1) ? `${all.at(-1)} ${word}` : word;
    if (context.measureText(longer).width > width && all.at(-1)) all.push(word);
    else all[all.length - 1] = longer;
  }
  return all;
}

/**
 * A picture of the map in an explainer, with title and source line.
 *
 * @param {Element} root the explainer
 * @param {{ title: string, chosen: string, source: string }} caption
 * @param {"png" | "svg"} form
 * @returns {Promise<Blob>}
 */
export async function draw(root, caption, form) {
  const { width, height, drawn } = read(root.querySelector(".map"));
  const { color, backgroundColor, fontFamily, direction } = getComputedStyle(root);
  const serif = getComputedStyle(root.querySelector(".display")).fontFamily;
  const sea = getComputedStyle(root.querySelector(".map")).backgroundColor;
  const isRtl = direction === "rtl";
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  const rows = [];
  let y = MARGIN;
  const say = (text, font, step) => {
    context.font = font.join(" ");
    for (const line of text ? lines(context, text, width) : []) {
      y += step;
      rows.push({ text: line, font, y: y - step / 4 });
    }
  };
  say(caption.title, ["normal", "700", "20px", serif], TITLE);
  say(caption.chosen, ["normal", "400", "13px", fontFamily], LINE);
  const top = y + 8;
  y = top + height + 4;
  say(caption.source, ["normal", "400", "12px", fontFamily], LINE);
  const size = { width: Math.ceil(width + 2 * MARGIN), height: Math.ceil(y + MARGIN) };
  const start = isRtl ? size.width - MARGIN : MARGIN;
  const picture = { size, rows, start, isRtl, color, backgroundColor, sea, top, map: { width, height }, drawn };
  if (form === "svg") return new Blob([svg(picture)], { type: "image/svg+xml" });
  canvas.width = size.width * SCALE;
  canvas.height = size.height * SCALE;
  paint(context, picture);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the browser gave no picture"))), "image/png");
  });
}

function paint(context, { size, rows, start, isRtl, color, backgroundColor, sea, top, map, drawn }) {
  const base = new DOMMatrix([SCALE, 0, 0, SCALE, 0, 0]);
  const corner = base.translate(MARGIN, top);
  context.setTransform(base);
  context.fillStyle = backgroundColor;
  context.fillRect(0, 0, size.width, size.height);
  context.fillStyle = color;
  context.direction = isRtl ? "rtl" : "ltr";
  context.textAlign = "start";
  for (const { text, font, y } of rows) {
    context.font = font.join(" ");
    context.fillText(text, start, y);
  }
  context.beginPath();
  context.rect(MARGIN, top, map.width, map.height);
  context.clip();
  context.fillStyle = sea;
  context.fillRect(MARGIN, top, map.width, map.height);
  for (const item of drawn) {
    context.save();
    context.lineWidth = item.width;
    context.lineCap = item.cap;
    context.lineJoin = item.join === "miter-clip" ? "miter" : item.join;
    context.setLineDash(item.dashes);
    if (item.text) {
      context.setTransform(corner.multiply(item.at));
      context.font = item.font.join(" ");
      context.letterSpacing = item.spacing === "normal" ? "0px" : item.spacing;
      context.direction = item.isRtl ? "rtl" : "ltr";
      context.textAlign = "left";
      // The line is the halo, behind the letters.
      if (item.stroke) {
        context.strokeStyle = item.stroke;
        context.strokeText(item.text, item.left, item.y);
      }
      context.fillStyle = item.fill ?? color;
      context.fillText(item.text, item.left, item.y);
    } else {
      context.setTransform(corner);
      const path = (d) => {
        const placed = new Path2D();
        placed.addPath(new Path2D(d), item.at);
        return placed;
      };
      if (item.clip) context.clip(path(item.clip));
      const shape = path(item.d);
      if (item.fill) {
        context.globalAlpha = item.fillOpacity;
        context.fillStyle = item.fill;
        context.fill(shape, "evenodd");
      }
      if (item.stroke) {
        context.globalAlpha = item.strokeOpacity;
        context.strokeStyle = item.stroke;
        context.stroke(shape);
      }
    }
    context.restore();
  }
}

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
const attributes = (values) => Object.entries(values)
  .filter(([, value]) => value != null && value !== "")
  .map(([name, value]) => ` ${name}="${escaped(String(value))}"`).join("");

function svg({ size, rows, start, isRtl, color, backgroundColor, sea, top, map, drawn }) {
  // Attributes, because strict policies refuse styles in drawings too.
  const font = ([style, weight, size, family]) =>
    ({ "font-style": style, "font-weight": weight, "font-size": size, "font-family": family });
  const clips = [];
  const shapes = drawn.map((item) => {
    const { a, b, c, d, e, f } = item.at;
    const transform = `matrix(${[a, b, c, d, e, f].map((part) => +part.toFixed(5))})`;
    const paints = {
      fill: item.fill ?? "none", "fill-opacity": item.fillOpacity === 1 ? null : item.fillOpacity,
      stroke: item.stroke, "stroke-width": item.stroke && item.width, "stroke-linecap": item.stroke && item.cap,
      "stroke-linejoin": item.stroke && item.join, "stroke-dasharray": item.stroke && item.dashes.join(" "),
      "stroke-opacity": item.stroke && item.strokeOpacity !== 1 ? item.strokeOpacity : null,
    };
    if (item.text) {
      const x = item.isRtl ? item.right : item.left;
      const spacing = item.spacing === "normal" ? null : item.spacing;
      return `<text${attributes({ x, y: item.y, transform, direction: item.isRtl ? "rtl" : null, "letter-spacing": spacing,
        "paint-order": "stroke", ...paints, ...font(item.font) })}>${escaped(item.text)}</text>`;
    }
    let clip = null;
    if (item.clip) {
      clip = `url(#clip-${clips.length})`;
      clips.push(`<clipPath id="clip-${clips.length}"><path${attributes({ d: item.clip })}/></clipPath>`);
    }
    return `<path${attributes({ d: item.d, transform, "clip-path": clip, "fill-rule": "evenodd", "vector-effect": "non-scaling-stroke", ...paints })}/>`;
  });
  const said = rows.map(({ text, font: rowFont, y }) =>
    `<text${attributes({ x: start, y, direction: isRtl ? "rtl" : null, fill: color, ...font(rowFont) })}>${escaped(text)}</text>`);
  const { width, height } = size;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<defs>${clips.join("")}</defs>`,
    `<rect width="${width}" height="${height}" fill="${backgroundColor}"/>`,
    ...said,
    `<svg x="${MARGIN}" y="${top}" width="${map.width}" height="${map.height}">`,
    `<rect width="100%" height="100%" fill="${sea}"/>`,
    ...shapes,
    "</svg>",
    "</svg>",
    "",
  ].join("\n");
}
