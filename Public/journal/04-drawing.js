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
    partsOf(countedOf(cell)).filter(part => scale[part]?.[0] != null).forEach((part, i) => {
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
  const isFine = !pending && !stuck.size;
  const parts = [];
  if (pending && !trouble) parts.push(make('span', '', texts.saving));
  else if (savedAt && !stuck.size) parts.push(make('span', isFine ? 'fine' : '', say('saved', savedAt)));
  else if (isFine) parts.push(make('span', 'fine', texts.ready));
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
