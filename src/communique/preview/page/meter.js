// Right: how long the speech is, and the facts that it uses.

import { element, told } from "./controls.js";

export function showMeter(box, meter) {
  box.replaceChildren();
  if (!meter) return;
  box.append(element("p", clock(meter.minutes), { class: "clock" }));
  box.append(element("p", `${meter.words} words, at ${meter.pace} a minute`, { class: "quiet" }));
  if (!meter.slot) {
    box.append(element("p", "No slot is known. Name the venue in meeting.yaml to have one.", { class: "quiet" }));
    return;
  }
  const over = meter.minutes - meter.slot;
  const bar = element("meter", "", { min: 0, max: Math.max(meter.slot, meter.minutes), value: meter.minutes });
  bar.setAttribute("aria-label", `${clock(meter.minutes)} of ${clock(meter.slot)}`);
  bar.className = over > 0 ? "over" : "";
  const words = over > 0 ? `${clock(over)} over the slot of ${clock(meter.slot)}` : `${clock(-over)} left of ${clock(meter.slot)}`;
  box.append(bar, element("p", words, { class: over > 0 ? "over" : "" }));
  if (meter.venue) box.append(element("p", meter.venue, { class: "quiet" }));
}

export function showFacts(list, facts, place) {
  if (told(list, facts)) return;
  list.replaceChildren();
  for (const fact of facts) {
    const term = element("dt");
    const button = element("button", fact.value, { "aria-label": `${fact.value}, where it is written` });
    button.onclick = () => fact.place && place.go(fact.place);
    term.append(button);
    const said = element("dd");
    said.append(element("span", fact.label || fact.name));
    const source = [fact.source, fact.as_of && `as of ${fact.as_of}`].filter(Boolean).join(", ");
    if (source) said.append(element("small", source));
    list.append(term, said);
  }
  if (!facts.length) list.append(element("dd", "This view uses no fact.", { class: "quiet" }));
}

function clock(minutes) {
  const seconds = Math.round(minutes * 60);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} min`;
}
