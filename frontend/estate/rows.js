// Adds and removes rows of a list in place.
export function rows(form, say) {
  form.addEventListener("click", event => {
    const button = event.target.closest("button[name=do]");
    const [action] = button?.value.split(":") ?? [];
    if (action === "add") {
      event.preventDefault();
      add(button.closest("[data-list]"));
    } else if (action === "remove") {
      event.preventDefault();
      remove(button.closest("[data-list]"), button.closest("tr"), say);
    }
  });
}

function add(list) {
  const body = list.querySelector("tbody");
  const index = 1 + Math.max(-1, ...[...body.children].map(row => Number(row.dataset.row)));
  const name = list.dataset.list;
  const copy = list.querySelector("template").content.querySelector("tr").outerHTML
    .replaceAll(`${name}[#]`, `${name}[${index}]`).replaceAll(`f-${name}-N`, `f-${name}-${index}`)
    .replaceAll(`:${name}:#`, `:${name}:${index}`).replace('data-row="-1"', `data-row="${index}"`)
    .replaceAll(/(, |Remove )(\w+) 0"/g, `$1$2 ${index + 1}"`);
  body.insertAdjacentHTML("beforeend", copy);
  body.lastElementChild.querySelector("input:not([type=hidden])").focus();
}

function remove(list, row, say) {
  const next = row.nextElementSibling ?? row.previousElementSibling;
  const what = row.querySelector("input:not([type=hidden])").value;
  row.remove();
  say(`Removed ${what || "a row"}`);
  (next?.querySelector("input:not([type=hidden])") ?? list.querySelector("button[value^='add:']")).focus();
}
