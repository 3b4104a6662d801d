// Light or dark: as the system has it, until somebody chooses.

const NEXT = { auto: "light", light: "dark", dark: "auto" };
const WORDS = { auto: "Look: auto", light: "Look: light", dark: "Look: dark" };

export function dress(button) {
  let look = kept();
  const show = () => {
    document.documentElement.dataset.look = look;
    button.textContent = WORDS[look];
  };
  button.onclick = () => { look = NEXT[look]; keep(look); show(); };
  show();
}

function kept() {
  try {
    const look = localStorage.getItem("look");
    return look in NEXT ? look : "auto";
  } catch {
    return "auto";
  }
}

function keep(look) {
  try {
    localStorage.setItem("look", look);
  } catch {
    // A browser that keeps nothing shows it for this once.
  }
}
