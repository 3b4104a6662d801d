// Beside the pages, those of the Word file as LibreOffice lays it out: drawn when asked for, and after each change.

export class Beside {
  constructor(button, status, sheets) {
    this.button = button;
    this.status = status;
    this.sheets = sheets;
    this.on = false;
    this.asked = "";
    button.onclick = () => this.turn();
  }

  offer(can) {
    this.button.hidden = !can;
  }

  turn() {
    this.on = !this.on;
    this.button.setAttribute("aria-pressed", String(this.on));
    if (!this.on) this.sheets.beside(null);
    this.asked = "";
    this.follow(this.pages, this.query);
  }

  async follow(pages, query) {
    this.pages = pages;
    this.query = query;
    const wanted = pages ? `${pages.digest} ${query}` : "";
    if (!this.on || !pages || wanted === this.asked) {
      if (!this.on) this.status.textContent = "";
      return;
    }
    this.asked = wanted;
    this.status.textContent = "LibreOffice is drawing the Word file …";
    const told = await this.draw(query);
    if (this.asked !== wanted || !this.on) return;
    this.status.textContent = told.why ?? "Right: the Word file as LibreOffice shows it.";
    if (!told.why) this.sheets.beside(told);
  }

  async draw(query) {
    try {
      return await (await fetch(`/word?${query}`)).json();
    } catch {
      return { why: "The preview does not answer." };
    }
  }
}
