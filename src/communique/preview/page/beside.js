// Beside the pages, those of the Word file as LibreOffice lays it out: drawn when asked for, and after each change.

export class Beside {
  constructor(button, status, sheets) {
    this.button = button;
    this.status = status;
    this.sheets = sheets;
    this.on = false;
    this.shown = "";
    this.busy = false;
    button.onclick = () => this.turn();
  }

  offer(can) {
    this.button.hidden = !can;
  }

  turn() {
    this.on = !this.on;
    this.button.setAttribute("aria-pressed", String(this.on));
    if (!this.on) this.sheets.beside(null);
    this.shown = "";
    this.follow(this.pages, this.query);
  }

  // One drawing at a time: whatever was saved meanwhile, the last of it is drawn next.
  async follow(pages, query) {
    this.pages = pages;
    this.query = query;
    if (!this.on) this.status.textContent = "";
    if (this.busy) return;
    this.busy = true;
    while (this.on && this.pages && this.shown !== this.wanted()) {
      const wanted = this.wanted();
      this.status.textContent = "LibreOffice is drawing the Word file …";
      const told = await this.draw(this.query);
      this.shown = wanted;
      if (!this.on || wanted !== this.wanted()) continue;
      this.status.textContent = told.why ?? "Right: the Word file as LibreOffice shows it.";
      if (!told.why) this.sheets.beside(told);
    }
    this.busy = false;
  }

  wanted() {
    return `${this.pages.digest} ${this.query}`;
  }

  async draw(query) {
    try {
      return await (await fetch(`/word?${query}`)).json();
    } catch {
      return { why: "The preview does not answer." };
    }
  }
}
