// Left: the interventions by their meetings, and the papers that each can have.

import { element, told } from "./controls.js";

const RANK = { public: 0, delegation: 1, speaker: 2 };
const FOR = { public: "for the room", delegation: "for the delegation", speaker: "for the speaker" };

export function showPapers(nav, table, view, look) {
  if (told(nav, [table, view])) return;
  const focus = document.activeElement?.dataset?.key;
  nav.replaceChildren();
  let meeting = null;
  for (const folder of table.folders) {
    const [first, second] = folder.includes("/") ? folder.split("/") : ["", folder];
    if (first !== meeting) nav.append(element("h2", first || "Without a meeting"));
    meeting = first;
    nav.append(speech(folder, second, table, view, look));
  }
  if (!table.folders.length) nav.append(element("p", "There is no speech yet.", { class: "quiet" }));
  if (focus) nav.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus();
}

function speech(folder, name, table, view, look) {
  const open = folder === view.folder;
  const item = element("div", "", { class: "speech" });
  const head = element("button", name, { class: "name", "data-key": folder });
  if (open) head.setAttribute("aria-current", "true");
  head.onclick = () => look({ folder });
  item.append(head);
  if (open) item.append(kinds(folder, table, view, look));
  return item;
}

function kinds(folder, table, view, look) {
  const list = element("ul");
  for (const kind of table.kinds.filter((one) => RANK[one.audience] <= RANK[view.audience ?? "delegation"])) {
    const button = element("button", "", { "data-key": `${folder} ${kind.name}` });
    button.append(element("span", kind.title), element("small", FOR[kind.audience]));
    if (kind.name === view.kind) button.setAttribute("aria-current", "page");
    button.onclick = () => look({ kind: kind.name });
    const item = element("li");
    item.append(button);
    list.append(item);
  }
  return list;
}
