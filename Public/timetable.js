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

// ---- What is in the hand, and where it could stand

let held = null, chosen = null, asked = 0;

function hold(lessons, from, classes) {
  letGo(false);
  held = { lessons, from, classes, room: null };
  if (from) from.classList.add('lifted');
  handDouble.checked = false;
  showHand();
  say(fill('inHand', lessons.map(lesson => lesson.name).join(', ')));
  look(held);
}
function letGo(tell = true) {
  if (held && tell) say(texts.letGo);
  held?.from?.classList.remove('lifted');
  held = null;
  clear();
  showHand();
}
function clear() {
  asked += 1;
  table.classList.remove('looking');
  for (const td of all('td[data-state]', table)) {
    delete td.dataset.state;
    delete td.dataset.why;
    spotOf(td).removeAttribute('aria-description');
  }
}
const lessonFields = lessons => lessons.map(({ page, week }) => ['lesson', `${page}:${week}`]);

/// One question to the server gives the state of every cell.
async function look({ lessons, from, classes, room }) {
  clear();
  const mine = asked, fields = lessonFields(lessons);
  const where = room ?? (from ? null : inRoom);
  if (where) fields.push(['in', where]);
  if (from) fields.push(['from', from.dataset.at]);
  const answer = await read(`/timetable/possible?${query}&${new URLSearchParams(fields)}`);
  if (!answer || mine !== asked) return;
  table.classList.add('looking');
  for (const td of tds()) {
    const isElsewhere = td.dataset.class && classes && !classes.includes(td.dataset.class);
    const cell = isElsewhere ? { state: 'elsewhere', why: texts.elsewhere } : answer.cells[td.dataset.at];
    if (!cell) continue;
    td.dataset.state = cell.state;
    td.dataset.why = cell.why;
    spotOf(td).setAttribute('aria-description', cell.why || texts.free);
  }
}
async function read(address) {
  try {
    const response = await fetch(address, { headers: { Accept: 'application/json' } });
    return response.ok ? await response.json() : null;
  } catch { return null; }
}

function lift(slots) {
  const lessons = slots ?? lessonsIn(at);
  if (lessons.length) hold(lessons, at, at.dataset.class && [at.dataset.class]);
}
const classesOf = item => item.dataset.classes.split(' ');
const lessonOfItem = item => ({ page: item.dataset.page, week: 'every', name: item.querySelector('b').textContent });

function drop(td) {
  if (!held) return;
  if (td.dataset.state === 'elsewhere') return say(texts.elsewhere, 'bad');
  const { lessons, from, room } = held, fields = lessonFields(lessons);
  fields.push(['to', td.dataset.at]);
  if (from) fields.push(['do', 'move'], ['from', from.dataset.at]);
  else {
    fields.push(['do', 'place']);
    const own = room ?? inRoom;
    if (own) fields.push(['room', own]);
    if (handDouble.checked) fields.push(['double', 'on']);
  }
  const names = lessons.map(lesson => lesson.name);
  const origin = from;
  letGo(false);
  if (origin === td) return;
  send(fields, { from: origin?.id, to: td.id, names });
}
// In the week of a room, what is placed is placed there.
const inRoom = new URLSearchParams(query).get('room');

function remove() {
  const target = held?.from ?? at, lessons = held?.lessons ?? (chosen ? [chosen] : lessonsIn(target));
  if (held && !held.from) return letGo();
  letGo(false);
  if (!lessons.length) return;
  send([...lessonFields(lessons), ['do', 'remove'], ['from', target.dataset.at]],
    { from: target.id, pages: lessons.map(lesson => lesson.page) });
}

// ---- Beside the grid: the lesson in hand or chosen, its week and room

