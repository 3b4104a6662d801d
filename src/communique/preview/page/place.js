// The strip at the foot: the file and line of what was clicked, and the way into the editor.

export class Place {
  constructor(strip, point) {
    this.strip = strip;
    this.point = point;
    this.editor = false;
    this.at = null;
    strip.querySelector("#copy").onclick = () => this.copy();
    strip.querySelector("#open").onclick = () => this.open();
  }

  // A place that was chosen in a list: show it on the page too.
  go(at) {
    this.point(at);
    this.name(at);
  }

  name(at) {
    this.at = at;
    this.strip.hidden = false;
    this.strip.querySelector("code").textContent = `${at.path}:${at.line}:${at.column}`;
    this.strip.querySelector("#open").hidden = !this.editor;
    this.say("");
    if (this.editor) this.open();
  }

  async open() {
    const { path, line, column } = this.at;
    const asked = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ path, line, column }) };
    try {
      const answer = await (await fetch("/open", asked)).json();
      this.say(answer.why || "Opened in your editor.");
    } catch {
      this.say("The preview does not answer.");
    }
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.strip.querySelector("code").textContent);
      this.say("Copied.");
    } catch {
      this.say("The browser does not let the page copy.");
    }
  }

  say(words) {
    this.strip.querySelector("#said").textContent = words;
  }
}
