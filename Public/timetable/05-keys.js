// ---- Keys in the grid

document.addEventListener('keydown', e => {
  const isField = e.target.closest('input, select, textarea');
  if ((e.ctrlKey || e.metaKey) && e.code === 'KeyZ' && !isField) {
    e.preventDefault();
    return undo();
  }
  if (e.key === 'Escape' && held) letGo();
  if (isField || !e.target.closest('#table .scroll')) return;
  if (e.ctrlKey || e.metaKey) {
    if (e.code === 'KeyX') lift();
    else if (e.code === 'KeyV') held && drop(at);
    else return;
  } else if (neighbour(e.key)) go(neighbour(e.key));
  else if (e.key.startsWith('Arrow')) { /* at the edge */ }
  else if (e.key === ' ') held ? drop(at) : lift();
  else if (e.key === 'Enter') {
    if (held) drop(at);
    else if (hand.hidden) seek.focus();
    else handRoom.focus();
  } else if (e.key === 'Delete' || e.key === 'Backspace') remove();
  else if (e.key === 'F2') {
    const address = spotOf(at).getAttribute('href');
    if (address) location.assign(address);
  } else if (e.key.length === 1 && /[\p{L}\p{N}]/u.test(e.key) && !e.altKey) {
    seek.value = e.key;
    seek.focus();
    seek.dispatchEvent(new Event('input'));
  } else return;
  e.preventDefault();
});
table.addEventListener('focusin', e => {
  const td = e.target.closest('td[data-at]');
  if (td && td !== at) go(td, false);
});
