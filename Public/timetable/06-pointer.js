// ---- Mouse and finger

let press = null, ghost = null, justDragged = false;

const grabbed = target => {
  const slot = target.closest('.slot'), item = target.closest('#load li[data-page]');
  return slot ? { slot, td: slot.closest('td') } : item ? { item } : null;
};
document.addEventListener('pointerdown', e => {
  justDragged = false;
  const thing = e.button === 0 && e.isPrimary && grabbed(e.target);
  if (!thing) return;
  press = { ...thing, x: e.clientX, y: e.clientY, touch: e.pointerType === 'touch' };
  // A finger that rests takes the lesson, one that moves scrolls the page.
  if (press.touch) press.timer = setTimeout(() => begin(press.x, press.y), 350);
});
document.addEventListener('pointermove', e => {
  if (ghost) return follow(e.clientX, e.clientY);
  if (!press || Math.hypot(e.clientX - press.x, e.clientY - press.y) < 7) return;
  if (press.touch) endPress();
  else begin(e.clientX, e.clientY);
});
function begin(x, y) {
  const { slot, td, item } = press;
  endPress();
  if (item) pick(item);
  else {
    go(td, false);
    lift([lessonOf(slot)]);
  }
  ghost = Object.assign(document.createElement('div'), { className: 'ghost', textContent: handName.textContent });
  document.body.append(ghost);
  table.classList.add('dragging');
  follow(x, y);
}
const under = (x, y) => document.elementFromPoint(x, y)?.closest('#table td[data-at]') ?? null;
function follow(x, y) {
  ghost.style.translate = `${x + 10}px ${y + 12}px`;
  const td = under(x, y);
  for (const old of all('td.aim', table)) if (old !== td) old.classList.remove('aim');
  td?.classList.add('aim');
  ghost.textContent = td?.dataset.why ? wordsOf(td) : handName.textContent;
  const edge = y < 70 ? -12 : y > innerHeight - 50 ? 12 : 0;
  if (edge) window.scrollBy(0, edge);
  const scroll = table.querySelector('.scroll'), box = scroll.getBoundingClientRect();
  if (x < box.left + 30) scroll.scrollBy(-14, 0);
  else if (x > box.right - 30 && x < box.right) scroll.scrollBy(14, 0);
}
function endPress() {
  clearTimeout(press?.timer);
  press = null;
}
function endDrag() {
  ghost?.remove();
  ghost = null;
  table.classList.remove('dragging');
  for (const old of all('td.aim', table)) old.classList.remove('aim');
}
document.addEventListener('pointerup', e => {
  endPress();
  if (!ghost) return;
  const td = under(e.clientX, e.clientY);
  justDragged = true;
  setTimeout(() => { justDragged = false; }, 50);
  endDrag();
  if (!td) return letGo();
  drop(td);
  go(td);
});
document.addEventListener('pointercancel', () => {
  endPress();
  if (!ghost) return;
  endDrag();
  letGo();
});
document.addEventListener('touchmove', e => { if (ghost) e.preventDefault(); }, { passive: false });
document.addEventListener('dragstart', e => { if (e.target.closest?.('#table')) e.preventDefault(); });
document.addEventListener('contextmenu', e => { if (press?.touch || ghost) e.preventDefault(); });
table.addEventListener('click', e => {
  const td = e.target.closest('td[data-at]');
  if (!td || e.ctrlKey || e.metaKey || e.shiftKey) return;
  e.preventDefault();
  if (justDragged) return;
  if (held) {
    drop(td);
    go(td);
  } else {
    const slot = e.target.closest('.slot');
    chosen = slot ? lessonOf(slot) : null;
    go(td);
  }
});
table.addEventListener('dblclick', e => {
  const address = e.target.closest('.spot')?.getAttribute('href');
  if (address) location.assign(address);
});
