// Files can be dropped on the whole field, and their names are read back.
const field = document.querySelector(".drop");
const input = document.querySelector("#file");
const chosen = document.querySelector(".chosen");

function show() {
  const names = [...input.files].map((file) => file.name);
  chosen.textContent = names.length ? `${names.length} chosen: ${names.join(", ")}` : "";
}

function over(event, is) {
  event.preventDefault();
  field.classList.toggle("over", is);
}

field.addEventListener("dragover", (event) => over(event, true));
field.addEventListener("dragleave", (event) => over(event, false));
field.addEventListener("drop", (event) => {
  over(event, false);
  if (event.dataTransfer.files.length) {
    input.files = event.dataTransfer.files;
    show();
  }
});
input.addEventListener("change", show);
