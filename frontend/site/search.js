// The search box of every page: "/" goes to it, what it finds appears while one types, arrows and Enter choose.
const box = document.querySelector("#find");
const list = document.querySelector("#finds");
const said = document.querySelector("#finds-said");
let chosen = -1;
let asked = 0;

const options = () => [...list.children];

const close = () => {
  list.hidden = true;
  chosen = -1;
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-activedescendant");
};

const choose = to => {
  const all = options();
  chosen = (to + all.length) % all.length;
  all.forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
  box.setAttribute("aria-activedescendant", all[chosen].id);
  all[chosen].scrollIntoView({ block: "nearest" });
};

const show = html => {
  list.innerHTML = html;
  chosen = -1;
  list.hidden = false;
  box.setAttribute("aria-expanded", "true");
  box.removeAttribute("aria-activedescendant");
  const found = options().length - 1;
  said.textContent = found === 0 ? "Nothing found" : `${found} suggestions`;
};

const ask = async () => {
  const words = box.value.trim();
  const mine = ++asked;
  if (words === "") {
    close();
    return;
  }
  const query = new URLSearchParams({ q: words, fragment: "true" });
  try {
    const answer = await fetch(`${box.form.action}?${query}`);
    if (answer.ok && mine === asked && document.activeElement === box) show(await answer.text());
  } catch {
    close(); // without the server there is nothing to suggest, and sending the form says so
  }
};

let waiting;
box.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, 80);
});

box.addEventListener("keydown", event => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (list.hidden) ask();
    else choose(event.key === "ArrowDown" ? chosen + 1 : Math.max(chosen, 0) - 1);
  } else if (event.key === "Enter" && !list.hidden && chosen >= 0) {
    event.preventDefault();
    location.assign(options()[chosen].dataset.address);
  } else if (event.key === "Escape" && !list.hidden) {
    event.preventDefault();
    close();
  }
});

list.addEventListener("pointerdown", event => event.preventDefault()); // the box keeps the focus
list.addEventListener("click", event => {
  const option = event.target.closest("[role=option]");
  if (option) location.assign(option.dataset.address);
});
box.addEventListener("blur", () => {
  asked++;
  close();
});

document.addEventListener("keydown", event => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable], dialog[open]");
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});

box.setAttribute("role", "combobox");
box.setAttribute("aria-autocomplete", "list");
box.setAttribute("aria-controls", "finds");
box.setAttribute("aria-expanded", "false");
