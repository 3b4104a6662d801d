// The pages in the middle: drawn as they come near, kept where the reader is when a new version comes.

import { Sheet } from "./sheet.js";
import { element } from "./controls.js";

const INCH = 96 / 72; // CSS pixels in a point

export class Sheets {
  constructor(box, scroller, name) {
    this.box = box;
    this.scroller = scroller;
    this.name = name;
    this.left = [];
    this.right = [];
    this.pages = null;
    this.paper = "";
    this.step = null;
    this.stood = new Map();
    this.watch = new IntersectionObserver((seen) => this.seen(seen), { root: scroller, rootMargin: "800px 0px" });
    new ResizeObserver(() => this.redraw()).observe(scroller);
    box.addEventListener("click", (event) => this.clicked(event));
  }

  // New pages; of another paper they begin where that was left, of the same one where the reader is.
  show(pages, paper) {
    const other = paper !== this.paper;
    if (other && this.paper) this.stood.set(this.paper, this.anchor());
    const anchor = other ? this.stood.get(paper) : this.anchor();
    if (other) this.beside(null);
    this.paper = paper;
    this.pages = pages;
    this.fill(this.left, pages, "Page");
    for (const sheet of this.left) {
      const on = (one) => one.page === sheet.number;
      sheet.mark(pages.places.filter(on), pages.gaps.filter(on), this.name);
    }
    this.arrange();
    this.size();
    this.stand(anchor);
    this.draw();
  }

  // The pages of the Word file, or none.
  beside(pages) {
    const anchor = this.anchor();
    this.fill(this.right, pages, "Word, page");
    this.box.classList.toggle("two", this.right.length > 0);
    this.arrange();
    this.size();
    this.stand(anchor);
    this.draw();
  }

  fill(side, pages, label) {
    const sizes = pages?.sizes ?? [];
    while (side.length > sizes.length) {
      const gone = side.pop();
      this.watch.unobserve(gone.element);
      gone.element.remove();
    }
    sizes.forEach((size, number) => {
      if (!side[number]) {
        side.push(new Sheet(number, sizes.length, label));
        side[number].element.sheet = side[number];
        this.watch.observe(side[number].element);
      }
      side[number].name(sizes.length, label);
      side[number].set(pages.digest, size);
    });
  }

  arrange() {
    const rows = Math.max(this.left.length, this.right.length);
    while (this.box.children.length > rows) this.box.lastElementChild.remove();
    for (let row = 0; row < rows; row += 1) {
      const line = this.box.children[row] ?? this.box.appendChild(element("div", "", { class: "row" }));
      for (const side of [this.left, this.right]) {
        if (side[row] && side[row].element.parentElement !== line) line.append(side[row].element);
      }
    }
  }

  resize(step) {
    const anchor = this.anchor();
    this.step = step;
    this.size();
    this.stand(anchor);
    this.draw();
  }

  redraw() {
    if (this.step === null) this.size();
    this.draw();
  }

  // CSS pixels for a CSS pixel of paper.
  scale() {
    if (this.step !== null || !this.left.length) return this.step ?? 1;
    return this.left[0].element.clientWidth / (this.left[0].size[0] * INCH);
  }

  size() {
    const columns = this.right.length ? 2 : 1;
    const room = (this.box.clientWidth - (columns - 1) * 16) / columns;
    for (const sheet of [...this.left, ...this.right]) {
      const full = sheet.size[0] * INCH;
      sheet.element.style.width = `${this.step === null ? Math.min(room, full * 1.5) : full * this.step}px`;
    }
  }

  seen(changes) {
    for (const change of changes) {
      const sheet = change.target.sheet;
      sheet.near = change.isIntersecting;
      if (!sheet.near && !change.target.contains(document.activeElement)) sheet.forget();
    }
    this.draw();
  }

  async draw() {
    const drawn = [...this.left, ...this.right].filter((sheet) => sheet.near);
    await Promise.all(drawn.map((sheet) => sheet.draw()));
    const whole = drawn.length && drawn.every((sheet) => sheet.shown.startsWith(sheet.digest));
    if (whole && this.pages) document.documentElement.dataset.shown = this.pages.digest;
  }

  // Where the reader is: the text at the top of the window, and how far below its top it begins.
  anchor() {
    const top = this.scroller.getBoundingClientRect().top;
    for (const sheet of this.left) {
      const box = sheet.element.getBoundingClientRect();
      if (box.bottom <= top) continue;
      const marks = [...sheet.marks.querySelectorAll(".text")];
      const mark = marks.find((one) => one.getBoundingClientRect().bottom > top);
      const part = (top - box.top) / box.height;
      return { key: mark?.dataset.key, aside: mark ? mark.getBoundingClientRect().top - top : 0, number: sheet.number, part };
    }
    return null;
  }

  stand(anchor) {
    if (!anchor) {
      if (anchor === undefined) this.scroller.scrollTop = 0;
      return;
    }
    const top = this.scroller.getBoundingClientRect().top;
    const same = anchor.key && this.box.querySelector(`.text[data-key="${CSS.escape(anchor.key)}"]`);
    const begin = anchor.key && !same ? alike(this.box, anchor.key) : same;
    const sheet = this.left[Math.min(anchor.number, this.left.length - 1)];
    if (begin) this.scroller.scrollTop += begin.getBoundingClientRect().top - top - anchor.aside;
    else if (sheet) {
      const box = sheet.element.getBoundingClientRect();
      this.scroller.scrollTop += box.top + anchor.part * box.height - top;
    }
  }

  // Show where a place in the sources came out on the pages, if it did.
  point(at) {
    const marks = [...this.box.querySelectorAll(".text")];
    const on = marks.filter(({ at: one }) => one.place.path === at.path && one.place.line === at.line);
    marks.forEach((mark) => mark.classList.toggle("pointed", on.includes(mark)));
    on[0]?.scrollIntoView({ block: "center" });
  }

  // A click on words, not a selection of them, names where they were written.
  clicked(event) {
    const sheet = event.target.closest(".sheet")?.sheet;
    if (!sheet || event.target.closest("button") || !getSelection().isCollapsed || !this.left.includes(sheet)) return;
    const box = sheet.element.getBoundingClientRect();
    const [across, down] = [(100 * (event.clientX - box.left)) / box.width, (100 * (event.clientY - box.top)) / box.height];
    const places = this.pages.places.filter((one) => one.page === sheet.number);
    const hit = places.find(({ box: [left, top, width, height] }) =>
      left - 1 <= across && across <= left + width + 1 && top <= down && down <= top + height);
    if (hit) {
      this.point(hit.place);
      this.name(hit.place);
    }
  }
}

// The text that begins, or else ends, as one did before it was edited.
function alike(box, key) {
  const words = (button) => button.dataset.key.slice(5);
  const [head, tail] = [key.slice(5, 25), key.slice(-20)];
  const all = [...box.querySelectorAll(".text")];
  return all.find((one) => words(one).startsWith(head)) ?? all.find((one) => words(one).endsWith(tail));
}
