// Right: what was found; and above the pages, what keeps them from being made anew.

import { element } from "./controls.js";

const WORDS = { error: "Error", warning: "Warning", note: "Note" };

export function showFindings(list, count, findings, place) {
  count.textContent = findings.length ? `(${findings.length})` : "";
  const open = new Set([...list.querySelectorAll("details[open]")].map((one) => one.dataset.key));
  list.replaceChildren(...findings.map((one) => finding(one, place, open)));
  if (!findings.length) list.append(element("li", "Nothing was found.", { class: "quiet" }));
}

export function showNotice(notice, state, place, words = "") {
  const errors = state?.held ? state.findings.filter((one) => one.severity === "error") : [];
  notice.replaceChildren();
  notice.hidden = !errors.length && !words;
  if (notice.hidden) return;
  const earlier = state?.pages ? "Below is the last good page. " : "There is no page yet. ";
  const many = errors.length > 1 ? `${errors.length} errors stop the new one.` : "An error stops the new one.";
  notice.append(element("p", words || earlier + many, { class: "head" }));
  const list = element("ol");
  list.append(...errors.slice(0, 3).map((one) => finding(one, place, new Set())));
  if (errors.length) notice.append(list);
  if (errors.length > 3) notice.append(element("p", `The other ${errors.length - 3} stand under Findings.`));
}

function finding(told, place, open) {
  const item = element("li", "", { class: `finding ${told.severity}` });
  const button = element("button");
  const head = element("span", "", { class: "grade" });
  head.append(element("b", WORDS[told.severity]), ` ${told.code}`);
  button.append(head, element("span", told.message, { class: "message" }));
  if (told.place) button.append(element("span", `${told.place.path.split("/").at(-1)}, line ${told.place.line}`, { class: "where" }));
  button.onclick = () => told.place && place.go(told.place);
  item.append(button);
  if (told.excerpt) item.append(element("pre", told.excerpt, { tabindex: "0", "aria-label": "The line it is about" }));
  if (told.help) item.append(element("p", told.help, { class: "help" }));
  item.append(meaning(told, open));
  return item;
}

function meaning(told, open) {
  const key = `${told.code} ${told.message}`;
  const details = element("details", "", { "data-key": key });
  details.open = open.has(key);
  details.append(element("summary", "What this means"), element("p", told.what));
  if (told.why) details.append(element("p", told.why));
  return details;
}
