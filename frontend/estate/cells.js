// Cells as spreadsheets copy them: tabs between, or commas or semicolons where there is no tab; quoted where they hold either.

const separatorOf = text => {
  const first = text.split(/\r?\n/, 1)[0];
  if (first.includes("\t")) return "\t";
  const bare = first.replace(/"[^"]*"/g, "");
  return bare.includes(";") ? ";" : ",";
};

/** Rows of texts; one cell for a text without line ends and tabs, which may well hold a comma. */
export const parse = text => {
  const whole = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  if (!/[\t\n]/.test(whole)) return [[whole.trim()]];
  const separator = separatorOf(whole);
  const rows = [[]];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < whole.length; i++) {
    const sign = whole[i];
    if (quoted) {
      if (sign === '"' && whole[i + 1] === '"') cell += whole[++i];
      else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === separator || sign === "\n") {
      rows.at(-1).push(cell.trim());
      cell = "";
      if (sign === "\n") rows.push([]);
    } else cell += sign;
  }
  rows.at(-1).push(cell.trim());
  return rows;
};

const plain = text => text.toLowerCase().replace(/\(.*?\)/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** For each cell of a first row the column it names, -1 where it names none; nothing where the row is no heading. */
export const heading = (row, columns) => {
  const at = row.map(cell => columns.findIndex(column =>
    plain(cell) !== "" && [column.path, column.label, ...column.also].some(name => plain(name) === plain(cell))));
  const named = at.filter(place => place >= 0).length;
  const filled = row.filter(cell => cell !== "").length;
  return named > 0 && named * 2 >= filled ? at : undefined;
};
