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
