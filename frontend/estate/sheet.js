// What is typed into the grid and not saved yet: every change in one step that can be undone, kept over a reload.

export class Sheet {
  constructor(slug, list, { columns, keys, rows }) {
    this.columns = columns;
    this.names = columns.flatMap((column, at) => column.names ? [at] : []);
    this.draft = `tare grid ${slug} ${list}`;
    this.rows = rows.map((texts, at) => ({ was: keys[at], base: [...texts], now: [...texts] }));
    this.steps = [];
    this.undone = [];
    this.restored = this.#restore();
    this.addBlank();
  }

  addBlank() {
    const last = this.rows.at(-1);
    if (last && last.was === "" && last.now.every(text => text === "")) return false;
    const texts = this.columns.map(() => "");
    this.rows.push({ was: "", base: texts, now: [...texts] });
    return true;
  }

  /** Puts texts into cells as one step: [row, column, text] each. Rows are added as they are needed. */
  put(cells) {
    const step = [];
    for (const [row, column, text] of cells) {
      while (row >= this.rows.length) this.#push();
      const before = this.rows[row].now[column];
      if (before !== text) step.push([row, column, before, text]);
    }
    if (step.length === 0) return [];
    this.steps.push(step);
    this.undone = [];
    return this.#apply(step, 3);
  }

  undo() {
    return this.#move(this.steps, this.undone, 2);
  }

  redo() {
    return this.#move(this.undone, this.steps, 3);
  }

  #move(from, to, which) {
    const step = from.pop();
    if (!step) return [];
    to.push(step);
    return this.#apply(step, which);
  }

  #apply(step, which) {
    for (const change of step) this.rows[change[0]].now[change[1]] = change[which];
    this.addBlank();
    this.#keep();
    return step.map(([row, column]) => [row, column]);
  }

  #push() {
    const texts = this.columns.map(() => "");
    this.rows.push({ was: "", base: texts, now: [...texts] });
  }

  /** As the server takes them: only cells that changed, with what they said before. */
  changes() {
    const changes = [];
    this.rows.forEach((row, at) => {
      const cells = { ...row.unseen };
      this.columns.forEach((column, place) => {
        if (row.now[place] !== row.base[place]) cells[column.path] = { was: row.base[place], is: row.now[place] };
      });
      if (Object.keys(cells).length > 0) changes.push({ row: at, was: row.was === "" ? null : row.was, cells, gone: false });
    });
    return changes;
  }

  /** What a row is called as it stands. */
  called(row) {
    return this.names.map(at => this.rows[row].now[at]).filter(text => text !== "").join(" → ");
  }

  changed(row, column) {
    return this.rows[row].now[column] !== this.rows[row].base[column];
  }

  /** A cell that someone else changed starts from theirs; a row that is gone is a new one with all that is typed. */
  theirs({ row, path, now, gone }) {
    if (gone) {
      this.rows[row].was = "";
      this.rows[row].base = this.columns.map(() => "");
    } else {
      this.rows[row].base[this.columns.findIndex(column => column.path === path)] = now;
    }
    this.#keep();
  }

  forget() {
    localStorage.removeItem(this.draft);
  }

  #keep() {
    const changes = this.changes();
    if (changes.length === 0) this.forget();
    else localStorage.setItem(this.draft, JSON.stringify(changes));
  }

  /** How many rows a draft of this browser brought back; cells of columns that are not shown go along unseen. */
  #restore() {
    let draft;
    try {
      draft = JSON.parse(localStorage.getItem(this.draft) ?? "[]");
    } catch {
      draft = [];
    }
    for (const { was: key, cells } of draft) {
      let row = key === null ? undefined : this.rows.find(one => one.was === key);
      if (!row) {
        this.#push();
        row = this.rows.at(-1);
      }
      for (const [path, { was, is }] of Object.entries(cells)) {
        const place = this.columns.findIndex(column => column.path === path);
        if (place >= 0) {
          if (row.was !== "") row.base[place] = was;
          row.now[place] = is;
        } else {
          row.unseen = { ...row.unseen, [path]: { was, is } };
        }
      }
    }
    return draft.length;
  }
}
