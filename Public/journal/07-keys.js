// ---- Keys

const moves = {
  ArrowUp: e => step(-1, 0, e.shiftKey), ArrowDown: e => step(1, 0, e.shiftKey),
  ArrowLeft: e => step(0, -1, e.shiftKey), ArrowRight: e => step(0, 1, e.shiftKey),
  Home: e => edge(e.ctrlKey ? 0 : at.r, 0, 0, 1, e.shiftKey),
  End: e => edge(e.ctrlKey ? rows.length - 1 : at.r, columns.length - 1, 0, -1, e.shiftKey),
  PageUp: e => edge(Math.max(0, at.r - 10), at.c, 1, 0, e.shiftKey),
  PageDown: e => edge(Math.min(rows.length - 1, at.r + 10), at.c, -1, 0, e.shiftKey),
  Enter: e => stuck.get(keyOf(at))?.state === 'two' && !e.shiftKey ? offer(at, true) : step(e.shiftKey ? -1 : 1, 0),
};
function wholeColumn() {
  corner = rows.map(row => row.line[at.c]).find(Boolean);
  edge(rows.length - 1, at.c, -1, 0, true);
}
const letters = { KeyZ: e => e.shiftKey ? redo() : undo(), KeyY: redo, KeyM: remark, KeyA: wholeColumn };

function onKey(e) {
  const control = e.ctrlKey || e.metaKey;
  if (editor) return onEditorKey(e);
  if (control && letters[e.code]) {
    e.preventDefault();
    letters[e.code](e);
  } else if (moves[e.key] && !e.altKey) {
    e.preventDefault();
    leaving = false;
    moves[e.key](e);
  } else if (e.key === 'Tab') {
    const next = at.c + (e.shiftKey ? -1 : 1);
    if (leaving) leave(e.shiftKey);
    else if (columns[next] && cellAt(at.r, next)) { e.preventDefault(); go(at.r, next); }
  } else if (e.key === 'Escape') {
    leaving = true;
    closePop(true);
    go(at.r, at.c);
  } else if (!control && !e.altKey) onPlainKey(e);
}
// The browser goes on from the last stop of the table, or back from its first.
function leave(isBack) {
  const stops = [...grid.querySelectorAll('a[href], [tabindex="0"]')];
  leaving = false;
  stops.at(isBack ? 0 : -1).focus({ preventScroll: true });
}
function onPlainKey(e) {
  const text = textOf(at), single = text in scale && !at.column.max, mark = at.column.max ? undefined : quickOf(e.key);
  if (e.key === 'Delete' || e.key === 'Backspace') change(block().map(cell => [cell, '']));
  else if (e.key === 'F2') edit(text, true);
  else if (e.key === '?') help();
  else if (e.key.length > 1) return;
  else if (e.key === '*' || e.key === '•') change(block().map(cell => [cell, '•']));
  else if (/\d/.test(e.key)) typeMark(e.key);
  else if (mark || fresh && !at.column.max && startsMark(fresh + e.key)) typeMark(mark ?? e.key);
  else if (single && '/.,\\'.includes(e.key)) edit(text + '/');
  else if (e.key === ' ') text in codes && edit(text + ' ');
  else return edit('');
  e.preventDefault();
}
function onEditorKey(e) {
  const ends = ['Enter', 'Tab', 'ArrowUp', 'ArrowDown'].concat(editor.arrows ? ['ArrowLeft', 'ArrowRight'] : []);
  if (e.key === 'Escape') finish(false);
  else if (ends.includes(e.key)) {
    finish(true);
    if (e.key === 'Tab') go(at.r, at.c + (e.shiftKey ? -1 : 1));
    else moves[e.key]({ shiftKey: e.key === 'Enter' && e.shiftKey });
  } else return;
  e.preventDefault();
}

// ---- Excel

function onCopy(e) {
  if (editor || !grid.contains(document.activeElement)) return;
  const chosen = new Set(block()), lines = [...new Set([...chosen].map(cell => cell.row))];
  const line = row => row.line.filter(cell => chosen.has(cell)).map(textOf).join('\t');
  e.clipboardData.setData('text/plain', lines.map(line).join('\n'));
  e.preventDefault();
  if (e.type === 'cut') change(block().map(cell => [cell, '']));
}
function onPaste(e) {
  if (editor || !grid.contains(document.activeElement)) return;
  e.preventDefault();
  const lines = e.clipboardData.getData('text/plain').replace(/\r?\n$/, '').split(/\r?\n/);
  const table = lines.map(line => line.split('\t'));
  const [top, left] = [Math.min(at.r, corner?.r ?? at.r), Math.min(at.c, corner?.c ?? at.c)];
  fresh = '';
  if (table.length === 1 && table[0].length === 1) change(block().map(cell => [cell, table[0][0]]));
  else change(table.flatMap((line, r) => line.map((text, c) => [cellAt(top + r, left + c), text]))
    .filter(([cell]) => cell));
  flush();
}
