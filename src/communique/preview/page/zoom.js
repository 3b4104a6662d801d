// The size of the pages: fitted to the width, or a fixed size.

const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4, 6];

export class Zoom {
  constructor(sheets) {
    this.sheets = sheets;
    this.step = null;
    document.getElementById("smaller").onclick = () => this.turn(-1);
    document.getElementById("larger").onclick = () => this.turn(1);
    document.getElementById("fit").onclick = () => this.set(null);
    this.set(null);
  }

  turn(by) {
    const now = this.sheets.scale();
    const others = STEPS.filter((step) => (by > 0 ? step > now + 0.01 : step < now - 0.01));
    if (others.length) this.set(by > 0 ? others[0] : others.at(-1));
  }

  set(step) {
    this.step = step;
    document.getElementById("fit").textContent = step === null ? "Fit" : `${Math.round(step * 100)} %`;
    this.sheets.resize(step);
  }
}
