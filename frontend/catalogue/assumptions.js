// Narrows the table while typing; without it, the form asks the server.
const rows = [...document.querySelectorAll(".ledger tbody tr")].map((row) => ({ row, text: row.textContent.toLowerCase() }));
const words = document.querySelector("#q");
const grade = document.querySelector("#how");
const found = document.querySelector("#found");
const total = rows.length;

function narrow() {
  const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const { row, text } of rows) {
    row.hidden = !wanted.every((word) => text.includes(word)) || (grade.value !== "" && !row.classList.contains(grade.value));
    shown += row.hidden ? 0 : 1;
  }
  found.textContent = `${shown} of ${total} figures`;
}

if (new URLSearchParams(location.search).toString() === "" && total > 0) {
  words.addEventListener("input", narrow);
  grade.addEventListener("change", narrow);
}
