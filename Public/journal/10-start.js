// ---- Start

grid.setAttribute('role', 'grid');
grid.addEventListener('keydown', e => { if (e.target.closest('td')?.cell && at) onKey(e); });
grid.addEventListener('beforeinput', e => {
  if (editor) return;
  e.preventDefault();
  if (e.data) edit(e.data);
});
grid.addEventListener('pointerdown', e => {
  const cell = e.target.closest('td')?.cell;
  if (!cell || e.target === editor?.input) return;
  if (e.pointerType === 'mouse') e.preventDefault();
  finish(true);
  leaving = false;
  go(cell.r, cell.c, { extend: e.shiftKey });
});
grid.addEventListener('pointerover', e => {
  const cell = e.target.closest('td')?.cell;
  if (!cell || e.buttons !== 1 || e.pointerType !== 'mouse' || editor || cell === at) return;
  go(cell.r, cell.c, { extend: true });
});
grid.addEventListener('dblclick', e => { if (e.target.closest('td')?.cell) edit(textOf(at), true); });
for (const type of ['copy', 'cut']) document.addEventListener(type, onCopy);
document.addEventListener('paste', onPaste);
document.addEventListener('visibilitychange', () => { finish(true); flush(); });
addEventListener('pagehide', () => { finish(true); flush(); });
addEventListener('online', () => flush());
document.addEventListener('click', e => {
  closeMenus(e.target);
  if (popped && !popped.contains(e.target) && !e.target.closest('td, .said, .tools')) closePop(false);
});
document.addEventListener('keydown', e => { if (e.key === 'Escape') closeMenus(null); });
function closeMenus(except) {
  for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(except)) menu.open = false;
}
for (const print of document.querySelectorAll('[data-print]')) {
  print.hidden = false;
  print.onclick = () => window.print();
}

status.prepend(live, said);
const keysButton = button([texts.keys, make('kbd', '', '?')], help, 'quiet');
const commentButton = button([texts.comment, make('kbd', '', 'Ctrl M')], remark, 'quiet');
if (anyWritable) tools.append(make('div', 'do', [undoButton, undoWhat, redoButton]));
tools.append(...facts, make('div', 'do', [...anyWritable ? [allButton, commentButton] : [], history, keysButton]));
if (anyWritable) keypad();
const today = columns.findLast(column => column.mayWrite && !column.th.matches('.next, .off')) ?? columns[0];
const first = today && rows.find(row => row.line[today.c]);
if (first) go(first.r, today.c, { focus: !touch });
adopt();
