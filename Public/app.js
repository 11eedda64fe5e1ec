// Small comforts for every page but the journal. Each page works without this file.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// Menus close when one looks elsewhere.
const closeMenus = except => all('details.menu[open]').forEach(menu => { menu.open = menu.contains(except); });
document.addEventListener('click', e => closeMenus(e.target));
document.addEventListener('keydown', e => {
  if (e.key !== 'Escape') return;
  const menu = e.target.closest('details.menu[open]');
  closeMenus(null);
  menu?.querySelector('summary').focus();
});

for (const print of all('[data-print]')) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}

// A date copied from a spreadsheet, as 03.09.2026 or 2026-09-03, can be pasted into a field of dates.
document.addEventListener('paste', e => {
  if (e.target.type !== 'date') return;
  const text = e.clipboardData?.getData('text').trim() ?? '';
  const [, day, month, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  const iso = day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return;
  e.preventDefault();
  e.target.value = iso;
  e.target.dispatchEvent(new Event('input', { bubbles: true }));
});

// What was typed stays in this tab until the form is sent, also when the session ends meanwhile.
const named = form => [...form.elements].filter(field => field.name && !/^(hidden|password|file|submit|button)$/.test(field.type));
const valueOf = field => /^(checkbox|radio)$/.test(field.type) ? field.checked : field.value;

const drawer = 'sabak form ';
const keepForm = (shelf, form) => sessionStorage.setItem(shelf, JSON.stringify(form));
for (const shelf of Object.keys(sessionStorage).filter(key => key.startsWith(drawer))) {
  const left = JSON.parse(sessionStorage.getItem(shelf));
  // A form that was sent and ended at the sign-in door was not received.
  if (left.sent && document.body.matches('.door')) keepForm(shelf, { ...left, sent: false });
  else if (left.sent) sessionStorage.removeItem(shelf);
}
for (const form of all('form[data-guard]')) {
  const shelf = `${drawer}${document.body.dataset.person} ${form.dataset.guard}`, version = form.dataset.version ?? '';
  const fields = named(form), before = fields.map(valueOf);
  const left = JSON.parse(sessionStorage.getItem(shelf) ?? 'null');
  if (left?.version === version && left.values.length === fields.length) {
    fields.forEach((field, i) => { field[typeof left.values[i] === 'boolean' ? 'checked' : 'value'] = left.values[i]; });
  }
  const changed = () => fields.map(valueOf).some((value, i) => value !== before[i]);
  form.addEventListener('input', () => {
    if (changed()) keepForm(shelf, { version, values: fields.map(valueOf) });
    else sessionStorage.removeItem(shelf);
  });
  form.addEventListener('submit', () => {
    if (changed()) keepForm(shelf, { version, values: fields.map(valueOf), sent: true });
  });
}

// Roll call: one tap on "present" says absent, one more takes it back; the arrow beside it opens all reasons.
const roll = document.querySelector('.roll');
if (roll) {
  const lines = all('li', roll), absent = roll.dataset.absent;
  const reasonOf = line => line.querySelector('select').selectedOptions[0];
  const count = () => {
    const is = test => lines.filter(test).length;
    const numbers = {
      present: is(line => !reasonOf(line).value || reasonOf(line).dataset.k === 'late'),
      absent: is(line => reasonOf(line).value && reasonOf(line).dataset.k !== 'late'),
      late: is(line => reasonOf(line).dataset.k === 'late'),
      asked: is(line => line.matches('.asked')),
    };
    for (const output of all('[data-count]')) output.value = numbers[output.dataset.count];
  };
  for (const line of lines) {
    const select = line.querySelector('select'), tap = document.createElement('button');
    Object.assign(tap, { type: 'button', className: 'tap', tabIndex: -1, ariaHidden: 'true' });
    const show = () => {
      tap.textContent = select.value ? '' : select.options[0].text;
      tap.classList.toggle('is', Boolean(select.value));
      count();
    };
    tap.addEventListener('click', () => {
      select.value = select.value ? '' : absent;
      select.dispatchEvent(new Event('input', { bubbles: true }));
    });
    select.addEventListener('input', () => { line.classList.remove('asked'); show(); });
    select.parentElement.classList.add('js');
    select.before(tap);
    show();
  }
  // Enter in a column of marks goes down instead of sending the form.
  roll.addEventListener('keydown', e => {
    const mark = e.target.closest('.mk');
    if (!mark || !['Enter', 'ArrowDown', 'ArrowUp'].includes(e.key)) return;
    e.preventDefault();
    const column = all(`.mk:nth-of-type(${mark.matches('.mk + .mk') ? 2 : 1})`, roll);
    column[column.indexOf(mark) + (e.key === 'ArrowUp' || e.shiftKey ? -1 : 1)]?.select();
  });
}

// A file that is too large is told before it is sent.
for (const file of all('input[type=file][data-most]')) {
  file.addEventListener('change', () => {
    const size = [...file.files].reduce((sum, one) => sum + one.size, 0);
    file.setCustomValidity(size > Number(file.dataset.most) ? file.dataset.tooLarge : '');
    file.reportValidity();
  });
}

// Columns of a split into groups count themselves.
const totals = all('output[data-total]');
if (totals.length) {
  const count = () => {
    for (const total of totals) total.value = all(`input:checked[value="${total.dataset.total}"]`).length;
  };
  document.addEventListener('change', count);
  count();

  // A mouse held down and drawn along a column puts everybody it passes into that group.
  const pick = document.querySelector('.pick');
  let column = -1;
  const choose = cell => {
    const radio = cell?.querySelector('input[type=radio]');
    if (!radio || radio.checked) return;
    radio.checked = true;
    radio.dispatchEvent(new Event('input', { bubbles: true }));
    radio.dispatchEvent(new Event('change', { bubbles: true }));
  };
  pick?.addEventListener('pointerdown', e => {
    const cell = e.target.closest('tbody td:has(input)');
    if (!cell || e.pointerType !== 'mouse' || e.button !== 0) return;
    column = cell.cellIndex;
    e.preventDefault();
    choose(cell);
    cell.querySelector('input').focus({ preventScroll: true });
  });
  pick?.addEventListener('pointerover', e => {
    if (column >= 0 && e.buttons & 1) choose(e.target.closest('tbody tr')?.cells[column]);
  });
  document.addEventListener('pointerup', () => { column = -1; });
}