function showHand() {
  const lessons = held ? held.lessons : at ? lessonsIn(at) : [];
  if (!held) chosen = lessons.length === 1 ? lessons[0] : lessons.find(one => one.page === chosen?.page) ?? null;
  const one = held ? held.lessons[0] : chosen ?? lessons[0];
  hand.hidden = !one;
  if (!one) return;
  handName.textContent = lessons.map(lesson => lesson.name).join(', ');
  const td = held ? held.from : at;
  handPlace.textContent = td ? cellName(td) : '';
  handWeek.value = one.week;
  handRoom.value = held?.room ?? one.room ?? '';
  hand.querySelector('.row').hidden = held ? Boolean(held.from) : lessons.length > 1 && !chosen;
  hand.querySelector('#hand-double').hidden = !held || Boolean(held.from);
  hand.querySelector('[data-do=lift]').hidden = Boolean(held);
  hand.querySelector('[data-do=letGo]').hidden = !held;
  hand.querySelector('[data-do=remove]').hidden = Boolean(held && !held.from);
  const form = hand.querySelector('[data-do=form]'), address = td && spotOf(td).getAttribute('href');
  form.hidden = !address;
  if (address) form.href = address;
}
function cellName(td) {
  const [weekday, number] = td.dataset.at.split('-');
  const head = table.querySelector('table.single thead tr')?.cells[td.cellIndex]
    ?? all('th[scope=rowgroup]', table)[all('tr.first', table).findLastIndex(row =>
      row === td.parentElement || row.compareDocumentPosition(td) & Node.DOCUMENT_POSITION_FOLLOWING)];
  return `${head?.textContent ?? weekday}, ${number}`;
}
async function offerRooms() {
  const one = held ? null : chosen ?? lessonsIn(at)[0];
  if (!one) return;
  const fields = new URLSearchParams([...lessonFields([one]), ['from', at.dataset.at]]);
  const answer = await read(`/timetable/rooms?${query}&${fields}`);
  const options = (answer?.items ?? []).map(({ room, said }) =>
    Object.assign(document.createElement('option'), { value: room, label: `${room} · ${said}` }));
  document.getElementById('hand-rooms').replaceChildren(...options);
}
handRoom.addEventListener('focus', offerRooms);
for (const field of [handWeek, handRoom]) {
  field.addEventListener('change', () => {
    if (held) {
      held.room = handRoom.value.trim() || null;
      for (const lesson of held.lessons) lesson.week = handWeek.value;
      return look(held);
    }
    const one = chosen ?? lessonsIn(at)[0];
    if (!one) return;
    send([...lessonFields([one]), ['do', 'change'], ['from', at.dataset.at], ['week', handWeek.value],
      ['room', handRoom.value.trim()]], { from: at.id, changed: one.page });
  });
}
handRoom.addEventListener('keydown', e => {
  if (e.key !== 'Enter' && e.key !== 'Escape') return;
  e.preventDefault();
  if (e.key === 'Escape') showHand();
  go(at);
});
hand.addEventListener('click', e => {
  const act = e.target.closest('[data-do]')?.dataset.do;
  if (act === 'lift') lift(chosen ? [chosen] : null);
  else if (act === 'letGo') letGo();
  else if (act === 'remove') remove();
});

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

// ---- Steps: drawn at once, sent one by one, kept in this tab until the server has answered

const shelf = `sabak timetable ${document.body.dataset.person} ${version}`;
const kept = JSON.parse(sessionStorage.getItem(shelf) ?? '{}');
const queue = kept.queue ?? [], done = kept.done ?? [], base = new Map();
let sending = false, attempts = 0, timer = 0;

const keep = () => sessionStorage.setItem(shelf, JSON.stringify({ queue, done: done.slice(-100) }));

