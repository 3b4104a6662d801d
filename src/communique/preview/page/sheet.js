// One page: its picture in bands, the words above it to be selected, and what can be chosen on it.

import { element } from "./controls.js";

const BAND = 4e6; // pixels: a page of usual size is one band

const ruler = document.createElement("canvas").getContext("2d");
ruler.font = "100px serif";

export class Sheet {
  constructor(number, of, label) {
    this.number = number;
    this.element = element("section", "", { class: "sheet" });
    this.picture = element("div", "", { class: "picture", "aria-hidden": "true" });
    this.words = element("div", "", { class: "words" });
    this.marks = element("div", "", { class: "marks" });
    this.element.append(this.picture, this.words, this.marks);
    this.near = false;
    this.shown = "";
    this.digest = "";
    this.name(of, label);
  }

  name(of, label) {
    this.element.setAttribute("aria-label", `${label} ${this.number + 1} of ${of}`);
  }

  // Where it is from now on; what it shows stays until the new picture is there.
  set(digest, size) {
    this.digest = digest;
    this.size = size;
    this.element.style.aspectRatio = `${size[0]} / ${size[1]}`;
    if (!this.near) this.forget();
  }

  forget() {
    this.shown = "";
    this.picture.replaceChildren();
    this.words.replaceChildren();
  }

  // Picture and words for the size it has now, both at once; nothing to do when they are there.
  async draw() {
    const across = Math.max(16, Math.min(12000, Math.round(this.element.clientWidth * devicePixelRatio)));
    const wanted = `${this.digest} ${across}`;
    if (!this.near || !this.digest || this.shown === wanted || this.wanted === wanted) return;
    this.wanted = wanted;
    const fresh = !this.shown.startsWith(this.digest);
    try {
      const [bands, words] = await Promise.all([this.bands(across), fresh ? this.read() : null]);
      if (this.wanted !== wanted) return;
      this.picture.replaceChildren(...bands);
      if (words) this.words.replaceChildren(...words);
      this.shown = wanted;
    } catch {
      // A newer picture is on its way, or the preview has ended, which is told elsewhere.
    } finally {
      if (this.wanted === wanted) this.wanted = "";
    }
  }

  async bands(across) {
    const down = Math.round((across * this.size[1]) / this.size[0]);
    const count = Math.max(1, Math.ceil((across * down) / BAND));
    const bands = [];
    for (let band = 0; band < count; band += 1) {
      const image = element("img", "", { alt: "", src: `/picture/${this.digest}/${this.number}/${across}/${band}/${count}` });
      const top = Math.floor((down * band) / count);
      image.style.top = `${(100 * top) / down}%`;
      image.style.height = `${(100 * (Math.floor((down * (band + 1)) / count) - top)) / down}%`;
      if (count > 2) image.loading = "lazy";
      bands.push(image);
    }
    if (count <= 2) await Promise.all(bands.map((image) => image.decode()));
    return bands;
  }

  async read() {
    const answer = await fetch(`/words/${this.digest}/${this.number}`);
    return answer.ok ? (await answer.json()).map((run) => this.run(run)) : [];
  }

  // A piece of a line, as wide as it is on the picture at any size.
  run([text, left, top, width, height]) {
    const span = element("span", text, { dir: "auto" });
    const [pageWidth, pageHeight] = this.size;
    const natural = (ruler.measureText(text).width / 100) * (height / 100) * pageHeight;
    const stretch = natural ? ((width / 100) * pageWidth) / natural : 1;
    Object.assign(span.style, { left: `${left}%`, top: `${top}%`, fontSize: `${height}cqh`, transform: `scaleX(${stretch.toFixed(4)})` });
    return span;
  }

  // Buttons in the margin, so that every text can be reached without a mouse; hatched gaps; `name` is told of a choice.
  mark(places, gaps, name) {
    const focus = this.marks.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const texts = places.map((one) => {
      const [left, top, , height] = one.box;
      const button = mark("text", one.words, `Written in ${where(one.place)}`, () => name(one.place));
      return Object.assign(button, { at: one }) && position(button, left, top, 0, height);
    });
    const held = gaps.map((one) => {
      const said = `Withheld here: ${counted(one.held.map((part) => part.what))}. Written in ${where(one.held[0].place)}`;
      return position(mark("gap", said, said, () => name(one.held[0].place)), ...one.box);
    });
    this.marks.replaceChildren(...texts, ...held);
    if (focus) this.marks.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
  }
}

function mark(sort, key, said, click) {
  const button = element("button", "", { class: sort, "data-key": `${sort} ${key}`, "aria-label": said, title: said });
  button.onclick = click;
  return button;
}

function position(button, left, top, width, height) {
  Object.assign(button.style, { left: `${left}%`, top: `${top}%`, width: width ? `${width}%` : "", height: `${height}%` });
  return button;
}

function where(place) {
  return `${place.path.split("/").at(-1)}, line ${place.line}`;
}

function counted(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => (count > 1 ? `${count} × ${name}` : name)).join(", ");
}
