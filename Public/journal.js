// The grid of a journal page as a spreadsheet. The page works without this file: a column's heading opens the lesson.

const grid = document.getElementById('grid');
const { page, person, csrf, lang, way } = grid.dataset;
const [codes, scale, texts] = ['codes', 'scale', 'texts'].map(name => JSON.parse(grid.dataset[name]));
const [tools, status] = ['tools', 'status'].map(id => document.getElementById(id));
const say = (name, value) => texts[name].replace('{0}', value);
const make = (tag, className = '', content = '', more = {}) => {
  const element = Object.assign(document.createElement(tag), { className, ...more });
  element.append(...[content].flat());
  return element;
};
const button = (label, act, className = '', more = {}) =>
  make('button', className, label, { type: 'button', onclick: act, ...more });

// ---- What the server drew

const covered = new Map([...document.querySelectorAll('.covered [data-l]')].map(row => [row.dataset.l, row.cells]));
const cols = [...grid.querySelectorAll('col')].slice(1);
const columns = [...grid.tHead.rows[1].cells].map((th, c) => ({
  c, th, col: cols[c], lesson: th.dataset.l, mayWrite: 'w' in th.dataset, weight: Number(th.dataset.wt ?? 1),
  max: Number(th.dataset.max ?? 0),
  date: th.firstElementChild.title, kind: th.querySelector('em')?.textContent ?? '',
}));
const keyOf = entry => entry.lesson + ' ' + entry.student;
const cells = new Map();
const rows = [...grid.tBodies[0].rows].map((tr, r) => {
  const head = tr.cells[0], row = { r, tr, head, student: tr.dataset.s, name: head.textContent, line: [] };
  row.average = tr.lastElementChild;
  for (const td of [...tr.cells].slice(1, -1)) {
    for (let n = td.colSpan; n > 0; n--) row.line.push(td.matches('.out, .gone') ? null : cellOf(td, row));
  }
  return row;
});
const anyWritable = columns.some(column => column.mayWrite);
const cellAt = (r, c) => rows[r]?.line[c] ?? null;

function cellOf(td, row) {
  const column = columns[row.line.length];
  const cell = { td, row, column, r: row.r, c: column.c, lesson: column.lesson, student: row.student,
    value: td.textContent, version: Number(td.dataset.v ?? 0), comment: td.title, weights: td.dataset.wt };
  cells.set(keyOf(cell), cell);
  td.cell = cell;
  return cell;
}

// ---- What a teacher types: marks of the scale, codes of the school, look-alike letters, a forgotten layout

const lookAlike = Object.fromEntries([...'ABCEHKMOPTXY'].map((key, i) => [key, 'АВСЕНКМОРТХУ'[i]]));
const layout = Object.fromEntries([..."QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,."]
  .map((key, i) => [key, 'ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ'[i]]));
const fold = (text, map) => [...text.toUpperCase()].map(letter => map[letter] ?? letter).join('');
const codeOf = text => Object.keys(codes).find(code => fold(code, lookAlike) === fold(text, lookAlike))
  ?? (fold(text, lookAlike) === 'Н' ? Object.keys(codes).find(code => codes[code] === 'unknown') : undefined);
const partOf = text => text in codes || text in scale ? text : codeOf(text) ?? codeOf(fold(text, layout));
// One key a mark: its own sign, or the short ones that the scale knows for it (+ and - for pass and fail).
const quick = {};
for (const [mark, [, , keys = '']] of Object.entries(scale)) {
  for (const key of [...keys, ...(mark.length === 1 ? mark : '')]) quick[key.toUpperCase()] = mark;
}
const quickOf = key => codeOf(key) && !(key.toUpperCase() in scale) ? undefined : quick[key.toUpperCase()];
// In a column of points every number is typed out; whether there are so many is the journal's to say.
const startsMark = (text, column = at.column) =>
  column.max ? /^\d{1,3}$/.test(text) : Object.keys(scale).some(mark => mark.startsWith(text));
const isMark = (text, column) => column.max ? /^\d+$/.test(text) && Number(text) <= column.max : text in scale;

