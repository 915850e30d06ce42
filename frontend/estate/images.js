// Fills in what is known of an image and a language as they are typed; never over what someone typed.
export function images(form, say) {
  const image = form.querySelector("[name='image.reference']");
  if (!image) {
    return;
  }
  const known = [...document.querySelectorAll("#known-images option")].map(option => option.dataset);
  const language = form.querySelector("[name='runtime.language']");
  const sizes = { compressed: form.querySelector("[name='image.compressedBytes']"), unpacked: form.querySelector("[name='image.unpackedBytes']") };

  image.addEventListener("change", () => {
    const found = known.find(one => matches(one.pattern, image.value.trim()));
    const filled = Object.entries(sizes).map(([size, field]) => fill(field, found?.[size])).filter(Boolean);
    if (filled.length > 0 && found) {
      say(`Filled in the size of ${found.pattern}`);
    }
    if (language && found?.language) {
      fill(language, found.language);
      describe(language);
    }
  });
  language?.addEventListener("change", () => describe(language));
}

function fill(field, value) {
  if (field.value !== "" && field.value !== field.dataset.filled) {
    return false;
  }
  field.value = value ?? "";
  field.dataset.filled = field.value;
  return field.value !== "";
}

function describe(language) {
  const typed = language.value.trim().toLowerCase();
  const option = [...document.querySelectorAll("#known-languages option")].find(one => one.value === typed);
  const id = `${language.id}-hint`;
  let hint = document.getElementById(id);
  if (!hint && option) {
    hint = language.insertAdjacentElement("afterend", Object.assign(document.createElement("span"), { className: "hint", id }));
    language.setAttribute("aria-describedby", id);
  }
  if (hint) {
    hint.textContent = option ? `${option.dataset.name}: an empty process takes ${option.dataset.memory}; often shipped on ${option.dataset.image}.` : "";
  }
}

// The same rule as KnownImage.matches: registry, digest and "library/" do not matter; no tag is "latest".
export function matches(pattern, reference) {
  const bare = reference.replace(/@.*$/, "").replace(/^[^/]*[.:][^/]*\//, "").replace(/^library\//, "");
  const tagged = bare.includes(":") ? bare : `${bare}:latest`;
  const escaped = pattern.split("*").map(part => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*");
  return new RegExp(`^${escaped}$`).test(tagged);
}
