// Offers to register a callee that is not in the estate yet.
export function callees(form) {
  const list = form.querySelector("[data-list=calls]");
  if (!list) {
    return;
  }
  const known = new Set([...document.querySelectorAll("#known-services option")].map(option => option.value));
  const own = () => form.querySelector("[name=name]").value.trim();

  list.addEventListener("change", event => {
    const input = event.target.closest(".c-to input[type=text]");
    if (input) {
      const name = input.value.trim();
      const unknown = name !== "" && !known.has(name) && name !== own();
      const offer = input.parentElement.querySelector(".offer");
      offer.hidden = !unknown;
      offer.querySelector("input").checked = unknown;
    }
  });
}