function canonical(typed) {
  const text = typed.trim().replace(/\s+/g, ' ');
  const whole = text && partOf(text);
  return whole || text.split(/([/ ])/).map(part => /^[/ ]?$/.test(part) ? part : partOf(part) ?? part).join('');
}
function partsOf(text) {
  return text in codes ? [text] : text.split(/([/ ])/).filter(part => part !== '');
}
function lookOf(part, column) {
  if (!column?.max || !/^\d+$/.test(part)) return scale[part]?.[1];
  const percent = Math.floor(part * 100 / column.max);
  return percent < 40 ? 'm2' : percent < 65 ? 'm3' : '';
}
function painted(text, column) {
  return partsOf(text).map(part => {
    const kind = codes[part] ?? lookOf(part, column) ?? (/^\d+'$/.test(part) ? 'min' : '');
    return kind ? make('i', kind, part) : part;
  });
}

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

function wish(cell, set, comment) {
  const key = keyOf(cell), words = comment ?? waiting.get(key)?.comment;
  if (set === textOf(cell) && comment === undefined && !stuck.has(key)) return;
  stuck.delete(key);
  cell.row.confirmed = null;
  if (set === cell.value && words === undefined && !inOutbox(key)) waiting.delete(key);
  else waiting.set(key, { lesson: cell.lesson, student: cell.student, set, version: cell.version, comment: words });
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

// ---- Drawing

function draw(cell) {
  const { td } = cell, entry = wishOf(cell);
  const state = entry ? entry.state ?? (trouble ? 'net' : 'wait') : cell.ok ? 'ok' : '';
  for (const name of ['wait', 'net', 'ok', 'no', 'two']) td.classList.toggle(name, name === state);
  const comment = entry?.comment ?? cell.comment;
  td.classList.toggle('note', Boolean(comment));
  td.title = state === 'no' ? entry.message : state === 'two' ? entry.by ?? texts.changed : comment;
  if (!td.title) td.removeAttribute('title');
  if (editor?.cell !== cell) {
    td.replaceChildren(...state === 'two' ? [`${entry.set || '·'}≠${entry.value || '·'}`] : painted(textOf(cell), cell.column));
  }
  drawAverage(cell.row);
}
function redraw() {
  for (const cell of cells.values()) {
    if (cell.ok || wishOf(cell) || cell.td.matches('.wait, .net, .no, .two')) draw(cell);
  }
  tell();
}
function drawAverage(row) {
  if (way) {
    if (row.confirmed) row.average.firstChild.data = row.confirmed;
    if (row.confirmed?.includes('%')) {
      row.average.querySelector('rect')?.setAttribute('width', parseFloat(row.confirmed.replace(',', '.')));
    }
    return;
  }
  let [sum, weight] = (row.tr.dataset.base ?? '0/0').split('/').map(Number);
  for (const cell of row.line.filter(Boolean)) {
    const own = cell.weights?.split('/');
    partsOf(textOf(cell)).filter(part => scale[part]?.[0] != null).forEach((part, i) => {
      const one = Number(own?.[i] ?? own?.[0] ?? cell.column.weight);
      sum += scale[part][0] * one;
      weight += one;
    });
  }
  // Whole hundredths keep a border such as 3.495 from being lost in binary fractions.
  const [s, w] = [Math.round(sum * 10000), Math.round(weight * 100)];
  const hundredths = w ? Math.floor((2 * s + w) / (2 * w)) : 0;
  const shown = row.confirmed ?? (w ? (hundredths / 100).toFixed(2).replace('.', lang === 'en' ? '.' : ',') : '—');
  const numbers = Object.values(scale).map(one => one[0]).filter(one => one != null);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  row.average.firstChild.data = shown;
  const share = w ? Math.max(0, (hundredths / 100 - low) / (high - low) * 100) : 0;
  row.average.querySelector('rect')?.setAttribute('width', share);
}

const live = make('p', 'sr', '', { role: 'status' }), said = make('div', 'said');
function announce(text) {
  live.textContent = '';
  requestAnimationFrame(() => { live.textContent = text; });
}
function tell() {
  const pending = waiting.size + outbox.reduce((sum, batch) => sum + batch.entries.length, 0);
  const all = state => [...stuck.values()].filter(entry => entry.state === state);
  const [twos, refusals] = [all('two'), all('no')];
  const now = at && stuck.get(keyOf(at));
  const state = pending && !trouble ? texts.saving : savedAt ? say('saved', savedAt) : pending ? '' : texts.ready;
  const parts = [make('span', pending ? '' : 'fine', state)];
  if (pending && trouble) parts.push(make('b', '', say('waiting', pending)));
  if (unkept) parts.push(make('b', 'warn', say('lost', '')));
  if (twos.length) parts.push(button(say('conflicts', twos.length), () => visit(twos), 'two'));
  if (refusals.length) parts.push(button(say('refused', refusals.length), () => visit(refusals), 'no'),
    make('span', 'why', now?.message ?? refusals.at(-1).message));
  const back = encodeURIComponent(location.pathname + location.search);
  const way = { signIn: '/sign-in?next=' + back, reload: location.href }[trouble];
  if (trouble === 'offline') parts.push(make('span', '', texts.offline));
  if (way) parts.push(make('a', '', texts[trouble], { href: way }), make('span', '', texts[trouble + 'Why']));
  if (notice) parts.push(make('span', '', notice));
  said.replaceChildren(...parts);
}
function visit(entries) {
  const known = entries.map(entry => cells.get(keyOf(entry))).filter(Boolean);
  const cell = known[(known.indexOf(at) + 1) % known.length];
  if (!cell) return;
  go(cell.r, cell.c);
  if (stuck.get(keyOf(cell))?.state === 'two') offer(cell, true);
}

// ---- Where the teacher is

let at = null, corner = null, editor = null, leaving = false, fresh = '';
const touch = matchMedia('(pointer: coarse)').matches;
const writable = cell => Boolean(cell?.column.mayWrite);

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
  if (on && writable(cell) && !touch) Object.assign(cell.td, { contentEditable: 'plaintext-only', spellcheck: false });
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

// ---- Changing cells, and taking it back

const done = [], undone = [];
function change(pairs) {
  const changes = pairs.filter(([cell]) => writable(cell))
    .map(([cell, text]) => ({ cell, before: textOf(cell), after: canonical(text) }))
    .filter(({ cell, before, after }) => before !== after || stuck.has(keyOf(cell)));
  if (pairs.length && !pairs.some(([cell]) => writable(cell))) return refuse(texts.readOnly);
  if (!changes.length) return;
  const last = done.at(-1);
  if (changes.length === 1 && fresh && last?.length === 1 && last[0].cell === at) last[0].after = changes[0].after;
  else done.push(changes);
  undone.length = 0;
  for (const { cell, after } of changes) wish(cell, after);
  context();
  tell();
}
function takeBack(from, to, side) {
  const changes = from.pop();
  if (!changes) return;
  to.push(changes);
  fresh = '';
  for (const one of changes) wish(one.cell, one[side]);
  go(changes[0].cell.r, changes[0].cell.c);
  flush();
}
const undo = () => takeBack(done, undone, 'before');
const redo = () => takeBack(undone, done, 'after');
function refuse(text) {
  notice = text;
  announce(text);
  tell();
  notice = '';
}
function edit(text, keepCaret) {
  if (!writable(at)) return refuse(texts.readOnly);
  const cell = at, ariaLabel = `${cell.row.name}, ${cell.column.date}`;
  const input = make('input', '', '', { value: text, maxLength: 16, autocomplete: 'off', ariaLabel });
  editor = { cell, input, arrows: !keepCaret };
  listen(cell, false);
  cell.td.replaceChildren(input);
  input.focus();
  input.setSelectionRange(text.length, text.length);
  input.onblur = () => finish(true);
}
function finish(commit) {
  if (!editor) return;
  const { cell, input } = editor, text = input.value;
  editor = null;
  fresh = '';
  draw(cell);
  if (commit) change([[cell, text]]);
  if (at !== cell) return;
  listen(cell, true);
  cell.td.focus({ preventScroll: true });
}
function typeMark(key) {
  const text = startsMark(fresh + key) ? fresh + key : key;
  if (!isMark(text, at.column) && !at.column.max && startsMark(text)) return edit(text);
  change([[at, text]]);
  fresh = text;
}

// ---- Keys

const moves = {
  ArrowUp: e => step(-1, 0, e.shiftKey), ArrowDown: e => step(1, 0, e.shiftKey),
  ArrowLeft: e => step(0, -1, e.shiftKey), ArrowRight: e => step(0, 1, e.shiftKey),
  Home: e => edge(e.ctrlKey ? 0 : at.r, 0, 0, 1, e.shiftKey),
  End: e => edge(e.ctrlKey ? rows.length - 1 : at.r, columns.length - 1, 0, -1, e.shiftKey),
  PageUp: e => edge(Math.max(0, at.r - 10), at.c, 1, 0, e.shiftKey),
  PageDown: e => edge(Math.min(rows.length - 1, at.r + 10), at.c, -1, 0, e.shiftKey),
  Enter: e => stuck.get(keyOf(at))?.state === 'two' && !e.shiftKey ? offer(at, true) : step(e.shiftKey ? -1 : 1, 0),
};
function wholeColumn() {
  corner = rows.map(row => row.line[at.c]).find(Boolean);
  edge(rows.length - 1, at.c, -1, 0, true);
}
const letters = { KeyZ: e => e.shiftKey ? redo() : undo(), KeyY: redo, KeyM: remark, KeyA: wholeColumn };

function onKey(e) {
  const control = e.ctrlKey || e.metaKey;
  if (editor) return onEditorKey(e);
  if (control && letters[e.code]) {
    e.preventDefault();
    letters[e.code](e);
  } else if (moves[e.key] && !e.altKey) {
    e.preventDefault();
    moves[e.key](e);
  } else if (e.key === 'Tab') {
    const next = at.c + (e.shiftKey ? -1 : 1);
    if (leaving || !columns[next] || !cellAt(at.r, next)) leaving = false;
    else { e.preventDefault(); go(at.r, next); }
  } else if (e.key === 'Escape') {
    leaving = true;
    closePop(true);
    go(at.r, at.c);
  } else if (!control && !e.altKey) onPlainKey(e);
}
function onPlainKey(e) {
  const text = textOf(at), single = text in scale && !at.column.max, mark = at.column.max ? undefined : quickOf(e.key);
  if (e.key === 'Delete' || e.key === 'Backspace') change(block().map(cell => [cell, '']));
  else if (e.key === 'F2') edit(text, true);
  else if (e.key === '?') help();
  else if (e.key.length > 1) return;
  else if (e.key === '*' || e.key === '•') change(block().map(cell => [cell, '•']));
  else if (/\d/.test(e.key)) typeMark(e.key);
  else if (mark || fresh && !at.column.max && startsMark(fresh + e.key)) typeMark(mark ?? e.key);
  else if (single && '/.,\\'.includes(e.key)) edit(text + '/');
  else if (e.key === ' ') text in codes && edit(text + ' ');
  else return edit('');
  e.preventDefault();
}
function onEditorKey(e) {
  const ends = ['Enter', 'Tab', 'ArrowUp', 'ArrowDown'].concat(editor.arrows ? ['ArrowLeft', 'ArrowRight'] : []);
  if (e.key === 'Escape') finish(false);
  else if (ends.includes(e.key)) {
    finish(true);
    if (e.key === 'Tab') go(at.r, at.c + (e.shiftKey ? -1 : 1));
    else moves[e.key]({ shiftKey: e.key === 'Enter' && e.shiftKey });
  } else return;
  e.preventDefault();
}

// ---- Excel

function onCopy(e) {
  if (editor || !grid.contains(document.activeElement)) return;
  const chosen = new Set(block()), lines = [...new Set([...chosen].map(cell => cell.row))];
  const line = row => row.line.filter(cell => chosen.has(cell)).map(textOf).join('\t');
  e.clipboardData.setData('text/plain', lines.map(line).join('\n'));
  e.preventDefault();
  if (e.type === 'cut') change(block().map(cell => [cell, '']));
}
function onPaste(e) {
  if (editor || !grid.contains(document.activeElement)) return;
  e.preventDefault();
  const lines = e.clipboardData.getData('text/plain').replace(/\r?\n$/, '').split(/\r?\n/);
  const table = lines.map(line => line.split('\t'));
  const [top, left] = [Math.min(at.r, corner?.r ?? at.r), Math.min(at.c, corner?.c ?? at.c)];
  fresh = '';
  if (table.length === 1 && table[0].length === 1) change(block().map(cell => [cell, table[0][0]]));
  else change(table.flatMap((line, r) => line.map((text, c) => [cellAt(top + r, left + c), text]))
    .filter(([cell]) => cell));
  flush();
}

// ---- What opens beside a cell

let popped = null;
function pop(anchor, label, content, cell) {
  closePop(false);
  const onkeydown = e => { if (e.key === 'Escape') closePop(true); };
  popped = make('div', 'pop', content, { role: 'dialog', ariaLabel: label, cell, onkeydown });
  document.body.append(popped);
  const from = anchor.getBoundingClientRect(), { offsetWidth: width, offsetHeight: height } = popped;
  const left = from.right + 6 + width < innerWidth ? from.right + 6 : Math.max(8, from.left - width - 6);
  popped.style.left = (cell ? left : Math.min(from.left, innerWidth - width - 8)) + 'px';
  popped.style.top = Math.min(cell ? from.top : from.bottom + 4, innerHeight - height - 40) + 'px';
}
function closePop(refocus) {
  popped?.remove();
  popped = null;
  if (refocus) at?.td.focus({ preventScroll: true });
}
const titled = (title, cell) => [make('h2', '', title), make('p', '', `${cell.row.name} · ${cell.column.date}`)];
function offer(cell, focus) {
  const entry = stuck.get(keyOf(cell));
  const choose = mine => () => {
    stuck.delete(keyOf(cell));
    if (mine) wish(cell, entry.set, entry.comment);
    keep();
    draw(cell);
    closePop(true);
    flush();
  };
  const choice = (value, label, mine) =>
    button([make('b', '', value || '—'), label], choose(mine), '', { ariaLabel: `${value || texts.empty}: ${label}` });
  const pair = [choice(entry.set, texts.yours, true), choice(entry.value, texts.theirs, false)];
  pop(cell.td, texts.changed, [...titled(entry.by ? `${entry.by}: ${texts.changed}` : texts.changed, cell),
    make('div', 'pair', pair)], cell);
  if (focus) popped.querySelector('button').focus();
}
function remark() {
  if (!writable(at)) return refuse(texts.readOnly);
  if (!textOf(at)) return refuse(texts.commentFirst);
  const cell = at, value = wishOf(cell)?.comment ?? cell.comment;
  const area = make('textarea', '', '', { rows: 3, maxLength: 500, value, ariaLabel: texts.comment });
  const save = () => { closePop(true); wish(cell, textOf(cell), area.value.trim()); flush(); };
  area.onkeydown = e => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) save(); };
  const acts = [button(texts.save, save, 'main'), button(texts.cancel, () => closePop(true))];
  pop(cell.td, texts.comment, [...titled(texts.comment, cell), area, make('p', 'acts', acts)], cell);
  area.focus();
}
function markAll(anchor) {
  const fill = mark => () => {
    closePop(true);
    fresh = '';
    const empty = rows.map(row => row.line[at.c]).filter(cell => cell && textOf(cell) === '');
    change(empty.map(cell => [cell, mark]));
    flush();
  };
  if (!writable(at)) return refuse(texts.readOnly);
  const marks = Object.keys(scale).sort((a, b) => (scale[b][0] ?? -1) - (scale[a][0] ?? -1));
  const typed = make('input', '', '', { inputMode: 'numeric', maxLength: 3, size: 4, ariaLabel: texts.all });
  typed.onkeydown = e => { if (e.key === 'Enter' && startsMark(typed.value)) fill(typed.value)(); };
  const choice = isLong(at.column) ? typed : make('p', 'acts', marks.map(mark => button(mark, fill(mark))));
  pop(anchor, texts.all, [make('h2', '', texts.all), make('p', '', `${texts.allHint}: ${at.column.date}`), choice]);
  popped.querySelector('button, input').focus();
}
let helpBox = null;
function help() {
  if (helpBox) return closeHelp();
  const pairs = texts.help.flatMap(([key, meaning]) => [make('dt', '', make('kbd', '', key)), make('dd', '', meaning)]);
  const onkeydown = e => { if (e.key === 'Escape') closeHelp(); };
  const content = [make('h2', '', texts.keysTitle), make('dl', '', pairs), button(texts.dismiss, closeHelp)];
  helpBox = make('div', 'help', content, { role: 'dialog', ariaLabel: texts.keysTitle, onkeydown });
  document.body.append(helpBox);
  helpBox.querySelector('button').focus();
}
function closeHelp() {
  helpBox.remove();
  helpBox = null;
  at?.td.focus({ preventScroll: true });
}

