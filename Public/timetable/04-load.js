// ---- The pages of the load: search, keys

const keyboard = Object.fromEntries([..."qwertyuiop[]asdfghjkl;'zxcvbnm,."]
  .map((key, i) => [key, 'йцукенгшщзхъфывапролджэячсмитьбю'[i]]));
const fold = text => text.toLowerCase().replaceAll('ё', 'е');
const items = () => all('li[data-page]', load), shown = () => items().filter(item => !item.hidden);
let active = null;

function filter() {
  const typed = fold(seek.value).split(/\s+/).filter(Boolean);
  const other = typed.map(word => [...word].map(letter => keyboard[letter] ?? letter).join(''));
  const here = at?.dataset.class, isBoard = Boolean(table.querySelector('.board'));
  const fits = (item, words) => words.every(word => fold(item.textContent).includes(word));
  const match = words => items().filter(item => fits(item, words) && (!isBoard || !here || classesOf(item).includes(here)));
  let found = match(typed);
  if (!found.length && typed.length) found = match(other);
  for (const item of items()) item.hidden = !found.includes(item);
  if (typed.length && !found.length) say(texts.nothingFound, 'warn');
  if (active && !found.includes(active)) point(null);
}
function point(item) {
  active?.removeAttribute('aria-selected');
  active = item;
  if (!item) return seek.removeAttribute('aria-activedescendant');
  item.setAttribute('aria-selected', 'true');
  seek.setAttribute('aria-activedescendant', item.id);
  item.scrollIntoView({ block: 'nearest' });
}
let wait = 0;
function pointAndLook(item) {
  point(item);
  clearTimeout(wait);
  if (item) wait = setTimeout(() => look({ lessons: [lessonOfItem(item)], classes: classesOf(item) }), 120);
}
seek.hidden = false;
seek.addEventListener('input', () => {
  filter();
  pointAndLook(seek.value.trim() ? shown()[0] ?? null : null);
});
seek.addEventListener('keydown', e => {
  if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
    const list = shown(), next = list[list.indexOf(active) + (e.key === 'ArrowDown' ? 1 : -1)];
    e.preventDefault();
    if (next) pointAndLook(next);
  } else if (e.key === 'Enter' && active) {
    e.preventDefault();
    const item = active, target = at;
    leaveSeek();
    held = { lessons: [lessonOfItem(item)], from: null, classes: classesOf(item), room: null };
    handDouble.checked = e.shiftKey;
    drop(target);
    go(neighbour('ArrowDown') ?? target);
  } else if (e.key === 'Escape') {
    e.preventDefault();
    leaveSeek();
    go(at);
  }
});
function leaveSeek() {
  clearTimeout(wait);
  seek.value = '';
  point(null);
  clear();
  filter();
}
load.addEventListener('click', e => {
  const item = e.target.closest('li[data-page]');
  if (!item || justDragged) return;
  if (held?.item === item) return letGo();
  pick(item);
});
function pick(item) {
  hold([lessonOfItem(item)], null, classesOf(item));
  held.item = item;
}
