// ---- The queue: what is typed is kept in this browser until the journal has answered

const waiting = new Map(), stuck = new Map(), outbox = [];
const prefix = `sabak ${person} ${page} `;
const uuid = () => crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))]
  .map((byte, i) => ([4, 6, 8, 10].includes(i) ? '-' : '')
    + (i === 6 ? byte & 15 | 64 : i === 8 ? byte & 63 | 128 : byte).toString(16).padStart(2, '0')).join('');
const shelf = prefix + uuid();
let sending = false, trouble = '', attempts = 0, timer = 0, savedAt = '', notice = '', unkept = false;

function keep() {
  const idle = !waiting.size && !stuck.size && !outbox.length;
  try {
    if (idle) localStorage.removeItem(shelf);
    else localStorage.setItem(shelf, JSON.stringify({ waiting: [...waiting.values()], stuck: [...stuck.values()],
      outbox, title: document.title, address: location.pathname + location.search }));
    unkept = false;
  } catch { unkept = !idle; }
}
async function adopt() {
  navigator.locks?.request(shelf, () => new Promise(() => {}));
  let found = 0;
  const take = key => lock => {
    const left = lock && JSON.parse(localStorage.getItem(key) ?? 'null');
    if (!left) return;
    for (const entry of left.waiting) waiting.set(keyOf(entry), entry);
    for (const entry of left.stuck) stuck.set(keyOf(entry), entry);
    outbox.push(...left.outbox);
    found += left.waiting.length + left.outbox.reduce((sum, batch) => sum + batch.entries.length, 0);
    keep();
    localStorage.removeItem(key);
  };
  try {
    for (const key of Object.keys(localStorage).filter(key => key.startsWith(prefix) && key !== shelf)) {
      if (navigator.locks) await navigator.locks.request(key, { ifAvailable: true }, take(key));
      else take(key)(true);
    }
  } catch { unkept = true; }
  if (found) notice = say('restored', found);
  redraw();
  flush();
}
const inOutbox = key => outbox.flatMap(batch => batch.entries).findLast(entry => keyOf(entry) === key);
const wishOf = cell => stuck.get(keyOf(cell)) ?? waiting.get(keyOf(cell)) ?? inOutbox(keyOf(cell));
const textOf = cell => wishOf(cell)?.set ?? cell.value;
// What the journal has refused, or holds otherwise, stands in the cell but counts for nothing.
const countedOf = cell => stuck.has(keyOf(cell)) ? cell.value : textOf(cell);

function wish(cell, set, comment) {
  const key = keyOf(cell), words = comment ?? waiting.get(key)?.comment;
  if (set === textOf(cell) && comment === undefined && !stuck.has(key)) return;
  stuck.delete(key);
  cell.row.confirmed = null;
  const entry = { lesson: cell.lesson, student: cell.student, set, version: cell.version, comment: words };
  if (set === cell.value && words === undefined && !inOutbox(key)) waiting.delete(key);
  else if (set && barTo(cell)) stuck.set(key, { ...entry, state: 'no', message: barTo(cell) });
  else waiting.set(key, entry);
  keep();
  draw(cell);
  later(700);
}
function later(delay) {
  clearTimeout(timer);
  timer = setTimeout(flush, delay);
}
async function flush() {
  clearTimeout(timer);
  if (sending || !outbox.length && !waiting.size) return tell();
  if (!outbox.length) {
    const entries = [...waiting.values()].slice(0, 200);
    for (const entry of entries) waiting.delete(keyOf(entry));
    outbox.push({ key: uuid(), entries });
    keep();
  }
  sending = true;
  tell();
  const next = await post(outbox[0]);
  sending = false;
  redraw();
  if (next === 0) flush();
  else if (next > 0) later(next);
}
// Answers how long to wait before the next try: 0 goes on at once, -1 waits for the person.
async function post(batch) {
  let response, body;
  try {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': batch.key, 'X-CSRF': csrf };
    const sent = JSON.stringify({ entries: batch.entries });
    response = await fetch(`/api/v1/pages/${page}/entries`, { method: 'POST', keepalive: true, headers, body: sent });
    body = await response.json().catch(() => null);
  } catch { response = null; }
  const code = response?.status ?? 0;
  if (code === 401) return halt('signIn');
  if (code === 403 && body?.code === 'csrf') return halt('reload');
  if (!code || code >= 500 || code === 429 || code === 409 || response.ok && !body?.results) {
    trouble = 'offline';
    attempts += 1;
    return Number(response?.headers.get('Retry-After')) * 1000 || Math.min(30000, 500 * 2 ** attempts);
  }
  trouble = notice = '';
  attempts = 0;
  outbox.shift();
  const results = new Map((body?.results ?? []).map(result => [keyOf(result), result]));
  const refusal = { status: 'refused', message: body?.detail ?? body?.title ?? say('lost', code) };
  for (const entry of batch.entries) settle(entry, results.get(keyOf(entry)) ?? refusal);
  keep();
  return 0;
}
function halt(why) {
  trouble = why;
  return -1;
}
function settle(entry, result) {
  const key = keyOf(entry), cell = cells.get(key), newer = waiting.get(key);
  const same = result.value === (newer ?? entry).set && entry.comment === undefined;
  if (cell && result.version !== undefined) {
    Object.assign(cell, { value: result.value ?? '', version: result.version });
    cell.td.dataset.v = cell.version;
  }
  if (result.status === 'saved' || result.status === 'conflict' && same) {
    savedAt = new Date().toTimeString().slice(0, 5);
    if (newer) newer.version = result.version;
    if (cell) saved(cell, entry, result, newer);
  } else if (result.status === 'conflict') {
    waiting.delete(key);
    const { value = '', version, by } = result;
    stuck.set(key, { ...entry, ...newer, state: 'two', value, version, by });
    announce(`${cell?.row.name}: ${texts.changed}`);
    if (cell && !popped) offer(cell, false);
  } else if (!newer) {
    stuck.set(key, { ...entry, state: 'no', message: result.message ?? texts.refusedWhy });
    announce(`${cell?.row.name}: ${result.message}`);
  }
}
function saved(cell, entry, result, newer) {
  if (entry.comment !== undefined) cell.comment = result.comment ?? entry.comment;
  if (result.late !== undefined) cell.td.classList.toggle('late', result.late);
  const touched = [...waiting.values()].some(other => other.student === cell.student);
  if (result.average !== undefined && !touched) cell.row.confirmed = result.average;
  if (newer) return;
  cell.ok = true;
  setTimeout(() => { cell.ok = false; draw(cell); }, 2000);
}