function send(fields, drawn = {}) {
  const step = { fields, drawn };
  queue.push(step);
  keep();
  draw(step);
  flush();
}
function undo() {
  if (!done.length && !queue.length) return say(texts.nothingToUndo);
  queue.push({ isUndo: true, drawn: {} });
  keep();
  flush();
}
undoButton.addEventListener('click', undo);
for (const form of all('form[data-step]')) {
  form.addEventListener('submit', e => {
    e.preventDefault();
    send([...new FormData(form)].filter(([name]) => name !== 'csrf'));
  });
}
function draw({ drawn }) {
  const [from, to] = [drawn.from, drawn.to].map(id => id && document.getElementById(id));
  for (const td of [from, to]) if (td && !base.has(td.id)) base.set(td.id, td.innerHTML);
  if (from && drawn.pages) {
    for (const slot of all('.slot', from)) slot.classList.toggle('going', drawn.pages.includes(slot.dataset.page));
  } else if (from && drawn.changed) {
    for (const slot of all('.slot', from)) slot.classList.toggle('wait', slot.dataset.page === drawn.changed);
  }
  for (const name of to ? drawn.names : []) {
    const slot = document.createElement('span'), title = document.createElement('b');
    slot.className = 'slot wait';
    title.textContent = name;
    slot.append(title);
    spotOf(to).append(slot);
    if (from) all('.slot', from).find(old => old.querySelector('b').textContent === name)?.classList.add('going');
  }
}
async function flush() {
  clearTimeout(timer);
  showUndo();
  if (sending || !queue.length) return;
  const step = queue[0];
  if (step.isUndo && !step.fields) {
    const last = done.pop();
    if (!last) {
      queue.shift();
      keep();
      return say(texts.nothingToUndo);
    }
    const back = [...last.put.map(slot => ['take', slot]), ...last.take.map(slot => ['put', slot])];
    step.fields = [['do', 'again'], ...back];
    keep();
  }
  sending = true;
  const pause = await post(step);
  sending = false;
  if (pause === 0) flush();
  else if (pause > 0) timer = setTimeout(flush, pause);
}
// Answers how long to wait before the next try: 0 goes on at once, -1 waits for the person.
async function post(step) {
  let response, body;
  try {
    response = await fetch(`/timetable/steps?${query}`, { method: 'POST', keepalive: true,
      headers: { Accept: 'application/json', 'X-CSRF': csrf }, body: new URLSearchParams(step.fields) });
    body = await response.json().catch(() => null);
  } catch { response = null; }
  const code = response?.status ?? 0;
  if (code === 401 || code === 403 && body?.code === 'csrf') {
    say(texts.signIn, 'bad');
    return -1;
  }
  if (!code || code >= 500 || code === 429 || response.ok && !body) {
    say(fill('offline', queue.length), 'bad');
    attempts += 1;
    return Number(response?.headers.get('Retry-After')) * 1000 || Math.min(30000, 500 * 2 ** attempts);
  }
  attempts = 0;
  queue.shift();
  if (!response.ok) return refuse(body, code);
  if (!step.isUndo && body.take.length + body.put.length) done.push({ take: body.take, put: body.put, said: body.said });
  keep();
  take(body);
  if (step.isRefresh) return 0;
  const words = step.isUndo ? `${texts.undone}: ${step.said ?? body.said}` : body.said;
  say([words, ...body.told].join('\n'), body.told.length ? 'warn' : 'good');
  return 0;
}
function refuse(body, code) {
  keep();
  restore();
  const why = body?.errors?.map(error => error.message).join(' ');
  say(`${texts.refused}. ${body?.title ?? code}${why && why !== body.title ? `: ${why}` : ''}`, 'bad');
  // Somebody else was here: the week as it is now.
  if (code === 409) queue.unshift({ fields: [['do', 'again']], drawn: {}, isRefresh: true });
  return 0;
}
function restore() {
  for (const [id, html] of base) {
    const td = document.getElementById(id);
    if (td) td.innerHTML = html;
  }
  base.clear();
  queue.forEach(draw);
  refocus();
}
function take(body) {
  for (const [id, html] of base) if (!(id in body.cells)) document.getElementById(id).innerHTML = html;
  base.clear();
  for (const [id, html] of Object.entries(body.cells)) {
    const td = document.getElementById(id);
    if (!td) continue;
    td.innerHTML = html;
    td.classList.toggle('vacant', !td.querySelector('.slot'));
  }
  const pointed = active?.id;
  load.innerHTML = body.load;
  warnings.innerHTML = body.warnings;
  active = null;
  queue.forEach(draw);
  filter();
  if (pointed) point(document.getElementById(pointed));
  refocus();
}
function refocus() {
  const lost = document.activeElement === document.body;
  if (at) go(at, lost);
}
function showUndo() {
  const last = done.at(-1);
  undoButton.hidden = !last && !queue.length;
  undoButton.querySelector('span').textContent = undoButton.dataset.word + (last ? `: ${last.said}` : '');
}
undoButton.dataset.word = undoButton.textContent.trim();
said.hidden = false;
addEventListener('online', flush);
for (const keys of all('.keys')) keys.hidden = false;
for (const spot of all('.spot', table)) spot.tabIndex = -1;
for (const pane of all('.scroll', table)) pane.removeAttribute('tabindex');
if (at) go(at, false);
queue.forEach(draw);
flush();
