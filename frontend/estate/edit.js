// Makes the form of a part quicker; everything it does also works without it, by a round trip.
import { rows } from "tare/estate/rows.js";
import { callees } from "tare/estate/callees.js";
import { images } from "tare/estate/images.js";
import { readings } from "tare/estate/numerals.js";

const form = document.querySelector("form.part");
const say = text => { document.getElementById("said").textContent = text; };

rows(form, say);
callees(form);
images(form, say);
readings(form, say);

form.addEventListener("keydown", event => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit(form.querySelector("button[value=another]") ?? form.querySelector("button[value=save]"));
  }
});

const errors = document.getElementById("errors");
if (errors) {
  errors.focus();
} else if (!form.querySelector("[name=opened]").value) {
  form.querySelector(".fields input").focus();
}
