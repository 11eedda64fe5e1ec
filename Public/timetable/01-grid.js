// The week of a draft made by hand: dragging, keys, and what the server says of every place.
// The page works without this file: a cell opens its form.

const table = document.getElementById('table');
const { query, version, csrf } = table.dataset, texts = JSON.parse(table.dataset.texts);
const [said, load, seek, undoButton, hand, warnings] =
  ['said', 'load', 'seek', 'undo', 'hand', 'warnings'].map(id => document.getElementById(id));
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const fill = (name, value) => texts[name].replace('{0}', value);
const [handName, handPlace] = hand.querySelectorAll('b, small');
const [handWeek, handRoom] = ['hand-week', 'hand-room'].map(id => document.getElementById(id));
const handDouble = hand.querySelector('#hand-double input');

// ---- The grid: cells, and which one has the focus

const tds = () => all('td[data-at]', table);
const spotOf = td => td.firstElementChild;
const columnOf = td => td.dataset.class ?? td.dataset.at.split('-')[0];
const lessonOf = slot => ({ page: slot.dataset.page, week: slot.dataset.week, room: slot.dataset.room,
  name: slot.querySelector('b').textContent });
const lessonsIn = td => all('.slot:not(.going)', td).map(lessonOf);
let at = table.querySelector('[aria-current]')?.closest('td') ?? table.querySelector('td[data-at]');

function go(td, focus = true) {
  if (!td) return;
  for (const old of all('td.at', table)) old.classList.remove('at');
  for (const spot of all('.spot[tabindex="0"]', table)) spot.tabIndex = -1;
  if (at?.isConnected) spotOf(at).tabIndex = -1;
  at = td;
  td.classList.add('at');
  spotOf(td).tabIndex = 0;
  if (focus) spotOf(td).focus();
  if (held && td.dataset.state) say(wordsOf(td), td.dataset.state === 'free' ? '' : 'warn');
  filter();
  showHand();
}
const wordsOf = td => `${handName.textContent}: ${td.dataset.why || texts.free}`;

function neighbour(key) {
  const row = all('td[data-at]', at.closest('tr')), column = tds().filter(td => columnOf(td) === columnOf(at));
  switch (key) {
    case 'ArrowLeft': return row[row.indexOf(at) - 1];
    case 'ArrowRight': return row[row.indexOf(at) + 1];
    case 'ArrowUp': return column[column.indexOf(at) - 1];
    case 'ArrowDown': return column[column.indexOf(at) + 1];
    case 'Home': return row[0];
    case 'End': return row.at(-1);
  }
}

function say(text, kind = '') {
  said.className = `say ${kind}`;
  said.textContent = text;
}
