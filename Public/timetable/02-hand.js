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
