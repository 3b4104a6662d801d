// The page of the preview: what is looked at, and what to do when the server tells of a new state.

import { listen } from "./stream.js";
import { choice, element, tabs } from "./controls.js";
import { showPapers } from "./papers.js";
import { Sheets } from "./sheets.js";
import { showFindings, showNotice } from "./findings.js";
import { showMeter, showFacts } from "./meter.js";
import { Place } from "./place.js";
import { Beside } from "./beside.js";
import { Zoom } from "./zoom.js";
import { dress } from "./dress.js";

const $ = (id) => document.getElementById(id);
const AUDIENCES = { public: "The room", delegation: "The delegation", speaker: "The speaker" };

let view = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
let table = { folders: [], kinds: [], audiences: [] };
let state = null;
let stop = () => {};
let patience = 0;

const place = new Place($("place"), (at) => sheets.point(at));
const sheets = new Sheets($("sheets"), $("pages"), (at) => place.name(at));
const beside = new Beside($("beside"), $("drawing"), sheets);
const zoom = new Zoom(sheets);

// The token has done its work once the page is here; it need not stay in the address or in a bookmark.
history.replaceState(null, "", location.pathname + location.hash);
dress($("look"));
tabs();
connect();

function connect() {
  stop();
  stop = listen(query(), {
    making: () => wait(true),
    table: (told) => { table = told; place.editor = told.editor; beside.offer(told.word); showAll(); },
    state: (told) => { state = told; view = told.view; remember(); showState(); },
    settled: () => { wait(false); document.documentElement.dataset.settled = String(Date.now()); },
    lost: () => showNotice($("notice"), null, place, "The preview has ended. Start it again in the terminal: communique preview"),
    found: () => state && showState(),
  });
}

// What takes longer than a moment is said; what is quick would only flicker.
function wait(busy) {
  clearTimeout(patience);
  if (!busy) $("waiting").replaceChildren();
  else patience = setTimeout(() => $("waiting").replaceChildren(element("span", "Making the page …")), 500);
}

function look(change) {
  view = { ...view, ...change };
  document.body.dataset.panel = "pages";
  tabs();
  connect();
}

function query() {
  return new URLSearchParams(view).toString();
}

function remember() {
  history.replaceState(null, "", `${location.pathname}#${query()}`);
}

function showAll() {
  showPapers($("papers"), table, view, look);
  const heard = table.audiences.map((name) => [name, AUDIENCES[name] ?? name]);
  choice($("audience"), heard, view.audience ?? "delegation", (audience) => look({ audience }));
}

function showState() {
  showAll();
  const kind = table.kinds.find((one) => one.name === view.kind);
  const title = [state.title, kind?.title].filter(Boolean).join(" · ");
  $("title").textContent = title || "communique preview";
  document.title = title ? `${title} – communique` : "communique preview";
  $("language").hidden = state.languages.length < 2;
  choice($("language"), state.languages.map((name) => [name, name]), view.language, (language) => look({ language }));
  showNotice($("notice"), state, place);
  showFindings($("findings"), $("count"), state.findings, place);
  showMeter($("meter"), state.meter);
  showFacts($("facts"), state.facts, place);
  $("legend").hidden = !state.pages?.gaps.length;
  save("pdf");
  save("docx");
  sheets.show(state.pages, [view.folder, view.kind, view.language].join(" "));
  beside.follow(state.pages, query());
}

function save(form) {
  const link = $(form);
  link.hidden = state.held || !state.pages?.formats.includes(form);
  if (state.pages) {
    link.href = `/paper/${form}?${query()}`;
    link.download = `${state.pages.name}.${form}`;
  }
}
