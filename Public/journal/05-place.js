// ---- Where the teacher is

let at = null, corner = null, editor = null, leaving = false, fresh = '';
const touch = matchMedia('(pointer: coarse)').matches;
const writable = cell => Boolean(cell?.column.mayWrite);
const hasBegun = cell => Date.now() >= cell.column.opens;
// Why nothing can be typed there; empty where it can.
const barTo = cell => !writable(cell) ? texts.readOnly : hasBegun(cell) ? '' : texts.notBegun;

function go(r, c, { extend = false, focus = true } = {}) {
  const cell = cellAt(r, c);
  if (!cell) return;
  for (const old of [at?.td, at?.row.head, at?.column.th, at?.column.col]) old?.classList.remove('at');
  at?.td.removeAttribute('tabindex');
  listen(at, false);
  if (cell !== at && waiting.size) later(0);
  corner = extend ? corner ?? at : null;
  at = cell;
  fresh = '';
  for (const mine of [cell.td, cell.row.head, cell.column.th, cell.column.col]) mine?.classList.add('at');
  cell.td.tabIndex = 0;
  cell.td.classList.toggle('shut', barTo(cell) === texts.notBegun);
  listen(cell, true);
  if (focus) cell.td.focus({ preventScroll: true });
  cell.td.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  for (const td of grid.querySelectorAll('.sel')) td.classList.remove('sel');
  if (corner) for (const one of block()) one.td.classList.add('sel');
  if (popped && popped.cell !== cell) closePop(false);
  if (stuck.get(keyOf(cell))?.state === 'two') offer(cell, false);
  context();
  tell();
}
// A cell that can be edited also hears input methods and dictation, which press no keys; a touch screen has the keypad.
function listen(cell, on) {
  if (on && !barTo(cell) && !touch) Object.assign(cell.td, { contentEditable: 'plaintext-only', spellcheck: false });
  else cell?.td.removeAttribute('contenteditable');
}
function step(dr, dc, extend) {
  let { r, c } = at;
  do { r += dr; c += dc; } while (rows[r] && columns[c] && !cellAt(r, c));
  go(r, c, { extend });
}
function edge(r, c, dr, dc, extend) {
  while (rows[r] && columns[c] && !cellAt(r, c)) { r += dr; c += dc; }
  go(r, c, { extend });
}
function block() {
  if (!corner) return [at];
  const [[top, bottom], [left, right]] = ['r', 'c'].map(axis => [at[axis], corner[axis]].sort((a, b) => a - b));
  return rows.slice(top, bottom + 1).flatMap(row => row.line.slice(left, right + 1)).filter(Boolean);
}
