// Makes the plain form of the grid into a sheet: one moving input, keys and paste as in a spreadsheet, checks in place.
import { Sheet } from "tare/estate/sheet.js";
import { heading, parse } from "tare/estate/cells.js";
import { reading } from "tare/estate/numerals.js";

const form = document.querySelector("#sheet-form");
const plain = document.querySelector("#plain");
const said = document.querySelector("#said");
const save = document.querySelector("#save");

const { list, one } = form.dataset;

const count = number => new Intl.NumberFormat(navigator.language).format(number);
const say = text => { said.textContent = text; };

const post = async (address, body) => {
  const answer = await fetch(form.action + address, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-XSRF-TOKEN": form.elements._csrf.value },
    body: JSON.stringify(body),
  });
  if (![200, 409, 422].includes(answer.status)) throw new Error(`The server answered ${answer.status}.`);
  return answer.json();
};

const start = async () => {
  const sheet = new Sheet(form.dataset.slug, list, await (await fetch(form.dataset.sheet)).json());
  const { columns } = sheet;
  const table = document.createElement("table");
  const body = document.createElement("tbody");
  const input = document.createElement("input");
  let at = [0, 0];
  let editing = false;
  let note = "";

  const cellAt = (row, column) => body.rows[row]?.cells[column];
  const place = cell => [cell.parentElement.rowIndex - 1, cell.cellIndex];

  // Drawing

  const drawRow = row => {
    const line = body.insertRow();
    line.setAttribute("aria-rowindex", String(row + 2));
    columns.forEach((column, place) => {
      const cell = document.createElement("td");
      cell.setAttribute("role", "gridcell");
      cell.tabIndex = -1;
      if (column.numeric) cell.className = "num";
      cell.textContent = sheet.rows[row].now[place];
      if (sheet.changed(row, place)) cell.classList.add("changed");
      line.append(cell);
    });
  };

  const draw = (row, column) => {
    while (body.rows.length < sheet.rows.length) drawRow(body.rows.length);
    const cell = cellAt(row, column);
    cell.textContent = sheet.rows[row].now[column];
    cell.classList.toggle("changed", sheet.changed(row, column));
    if (!sheet.changed(row, column)) clear(cell);
  };

  const clear = cell => {
    cell.removeAttribute("aria-invalid");
    cell.removeAttribute("aria-description");
    cell.removeAttribute("title");
  };

  const mark = (row, path, sentence) => {
    const column = Math.max(0, columns.findIndex(one => one.path === path));
    const cell = cellAt(row, column);
    cell.setAttribute("aria-invalid", "true");
    cell.setAttribute("aria-description", sentence);
    cell.title = sentence;
  };

  const buttons = () => {
    document.querySelector("#undo").disabled = sheet.steps.length === 0;
    document.querySelector("#redo").disabled = sheet.undone.length === 0;
  };

  // Checking: what the server would say to all that is typed so far

  let waiting;
  let asked = 0;
  const check = () => {
    clearTimeout(waiting);
    buttons();
    waiting = setTimeout(async () => {
      const mine = ++asked;
      const changes = sheet.changes();
      if (changes.length === 0) {
        tell({ wrong: [], theirs: [] }, 0);
        return;
      }
      try {
        const outcome = await post("/check", changes);
        if (mine === asked) tell(outcome, changes.length);
      } catch {
        say("The server cannot be reached; what you type is kept in this browser.");
      }
    }, 300);
  };

  const tell = ({ wrong, theirs }, rows) => {
    body.querySelectorAll("[aria-invalid]").forEach(clear);
    wrong.filter(one => one.row >= 0).forEach(one => mark(one.row, one.path, one.sentence));
    theirs.forEach(one => mark(one.row, one.path, one.gone
      ? "Someone else deleted or renamed this. Saving adds it again."
      : `Someone else made this “${one.now}”. Saving puts yours in its place; type theirs to keep it.`));
    const stray = wrong.find(one => one.row < 0);
    const many = wrong.length + theirs.length;
    const unsaved = rows === 0 ? "" : rows === 1 ? "One row is not saved yet." : `${count(rows)} rows are not saved yet.`;
    const first = body.querySelector("[aria-invalid]")?.title ?? "";
    say(many === 0 ? `${unsaved} ${note}` : `${unsaved} ${many === 1 ? "One cell needs" : `${count(many)} cells need`} another look: ${stray?.sentence ?? first}`);
  };

  // Moving

  const go = (row, column) => {
    const to = [Math.min(Math.max(row, 0), body.rows.length - 1), Math.min(Math.max(column, 0), columns.length - 1)];
    cellAt(...at).tabIndex = -1;
    at = to;
    const cell = cellAt(...at);
    cell.tabIndex = 0;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (cell.title) say(cell.title);
  };

  const next = back => {
    const [row, column] = at;
    if (back) go(column > 0 ? row : row - 1, column > 0 ? column - 1 : columns.length - 1);
    else go(column < columns.length - 1 ? row : row + 1, column < columns.length - 1 ? column + 1 : 0);
  };

  // Editing

  const edit = text => {
    const [row, column] = at;
    const cell = cellAt(row, column);
    const name = sheet.called(row) || `a new ${one}`;
    editing = true;
    input.value = text ?? sheet.rows[row].now[column];
    input.setAttribute("aria-label", `${columns[column].label} of ${name}`);
    if (columns[column].offers) input.setAttribute("list", columns[column].offers);
    else input.removeAttribute("list");
    input.className = columns[column].numeric ? "num" : "";
    cell.replaceChildren(input);
    input.focus();
    if (text === undefined) input.select();
  };

  const finish = keep => {
    if (!editing) return;
    editing = false;
    const [row, column] = at;
    if (keep) put([[row, column, input.value.trim()]]);
    draw(row, column);
    if (keep && columns[column].numeric) note = reading(input.value);
  };

  const put = cells => {
    const changed = sheet.put(cells);
    redraw(changed);
    return changed.length;
  };

  const redraw = changed => {
    while (body.rows.length < sheet.rows.length) drawRow(body.rows.length);
    changed.forEach(([row, column]) => draw(row, column));
    table.setAttribute("aria-rowcount", String(sheet.rows.length + 1));
    check();
  };

  const history = redo => {
    const changed = redo ? sheet.redo() : sheet.undo();
    redraw(changed);
    if (changed.length > 0) go(...changed[0]);
    buttons();
  };

  // Pasting

  const paste = text => {
    const rows = parse(text);
    const head = rows.length > 1 || rows[0].length > 1 ? heading(rows[0], columns) : undefined;
    const cells = head ? byHeading(rows.slice(1), head) : block(rows);
    const changed = put(cells);
    const unknown = head ? rows[0].filter((_, i) => head[i] < 0 && rows[0][i] !== "") : [];
    const left = unknown.length > 0 ? ` Not shown here and left out: ${unknown.join(", ")}.` : "";
    say(`${changed === 1 ? "One cell" : `${count(changed)} cells`} pasted.${left}`);
  };

  const block = rows => rows.flatMap((texts, down) => texts.map((text, right) => [at[0] + down, at[1] + right, text]))
    .filter(([, column]) => column < columns.length);

  /** Rows are found by what names them where the heading has that; those nobody knows are new. */
  const byHeading = (rows, head) => {
    const named = sheet.names.map(column => head.indexOf(column));
    const key = texts => texts.join("\n").toLowerCase();
    const known = new Map(sheet.rows.map((row, place) => [key(sheet.names.map(column => row.now[column])), place]).reverse());
    let free = sheet.rows.length - 1;
    return rows.filter(texts => texts.some(text => text !== "")).flatMap((texts, down) => {
      const called = named.some(place => place < 0) ? undefined : key(named.map(place => texts[place] ?? ""));
      if (called !== undefined && !known.has(called)) known.set(called, free++);
      const row = called === undefined ? at[0] + down : known.get(called);
      return texts.map((text, i) => [row, head[i] ?? -1, text])
        .filter(([, column, text]) => column >= 0 && (text !== "" || called === undefined)
          && !(columns[column].names && called !== undefined && sheet.rows[row]?.now[column]));
    });
  };

  // Saving

  const store = async () => {
    finish(true);
    const changes = sheet.changes();
    if (changes.length === 0) {
      say("Nothing has changed.");
      return;
    }
    save.disabled = true;
    say("Saving…");
    try {
      const outcome = await post("", changes);
      if (outcome.saved > 0) {
        sheet.forget();
        sessionStorage.setItem(sheet.draft, JSON.stringify({ saved: outcome.saved, takeBack: outcome.takeBack }));
        location.reload();
        return;
      }
      tell(outcome, changes.length);
      outcome.theirs.forEach(one => sheet.theirs(one));
      const wrong = body.querySelector("[aria-invalid]");
      if (wrong) go(...place(wrong));
    } catch (problem) {
      say(`Not saved: ${problem.message} What you typed is kept in this browser.`);
    } finally {
      save.disabled = false;
    }
  };

  // Keys

  const whileEditing = event => {
    if (event.key === "Escape") {
      finish(false);
      go(...at);
    } else if (event.key === "Enter") {
      finish(true);
      go(at[0] + (event.shiftKey ? -1 : 1), at[1]);
    } else if (event.key === "Tab") {
      finish(true);
      next(event.shiftKey);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const moves = {
    ArrowUp: (far) => go(far ? 0 : at[0] - 1, at[1]), ArrowDown: (far) => go(far ? body.rows.length - 1 : at[0] + 1, at[1]),
    ArrowLeft: (far) => go(at[0], far ? 0 : at[1] - 1), ArrowRight: (far) => go(at[0], far ? columns.length - 1 : at[1] + 1),
    Home: (far) => go(far ? 0 : at[0], 0), End: (far) => go(far ? body.rows.length - 1 : at[0], columns.length - 1),
    PageUp: () => go(at[0] - 20, at[1]), PageDown: () => go(at[0] + 20, at[1]),
    Enter: () => edit(), F2: () => edit(), Escape: () => save.focus(),
    Delete: () => put([[...at, ""]]), Backspace: () => put([[...at, ""]]),
  };

  table.addEventListener("keydown", event => {
    if (editing) {
      whileEditing(event);
      return;
    }
    const command = event.ctrlKey || event.metaKey;
    if (event.key === "Tab") next(event.shiftKey);
    else if (command && event.key.toLowerCase() === "z") history(event.shiftKey);
    else if (command && event.key.toLowerCase() === "y") history(true);
    else if (command && event.key.toLowerCase() === "s") store();
    else if (moves[event.key] && !event.altKey) moves[event.key](command);
    else if (event.key.length === 1 && !command && !event.altKey) edit(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  table.addEventListener("mousedown", event => {
    const cell = event.target.closest("tbody td");
    if (!cell || cell.contains(input) && editing) return;
    event.preventDefault();
    finish(true);
    go(...place(cell));
  });
  table.addEventListener("click", event => {
    if (!editing && event.pointerType === "touch" && event.target.closest("tbody td")) edit();
  });
  table.addEventListener("dblclick", event => {
    if (!editing && event.target.closest("tbody td")) edit();
  });
  input.addEventListener("blur", () => {
    if (editing && input.isConnected) finish(true);
  });
  table.addEventListener("paste", event => {
    if (editing) return;
    event.preventDefault();
    paste(event.clipboardData.getData("text/plain"));
  });
  table.addEventListener("copy", event => {
    if (editing) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", sheet.rows[at[0]].now[at[1]]);
  });
  document.querySelector("#undo").addEventListener("click", () => history(false));
  document.querySelector("#redo").addEventListener("click", () => history(true));
  form.addEventListener("submit", event => {
    event.preventDefault();
    store();
  });

  // The sheet takes the place of the plain rows

  const head = table.createTHead().insertRow();
  head.setAttribute("aria-rowindex", "1");
  for (const column of columns) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.setAttribute("role", "columnheader");
    cell.textContent = column.label;
    cell.className = column.numeric ? "num" : column.names ? "wide" : "words";
    head.append(cell);
  }
  table.className = "cells";
  table.setAttribute("role", "grid");
  table.setAttribute("aria-label", list[0].toUpperCase() + list.slice(1));
  table.classList.toggle("narrow", columns.length < 11);
  table.setAttribute("aria-rowcount", String(sheet.rows.length + 1));
  table.append(body);
  sheet.rows.forEach((_, row) => drawRow(row));
  input.autocomplete = "off";
  plain.replaceChildren(table);
  plain.removeAttribute("tabindex"); // the cells are reached by keyboard, and scroll with them
  cellAt(0, 0).tabIndex = 0;
  document.querySelector("#pager")?.remove();
  document.querySelectorAll(".only-script").forEach(one => one.classList.add("ready"));

  const saved = JSON.parse(sessionStorage.getItem(sheet.draft) ?? "null");
  if (saved) {
    sessionStorage.removeItem(sheet.draft);
    document.querySelector("#back-changes").value = JSON.stringify(saved.takeBack);
    const notice = document.createElement("div");
    notice.className = "notice good";
    notice.setAttribute("role", "status");
    notice.append(saved.saved === 1 ? `Saved one ${one}. ` : `Saved ${count(saved.saved)} ${list}. `);
    const button = document.createElement("button");
    button.className = "button small";
    button.setAttribute("form", "back");
    button.textContent = "Take this back";
    notice.append(button);
    said.before(notice);
  }
  if (sheet.restored > 0) {
    check();
  }
};

// What was sent without script and is shown again with what is wrong stays as it is.
if (form.dataset.again !== "true") start();
