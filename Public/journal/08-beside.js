// ---- What opens beside a cell

let popped = null;
function pop(anchor, label, content, cell) {
  closePop(false);
  const onkeydown = e => { if (e.key === 'Escape') closePop(true); };
  popped = make('div', 'pop', content, { role: 'dialog', ariaLabel: label, cell, onkeydown });
  document.body.append(popped);
  const from = anchor.getBoundingClientRect(), { offsetWidth: width, offsetHeight: height } = popped;
  const left = from.right + 6 + width < innerWidth ? from.right + 6 : Math.max(8, from.left - width - 6);
  popped.style.left = (cell ? left : Math.min(from.left, innerWidth - width - 8)) + 'px';
  popped.style.top = Math.min(cell ? from.top : from.bottom + 4, innerHeight - height - 40) + 'px';
}
function closePop(refocus) {
  popped?.remove();
  popped = null;
  if (refocus) at?.td.focus({ preventScroll: true });
}
const titled = (title, cell) => [make('h2', '', title), make('p', '', `${cell.row.name} · ${cell.column.date}`)];
function offer(cell, focus) {
  const entry = stuck.get(keyOf(cell));
  const choose = mine => () => {
    stuck.delete(keyOf(cell));
    if (mine) wish(cell, entry.set, entry.comment);
    keep();
    draw(cell);
    closePop(true);
    flush();
  };
  const choice = (value, label, mine) =>
    button([make('b', '', value || '—'), label], choose(mine), '', { ariaLabel: `${value || texts.empty}: ${label}` });
  const pair = [choice(entry.set, texts.yours, true), choice(entry.value, texts.theirs, false)];
  pop(cell.td, texts.changed, [...titled(entry.by ? `${entry.by}: ${texts.changed}` : texts.changed, cell),
    make('div', 'pair', pair)], cell);
  if (focus) popped.querySelector('button').focus();
}
function remark() {
  if (barTo(at)) return refuse(barTo(at));
  if (!textOf(at)) return refuse(texts.commentFirst);
  const cell = at, value = wishOf(cell)?.comment ?? cell.comment;
  const area = make('textarea', '', '', { rows: 3, maxLength: 500, value, ariaLabel: texts.comment });
  const save = () => { closePop(true); wish(cell, textOf(cell), area.value.trim()); flush(); };
  area.onkeydown = e => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) save(); };
  const acts = [button(texts.save, save, 'main'), button(texts.cancel, () => closePop(true))];
  pop(cell.td, texts.comment, [...titled(texts.comment, cell), area, make('p', 'acts', acts)], cell);
  area.focus();
}
function markAll(anchor) {
  const fill = mark => () => {
    closePop(true);
    fresh = '';
    const empty = rows.map(row => row.line[at.c]).filter(cell => cell && textOf(cell) === '');
    change(empty.map(cell => [cell, mark]));
    flush();
  };
  if (barTo(at)) return refuse(barTo(at));
  const marks = Object.keys(scale).sort((a, b) => (scale[b][0] ?? -1) - (scale[a][0] ?? -1));
  const typed = make('input', '', '', { inputMode: 'numeric', maxLength: 3, size: 4, ariaLabel: texts.all });
  typed.onkeydown = e => { if (e.key === 'Enter' && startsMark(typed.value)) fill(typed.value)(); };
  const choice = isLong(at.column) ? typed : make('p', 'acts', marks.map(mark => button(mark, fill(mark))));
  pop(anchor, texts.all, [make('h2', '', texts.all), make('p', '', `${texts.allHint}: ${at.column.date}`), choice]);
  popped.querySelector('button, input').focus();
}
let helpBox = null;
function help() {
  if (helpBox) return closeHelp();
  const pairs = texts.help.flatMap(([key, meaning]) => [make('dt', '', make('kbd', '', key)), make('dd', '', meaning)]);
  const onkeydown = e => { if (e.key === 'Escape') closeHelp(); };
  const content = [make('h2', '', texts.keys), make('dl', '', pairs), button(texts.dismiss, closeHelp)];
  helpBox = make('div', 'help', content, { role: 'dialog', ariaLabel: texts.keys, onkeydown });
  document.body.append(helpBox);
  helpBox.querySelector('button').focus();
}
function closeHelp() {
  helpBox.remove();
  helpBox = null;
  at?.td.focus({ preventScroll: true });
}
