// Right: what was found; and above the pages, what keeps them from being made anew.

import { element, told } from "./controls.js";

const WORDS = { error: "Error", warning: "Warning", note: "Note" };

export function showFindings(list, count, findings, place) {
  if (told(list, findings)) return;
  count.textContent = findings.length ? `(${findings.length})` : "";
  const open = new Set([...list.querySelectorAll("details[open]")].map((one) => one.dataset.key));
  list.replaceChildren(...findings.map((one) => finding(one, place, open)));
  if (!findings.length) list.append(element("li", "Nothing was found.", { class: "quiet" }));
}

export function showNotice(notice, state, place, words = "") {
  const errors = state?.held ? state.findings.filter((one) => one.severity === "error") : [];
  if (told(notice, [errors, Boolean(state?.pages), words])) return;
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

function finding(one, place, open) {
  const item = element("li", "", { class: `finding ${one.severity}` });
  const button = element("button");
  const head = element("span", "", { class: "grade" });
  head.append(element("b", WORDS[one.severity]), ` ${one.code}`);
  button.append(head, element("span", one.message, { class: "message" }));
  if (one.place) button.append(element("span", `${one.place.path.split("/").at(-1)}, line ${one.place.line}`, { class: "where" }));
  button.onclick = () => one.place && place.go(one.place);
  item.append(button);
  if (one.excerpt) item.append(element("pre", one.excerpt, { tabindex: "0", "aria-label": "The line it is about" }));
  if (one.help) item.append(element("p", one.help, { class: "help" }));
  item.append(meaning(one, open));
  return item;
}

function meaning(one, open) {
  const key = `${one.code} ${one.message}`;
  const details = element("details", "", { "data-key": key });
  details.open = open.has(key);
  details.append(element("summary", "What this means"), element("p", one.what));
  if (one.why) details.append(element("p", one.why));
  return details;
}
