// One separator before exactly three digits can be read both ways. tare reads the comma as thousands and the point as
// decimals (dev.tare.site.Numeral), whatever the browser's language, and says so where somebody may mean the other.

const EITHER = /^\s*([1-9]\d{0,2})([.,])(\d{3})(?!\d|[.,]\d)/;

/** How an amount that can be read both ways is read, as a sentence; empty for one that cannot. */
export const reading = typed => {
  const [, whole, separator, rest] = EITHER.exec(typed) ?? [];
  if (!separator) return "";
  const thousands = whole + rest;
  const decimal = `${whole}.${rest}`.replace(/\.?0+$/, "");
  const [read, other] = separator === "," ? [thousands, decimal] : [decimal, thousands];
  return `“${typed.trim()}” is read as ${read}; for ${other} type ${other}.`;
};

/** Says it beneath a field of a form as soon as it is typed. */
export const readings = (form, say) => form.addEventListener("change", event => {
  if (event.target.dataset.kind !== "amount") return;
  const field = event.target.closest(".field");
  const sentence = reading(event.target.value);
  field.querySelector(".reading")?.remove();
  if (sentence === "") return;
  const hint = document.createElement("span");
  hint.className = "hint reading";
  hint.textContent = sentence;
  event.target.after(hint);
  say(sentence);
});
