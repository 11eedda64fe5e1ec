// ---- Changing cells, and taking it back

const done = [], undone = [];
function change(pairs) {
  // What stands in a lesson that was moved ahead may still be taken away.
  const taken = pairs.some(([cell, text]) => !barTo(cell) || writable(cell) && !text.trim());
  const changes = pairs.filter(([cell]) => writable(cell))
    .map(([cell, text]) => ({ cell, before: textOf(cell), after: canonical(text) }))
    .filter(({ cell, before, after }) => before !== after || stuck.has(keyOf(cell)));
  if (pairs.length && !taken) return refuse(barTo(pairs[0][0]));
  if (!changes.length) return;
  const last = done.at(-1);
  if (changes.length === 1 && fresh && last?.length === 1 && last[0].cell === at) last[0].after = changes[0].after;
  else done.push(changes);
  undone.length = 0;
  for (const { cell, after } of changes) wish(cell, after);
  context();
  tell();
}
function takeBack(from, to, side) {
  const changes = from.pop();
  if (!changes) return;
  to.push(changes);
  fresh = '';
  for (const one of changes) wish(one.cell, one[side]);
  go(changes[0].cell.r, changes[0].cell.c);
  flush();
}
const undo = () => takeBack(done, undone, 'before');
const redo = () => takeBack(undone, done, 'after');
function refuse(text) {
  notice = text;
  announce(text);
  tell();
  notice = '';
}
function edit(text, keepCaret) {
  if (barTo(at)) return refuse(barTo(at));
  const cell = at, ariaLabel = `${cell.row.name}, ${cell.column.date}`;
  const input = make('input', '', '', { value: text, maxLength: 16, autocomplete: 'off', ariaLabel });
  editor = { cell, input, arrows: !keepCaret };
  listen(cell, false);
  cell.td.replaceChildren(input);
  input.focus();
  input.setSelectionRange(text.length, text.length);
  input.onblur = () => finish(true);
}
function finish(commit) {
  if (!editor) return;
  const { cell, input } = editor, text = input.value;
  editor = null;
  fresh = '';
  draw(cell);
  if (commit) change([[cell, text]]);
  if (at !== cell) return;
  listen(cell, true);
  cell.td.focus({ preventScroll: true });
}
function typeMark(key) {
  const text = startsMark(fresh + key) ? fresh + key : key;
  if (!isMark(text, at.column) && !at.column.max && startsMark(text)) return edit(text);
  change([[at, text]]);
  fresh = text;
}
