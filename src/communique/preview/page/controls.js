// Small controls: a choice of one among several, and the three tabs of a narrow screen.

export function element(name, words = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = words;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// True when a list was told the same before: then it stays, and the focus and whatever is open in it.
export function told(list, value) {
  const words = JSON.stringify(value);
  const before = list.dataset.told;
  list.dataset.told = words;
  return before === words;
}

// A radio group; built anew only when there is something else to choose from, so that the focus stays.
export function choice(fieldset, options, chosen, choose) {
  const names = JSON.stringify(options);
  if (fieldset.dataset.options !== names) {
    fieldset.dataset.options = names;
    fieldset.querySelectorAll("label").forEach((label) => label.remove());
    for (const [value, words] of options) {
      const label = element("label");
      const input = element("input", "", { type: "radio", name: fieldset.id, value });
      label.append(input, element("span", words));
      fieldset.append(label);
    }
  }
  fieldset.onchange = (event) => choose(event.target.value);
  for (const input of fieldset.querySelectorAll("input")) input.checked = input.value === chosen;
}

export function tabs() {
  for (const button of document.querySelectorAll(".tabs button")) {
    button.setAttribute("aria-pressed", String(button.dataset.panel === document.body.dataset.panel));
    button.onclick = () => { document.body.dataset.panel = button.dataset.panel; tabs(); };
  }
}