// ---- The line above the grid

const facts = [0, 1, 2].map(() => make('div', 'fact', [make('small'), make('b')]));
const undoButton = button([texts.undo, make('kbd', '', 'Ctrl Z')], undo), undoWhat = make('span', 'what-undo');
const redoButton = button(texts.redo, redo, 'quiet'), history = make('a', '', texts.history);
const allButton = button(texts.all, () => markAll(allButton), 'quiet');

function context() {
  const topic = covered.get(at.lesson), show = (i, small, big) => {
    facts[i].firstChild.textContent = small;
    facts[i].lastChild.textContent = facts[i].title = big;
  };
  show(0, [at.r + 1, at.column.date, at.column.kind].filter(Boolean).join(' · '), at.row.name);
  show(1, texts.topic, topic?.[1].textContent || texts.none);
  const owed = textOf(at) === at.value && at.td.dataset.due;
  show(2, at.comment || owed || at.td.dataset.by ? texts.comment : texts.homework,
    [owed, at.td.dataset.by, at.comment].filter(Boolean).join(' · ') || topic?.[2].textContent || texts.none);
  const last = done.at(-1);
  undoButton.disabled = !last;
  redoButton.hidden = !undone.length;
  undoWhat.textContent = !last ? '' : last.length > 1 ? say('cells', last.length)
    : `${last[0].cell.row.name.split(' ')[0]}: ${last[0].before || texts.empty} → ${last[0].after || texts.empty}`;
  choosePad();
  history.href = grid.dataset.history.replace('{lesson}', at.lesson).replace('{student}', at.student);
}
// Digits for points and for long scales, a key a mark for the others.
const isLong = column => Boolean(column.max) || Object.keys(scale).length > 13;
function choosePad() {
  const digits = isLong(at?.column ?? {});
  for (const key of document.querySelectorAll('.pad-keys .digit')) key.hidden = !digits;
  for (const key of document.querySelectorAll('.pad-keys .mark')) key.hidden = digits;
}
function keypad() {
  const press = text => () => { fresh = ''; change([[at, text]]); };
  const second = () => { if (textOf(at) in scale) edit(textOf(at) + '/'); };
  const marks = isLong({}) ? [] : Object.keys(scale).reverse();
  const digits = [...'0123456789'].map(digit => button(digit, () => typeMark(digit), 'digit'));
  const keys = columns.some(isLong) ? digits : [];
  keys.push(...marks.map(text => button(painted(text), press(text), 'mark')));
  keys.push(...Object.keys(codes).map(text => button(painted(text), press(text))));
  keys.push(button('/', second), button('⌫', press(''), '', { ariaLabel: texts.clear }),
    button('↓', () => step(1, 0), 'main', { ariaLabel: texts.down }));
  status.before(make('div', 'pad-keys', keys));
  choosePad();
}

// ---- Start

grid.setAttribute('role', 'grid');
grid.addEventListener('keydown', e => { if (e.target.closest('td') && at) onKey(e); });
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
