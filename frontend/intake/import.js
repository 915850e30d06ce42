// Files can be dropped on the whole field, their names are read back, and a long import says how far it has come.
const PACE = 500;
const WORDS = { WAITING: "Waiting", ASKING: "Asking about", UNPACKING: "Unpacking", READING: "Reading", COMPARING: "Comparing with the estate" };

function megabytes(bytes) {
  const digits = bytes < 1e7 ? 1 : 0;
  const number = new Intl.NumberFormat(navigator.language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${number.format(bytes / 1e6)} MB`;
}

function show(input) {
  const files = [...input.files];
  const names = files.map((file) => file.name).join(", ");
  const size = megabytes(files.reduce((sum, file) => sum + file.size, 0));
  document.querySelector(".chosen").textContent = files.length ? `${files.length} chosen, ${size}: ${names}` : "";
}

function drops(field, input) {
  const over = (event, is) => {
    event.preventDefault();
    field.classList.toggle("over", is);
  };
  field.addEventListener("dragover", (event) => over(event, true));
  field.addEventListener("dragleave", (event) => over(event, false));
  field.addEventListener("drop", (event) => {
    over(event, false);
    if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      show(input);
      offerColumns(input);
    }
  });
  input.addEventListener("change", () => show(input));
}

// One line that tells what is done; the bar stands still at full width of doubt when nobody knows how much is left.
function tell(form, what, share, how) {
  const bar = form.querySelector("progress");
  form.querySelector(".going").hidden = false;
  form.querySelector(".going-what").textContent = how ? `${what}: ${how}` : what;
  if (share === null) {
    bar.removeAttribute("value");
  } else {
    bar.value = 100 * share;
  }
}

function bytes(done, of) {
  return of ? [done / of, `${megabytes(done)} of ${megabytes(of)}`] : [null, ""];
}

function step(form, { stage, file, bytes: done, of }) {
  const far = stage === "ASKING" ? [of ? done / of : null, of ? `${done + 1} of ${of}` : ""] : bytes(done, of);
  tell(form, `${WORDS[stage]} ${file}`.trim(), ...far);
}

async function follow(form, address, going) {
  while (going.on) {
    const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
    if (going.on && answer?.status === 200) {
      step(form, await answer.json());
    }
    await new Promise((resolve) => setTimeout(resolve, PACE));
  }
}

// An answer that is no redirect is this page again, saying what was wrong.
function arrive(request, form) {
  const here = new URL(form.action).pathname;
  if (request.status < 400 && new URL(request.responseURL).pathname !== here) {
    window.location.assign(request.responseURL);
    return;
  }
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  document.querySelector("main").replaceWith(page.querySelector("main"));
  start();
  document.querySelector(".error-summary")?.focus();
}

function send(event) {
  event.preventDefault();
  const form = event.target;
  const body = new FormData(form);
  const name = crypto.randomUUID();
  const going = { on: true };
  const request = new XMLHttpRequest();
  body.set("progress", name);
  form.querySelector("button.primary").disabled = true;
  tell(form, "Sending", null);
  request.upload.addEventListener("progress", (sent) => tell(form, "Sending", ...bytes(sent.loaded, sent.total)));
  request.upload.addEventListener("load", () => follow(form, `${form.dataset.progress}/${name}`, going));
  request.addEventListener("loadend", () => {
    going.on = false;
    if (request.responseText) {
      arrive(request, form);
    } else {
      form.querySelector("button.primary").disabled = false;
      tell(form, "The connection broke before an answer came; nothing was imported", 0);
    }
  });
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "text/html");
  request.send(body);
}

// The first line of a table that was chosen offers its columns where the form asks for one.
async function offerColumns(input) {
  const asking = document.querySelectorAll('input[id^="column-"]');
  const table = [...input.files].find((file) => /\.(csv|tsv|txt)$/i.test(file.name));
  if (!asking.length || !table) {
    return;
  }
  const [first = ""] = (await table.slice(0, 1 << 16).text()).split(/\r?\n/);
  const separator = [",", ";", "\t", "|"].reduce((a, b) => (first.split(b).length > first.split(a).length ? b : a));
  const names = first.split(separator).map((name) => name.replace(/^\uFEFF?\s*"?|"?\s*$/g, "").replaceAll('""', '"'));
  const list = document.querySelector("#columns") ?? document.body.appendChild(document.createElement("datalist"));
  list.id = "columns";
  list.replaceChildren(...names.filter(Boolean).map((name) => new Option(name, name)));
  asking.forEach((field) => field.setAttribute("list", "columns"));
}

// Only what the chosen system is asked with; without script all of it stands there and says whose it is.
function fitting() {
  const kind = document.querySelector("#live-kind").value;
  document.querySelectorAll("#live [data-for]").forEach((field) => {
    field.hidden = !field.dataset.for.split(" ").includes(kind);
  });
  const usual = { prometheus: "http://localhost:9090", jaeger: "http://localhost:16686", zipkin: "http://localhost:9411" };
  document.querySelector("#live-url").placeholder = usual[kind] ?? "each image's own registry";
}

function start() {
  const input = document.querySelector("#file");
  input.addEventListener("change", () => offerColumns(input));
  drops(document.querySelector(".drop"), input);
  document.querySelectorAll("form[data-progress]").forEach((form) => form.addEventListener("submit", send));
  document.querySelector("#live-kind").addEventListener("change", fitting);
  fitting();
}

start();
